using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Trains a two-layer network.</summary>
public static class TwoLayerRun
{
    /// <summary>
    /// The tolerance per step of the flow, relative to the weights. At figure 5's sizes both losses of the
    /// linear network stay within 1e-3 of literal descent until epoch 10⁵ (measured: 8.2e-4 and 2.1e-4).
    /// </summary>
    private const double FlowTolerance = 5e-6;

    /// <summary>Trains to the last epoch.</summary>
    /// <param name="experiment">The setting; a gain of 0 is the linear network.</param>
    /// <param name="draw">Drawn for this setting.</param>
    /// <param name="algebra">How matrices are multiplied.</param>
    /// <param name="flowTolerance">The error per step that the flow may make, relative to the weights; in [1e-12, 1].</param>
    /// <exception cref="ArgumentException">The draw has other sizes than the setting.</exception>
    /// <exception cref="DivergenceException">Descent diverged: the learning rate is too large.</exception>
    /// <exception cref="Numerics.RungeKuttaException">The flow could not be integrated to the last epoch.</exception>
    public static TwoLayerResult Simulate(
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        ILinearAlgebra algebra,
        double flowTolerance = FlowTolerance
    )
    {
        RequireSizes(experiment, draw);
        var (network, flow) = Engines(experiment, draw, algebra, flowTolerance);
        var grid = TimeGrid.Logarithmic(experiment.LastEpoch, experiment.PointsPerDecade);
        var observer = new TwoLayerObserver(
            network,
            experiment.Criterion,
            grid,
            experiment.ScoresFreshSamples
        );
        var weights = network.Start.Copy();
        int literal = Math.Min(experiment.LiteralEpochs, experiment.LastEpoch);
        int gradients = 0;
        if (literal > 0)
            gradients += new TwoLayerDescent(network).Run(weights, literal, grid, observer.Observe);
        if (literal < experiment.LastEpoch)
            gradients += flow(weights, literal, experiment.LastEpoch, observer.Observe);
        return new(
            observer.Curves,
            observer.RecordedNorms,
            observer.InitialNorms,
            InitialModes(draw, algebra),
            observer.GrokkingTime,
            gradients,
            draw.Training.Eigenvalues
        );
    }

    private static (ITwoLayerNetwork Network, Flow Flow) Engines(
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        ILinearAlgebra algebra,
        double tolerance
    )
    {
        if (experiment.Gain > 0 && TwoLayerSplitFlow.Suits(experiment))
        {
            var basis = TwoLayerEigenbasis.Of(draw, algebra);
            var linear = new TwoLayerLinearNetwork(experiment, basis, algebra);
            var tanh = new TwoLayerTanhNetwork(experiment, basis, algebra);
            return (tanh, new TwoLayerSplitFlow(tanh, linear, tolerance).Run);
        }
        ITwoLayerNetwork network =
            experiment.Gain > 0
                ? new TwoLayerTanhNetwork(experiment, draw, algebra)
                : new TwoLayerLinearNetwork(experiment, draw, algebra);
        return (network, new TwoLayerFlow(network, tolerance).Run);
    }

    private delegate int Flow(
        TwoLayerWeights start,
        double first,
        double last,
        Action<ITwoLayerStretch> observe
    );

    private static void RequireSizes(TwoLayerExperiment experiment, TwoLayerDraw draw)
    {
        var (inputs, hidden, outputs) = (
            experiment.InputDimension,
            experiment.HiddenWidth,
            experiment.OutputDimension
        );
        RequireSize(draw.Training.Samples, experiment.TrainingSamples, inputs, "training set");
        RequireSize(draw.FreshSamples, experiment.TestSamples, inputs, "fresh samples");
        foreach (var network in new[] { draw.Teacher, draw.Student })
        {
            RequireSize(network.First, inputs, hidden, "first layer");
            RequireSize(network.Second, hidden, outputs, "second layer");
        }

        static void RequireSize(Matrix matrix, int rows, int columns, string name)
        {
            if (matrix.Rows != rows || matrix.Columns != columns)
                throw new ArgumentException(
                    $"The {name}: {matrix.Rows} × {matrix.Columns}; the setting asks for {rows} × {columns}",
                    nameof(matrix)
                );
        }
    }

    private static TwoLayerMode[] InitialModes(TwoLayerDraw draw, ILinearAlgebra algebra)
    {
        Matrix kernel = algebra.Product(draw.Student.Second, true, draw.Student.Second, false);
        var (eigenvalues, modes) = algebra.Eigendecompose(kernel);

        Matrix distance = algebra.Product(draw.Teacher.First, false, draw.Teacher.Second, false);
        algebra.Multiply(draw.Student.First, false, draw.Student.Second, false, distance, 1, -1);
        Matrix alongModes = algebra.Product(modes, false, distance, true);
        return [.. eigenvalues.Select((value, j) => new TwoLayerMode(value, SquaredNorm(alongModes.Row(j))))];
    }

    private static double SquaredNorm(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (double value in vector)
            sum += value * value;
        return sum;
    }
}
