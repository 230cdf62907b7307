using Grokking.Benchmarks.Measuring;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Benchmarks.Studies;

/// <summary>What one step of literal descent costs, eq. 3.</summary>
internal static class LiteralStep
{
    /// <summary>Seconds a step, measured several times over some steps each.</summary>
    public static double[] Seconds(Bench bench, OneLayerExperiment experiment, int steps, int runs)
    {
        var training = TrainingSet.Draw(
            bench.Seed,
            0,
            experiment.TrainingSamples,
            experiment.InputDimension,
            bench.Algebra
        );
        var draw = OneLayerDraw.Draw(bench.Seed, 0, experiment, training);
        var trajectory = new LiteralTrajectory(experiment, draw, bench.Algebra);
        trajectory.LossesAt(1);
        // It goes on from where it was; the one loss at the end costs about as much as a step.
        return
        [
            .. Enumerable
                .Range(1, runs)
                .Select(run => Bench.Seconds(() => trajectory.LossesAt(1 + (run * steps))) / steps),
        ];
    }
}
