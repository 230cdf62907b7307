using Grokking.LinearEstimators.Simulation;

namespace Grokking.Cli.Report;

/// <summary>How closely the flow that trains two layers keeps to literal descent.</summary>
internal static class FlowAccuracy
{
    /// <summary>The tolerance per step, relative to the weights: that of every run, which sets no other.</summary>
    public static double Tolerance { get; } =
        (double)
            typeof(TwoLayerRun)
                .GetMethod(nameof(TwoLayerRun.Simulate))!
                .GetParameters()
                .Single(parameter => parameter.Name == "flowTolerance")
                .DefaultValue!;

    /// <summary>
    /// The largest relative difference of L_tr from literal descent until <see cref="LastEpoch"/>, one linear network
    /// of figure 5 with <see cref="HiddenWidth"/>, as kept in benchmarks/measured/2026-11-27.json. A run trains a network by
    /// one of the two; <c>--target Benchmark --section two-layers</c> compares them again.
    /// </summary>
    public const double Training = 8.2e-4;

    /// <summary>The same of L_gen.</summary>
    public const double Generalization = 2.1e-4;

    /// <summary>d_h of that network.</summary>
    public const int HiddenWidth = 200;

    /// <summary>How long the two were compared.</summary>
    public const int LastEpoch = 100_000;
}
