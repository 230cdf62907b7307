using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Small settings that cover λ below, at and above 1, with and without weight decay.</summary>
public static class Cases
{
    public const int InputDimension = 12;

    /// <summary>N_tr, d_out, γ.</summary>
    public static TheoryData<int, int, double> All
    {
        get
        {
            var cases = new TheoryData<int, int, double>();
            foreach (int samples in new[] { 20, InputDimension, 7, 1 })
            foreach (int outputs in new[] { 1, 3 })
            foreach (double decay in new[] { 0, 0.05 })
                cases.Add(samples, outputs, decay);
            return cases;
        }
    }

    // 150 fresh samples: more than 100·d_out for d_out = 1 and fewer for 3, the two ways of computing outputs.
    public static OneLayerExperiment Experiment(int samples, int outputs, double decay) =>
        new()
        {
            InputDimension = InputDimension,
            TrainingSamples = samples,
            TestSamples = 150,
            OutputDimension = outputs,
            LearningRate = 0.06,
            WeightDecay = decay,
            Criterion = new() { Epsilon = 0.01 },
            LastEpoch = 700,
            PointsPerDecade = 7,
        };

    public static OneLayerDraw Draw(
        OneLayerExperiment experiment,
        int replica = 0,
        ILinearAlgebra? algebra = null
    )
    {
        var seed = new Seed(2024);
        var training = TrainingSet.Draw(
            seed,
            replica,
            experiment.TrainingSamples,
            experiment.InputDimension,
            algebra ?? Implementations.Managed
        );
        return OneLayerDraw.Draw(seed, replica, experiment, training);
    }

    public static OneLayerResult Run(
        OneLayerExperiment experiment,
        OneLayerDraw draw,
        Engine engine = Engine.Spectral
    ) => OneLayerRun.Simulate(experiment, draw, Implementations.Managed, engine);

    /// <summary>
    /// Losses equal to a relative error, where an output Dᵀx, of size 1 at first, may be off by
    /// <paramref name="outputRounding"/>: its square then is by twice that times √L.
    /// </summary>
    public static void Close(
        IEnumerable<double> expected,
        IEnumerable<double> actual,
        double relative,
        double outputRounding = 0
    )
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach (var (wanted, found) in expected.Zip(actual))
        {
            double byRounding = outputRounding * ((2 * Math.Sqrt(Math.Abs(wanted))) + outputRounding);
            Assert.Equal(wanted, found, (relative * Math.Abs(wanted)) + byRounding);
        }
    }
}
