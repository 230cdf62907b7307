using Grokking.Cli.Terminal;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;

namespace Grokking.Cli.Commands;

/// <summary>How to measure a setting given as theory sees it.</summary>
internal sealed record MeasuredSetting(int Replicas, ulong Seed, ILinearAlgebra Algebra, int Threads)
{
    /// <summary>How many numbers the samples of a replica, their inputs and outputs, may hold: 2 GiB of them.</summary>
    private const double LargestReplica = 1 << 28;

    /// <summary>How many fresh samples measure the generalisation accuracy.</summary>
    public static int FreshSamples(OneLayerParameters parameters) =>
        parameters.OutputDimension == 1 ? 10_000 : 2_000;

    /// <summary>N_tr of a setting, if its matrices fit.</summary>
    /// <exception cref="Failure">They do not.</exception>
    public static int TrainingSamples(OneLayerParameters parameters)
    {
        int samples = Setting.TrainingSamples(parameters.InputDimension, parameters.SampleRatio);
        double numbers =
            ((double)samples + FreshSamples(parameters))
            * Math.Max(parameters.InputDimension, parameters.OutputDimension);
        return numbers <= LargestReplica
            ? samples
            : throw new Failure(
                $"--simulate needs (d_in/λ + {FreshSamples(parameters)})·max(d_in, d_out) = {numbers:G3} numbers; "
                    + $"allowed: at most {LargestReplica:G3}"
            );
    }

    /// <summary>Measures all replicas, showing how far it is.</summary>
    public Measurements Measure(IExperiment experiment)
    {
        Measurements? measurements = null;
        ProgressDisplay.Run(
            "simulate",
            progress =>
                measurements = Laboratory.Measure(
                    experiment,
                    new Seed(Seed),
                    Replicas,
                    Algebra,
                    new Execution { Threads = Threads, Progress = progress }
                )
        );
        return measurements!;
    }
}
