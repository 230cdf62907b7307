using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Trains one student on one draw by full-batch gradient descent and measures what the paper plots.</summary>
public static class OneLayerRun
{
    // So many columns cost a product hardly more than one: the samples are read once either way.
    private const int CheapColumns = 16;

    /// <summary>Runs one experiment (Levi et al. 2024, eqs. 1–3).</summary>
    /// <param name="experiment">The setting.</param>
    /// <param name="draw">Matrices of the setting's sizes.</param>
    /// <param name="algebra">How matrices are multiplied.</param>
    /// <param name="engine">How descent is carried out.</param>
    /// <returns>
    /// Losses exact to rounding; crossings located to the epoch. Training and fresh accuracy are searched
    /// separately, between the recorded epochs or, if none are recorded, between powers of two.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The draw has other sizes than the setting, or 2η(ν_max + γ/2)/d_out ≥ 2: descent would diverge.
    /// </exception>
    public static OneLayerResult Simulate(
        OneLayerExperiment experiment,
        OneLayerDraw draw,
        ILinearAlgebra algebra,
        Engine engine = Engine.Spectral
    )
    {
        RequireSizes(experiment, draw);
        bool byPolynomials = engine == Engine.Spectral && PolynomialTrajectory.Suits(experiment);
        IReadOnlyList<double> eigenvalues = byPolynomials
            ? draw.Training.EigenvaluesAlone
            : draw.Training.Eigenvalues;
        _ = Decay.Of(experiment, eigenvalues[^1]);
        ITrajectory trajectory =
            engine == Engine.Literal ? new LiteralTrajectory(experiment, draw, algebra)
            : byPolynomials ? new PolynomialTrajectory(experiment, draw, algebra)
            : new SpectralTrajectory(experiment, draw, algebra);
        if (experiment.PointsPerDecade == 0)
        {
            var crossings = new GrokkingTime(
                Search(experiment, trajectory, SampleSet.Training).Until(experiment.LastEpoch),
                Search(experiment, trajectory, SampleSet.Fresh).Until(experiment.LastEpoch)
            );
            return new(null, crossings, eigenvalues);
        }
        var grid = TimeGrid.Logarithmic(experiment.LastEpoch, experiment.PointsPerDecade);
        long[] looks = [0, .. grid.Epochs];
        var training = trajectory.AccuraciesAt(SampleSet.Training, looks);
        var fresh = trajectory.AccuraciesAt(SampleSet.Fresh, looks);
        var times = new GrokkingTime(
            Crossing(SampleSet.Training, training),
            Crossing(SampleSet.Fresh, fresh)
        );
        return new(Curves(grid, trajectory, training[1..], fresh[1..]), times, eigenvalues);

        ThresholdCrossing Crossing(SampleSet set, double[] accuracies) =>
            Search(experiment, trajectory, set)
                .Among(
                    looks.Zip(
                        accuracies,
                        (epoch, accuracy) => (epoch, accuracy >= experiment.Criterion.Level)
                    )
                );
    }

    private static LearningCurves Curves(
        TimeGrid grid,
        ITrajectory trajectory,
        double[] training,
        double[] fresh
    )
    {
        Losses[] losses = [.. grid.Epochs.Select(trajectory.LossesAt)];
        return new(
            grid,
            [.. losses.Select(loss => loss.Training)],
            [.. losses.Select(loss => loss.Generalization)],
            training,
            fresh
        );
    }

    private static CrossingSearch Search(
        OneLayerExperiment experiment,
        ITrajectory trajectory,
        SampleSet set
    ) =>
        new(
            epochs => trajectory.MeetsAt(set, epochs),
            (from, to) => trajectory.Prepare(set, from, to),
            Math.Max(1, CheapColumns / experiment.OutputDimension)
        );

    private static void RequireSizes(OneLayerExperiment experiment, OneLayerDraw draw)
    {
        var (inputs, outputs) = (experiment.InputDimension, experiment.OutputDimension);
        RequireSize(draw.Training.Samples, experiment.TrainingSamples, inputs, nameof(draw.Training));
        RequireSize(draw.FreshSamples, experiment.TestSamples, inputs, nameof(draw.FreshSamples));
        RequireSize(draw.Teacher, inputs, outputs, nameof(draw.Teacher));
        RequireSize(draw.Student, inputs, outputs, nameof(draw.Student));
        if (draw.LabelNoise is not null)
            RequireSize(draw.LabelNoise, experiment.TrainingSamples, outputs, nameof(draw.LabelNoise));
    }

    private static void RequireSize(Matrix matrix, int rows, int columns, string name)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
            throw new ArgumentException(
                $"{name} is {matrix.Rows} × {matrix.Columns}; the setting asks for {rows} × {columns}",
                name
            );
    }
}
