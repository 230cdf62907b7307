using Grokking.Cli.Terminal;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;

namespace Grokking.Cli.Commands;

/// <summary>How to measure a setting given as theory sees it.</summary>
internal sealed record MeasuredSetting(
    int Replicas,
    ulong Seed,
    ILinearAlgebra Algebra,
    int Threads,
    int? TestSamples
)
{
    /// <summary>How many numbers the samples of a replica, their inputs and outputs, may hold: 2 GiB of them.</summary>
    private const double LargestReplica = 1 << 28;

    /// <summary>Teacher, student, and what a stabilised step keeps of the student: stages, derivatives, the step before.</summary>
    private const int CopiesOfWeights = 10;

    /// <summary>How many fresh samples measure the generalisation accuracy.</summary>
    public int FreshSamples(OneLayerParameters parameters) =>
        TestSamples ?? (parameters.OutputDimension == 1 ? 10_000 : 2_000);

    /// <summary>N_tr of a setting, if its matrices fit.</summary>
    /// <exception cref="Failure">They do not.</exception>
    /// <param name="parameters">The setting.</param>
    /// <param name="hiddenWidth">d_h, if there is a hidden layer; its weights and what integrates them have to fit too.</param>
    public int TrainingSamples(OneLayerParameters parameters, int? hiddenWidth = null)
    {
        int samples = Setting.TrainingSamples(parameters.InputDimension, parameters.SampleRatio);
        int widest = Math.Max(parameters.InputDimension, parameters.OutputDimension);
        double numbers = ((double)samples + FreshSamples(parameters)) * Math.Max(widest, hiddenWidth ?? 0);
        double weights = CopiesOfWeights * (hiddenWidth ?? 0.0) * widest;
        return numbers + weights <= LargestReplica
            ? samples
            : throw new Failure(
                $"--simulate needs (d_in/λ + {FreshSamples(parameters)})·max(d_in, d_h, d_out)"
                    + $"{(hiddenWidth is null ? "" : $" + {CopiesOfWeights}·d_h·max(d_in, d_out)")} = {numbers + weights:G3} numbers; "
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
