using Grokking.Cli.Terminal;
using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;

namespace Grokking.Cli.Commands;

/// <summary>Measures the grokking times of a setting given as theory sees it.</summary>
internal static class MeasuredSetting
{
    /// <summary>How many numbers the samples of a replica, their inputs and outputs, may hold: 2 GiB of them.</summary>
    private const double LargestReplica = 1 << 28;

    public static IReadOnlyList<GrokkingTime> Measure(
        OneLayerParameters parameters,
        AccuracyCriterion criterion,
        int replicas,
        ulong seed,
        ILinearAlgebra algebra,
        int threads
    )
    {
        int samples = Setting.TrainingSamples(parameters.InputDimension, parameters.SampleRatio);
        int fresh = parameters.OutputDimension == 1 ? 10_000 : 2_000;
        double numbers =
            ((double)samples + fresh) * Math.Max(parameters.InputDimension, parameters.OutputDimension);
        if (numbers > LargestReplica)
            throw new Failure(
                $"--simulate needs (d_in/λ + {fresh})·max(d_in, d_out) = {numbers:G3} numbers; "
                    + $"allowed: at most {LargestReplica:G3}"
            );
        var experiment = new OneLayerExperiment
        {
            InputDimension = parameters.InputDimension,
            TrainingSamples = samples,
            TestSamples = fresh,
            OutputDimension = parameters.OutputDimension,
            LearningRate = parameters.LearningRate,
            WeightDecay = parameters.WeightDecay,
            Criterion = criterion,
            LastEpoch = 1_000_000_000_000,
        };
        IReadOnlyList<GrokkingTime> times = [];
        ProgressDisplay.Run(
            "simulate",
            progress =>
                times = [
                    .. Laboratory
                        .Measure(
                            experiment,
                            new Seed(seed),
                            replicas,
                            algebra,
                            new Execution { Threads = threads, Progress = progress }
                        )[experiment]
                        .Select(result => result.GrokkingTime),
                ]
        );
        return times;
    }
}
