using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How do the curves, and how does Δt, depend on λ? (figure 1)</summary>
public sealed record SampleRatioStudy : IStudy<SampleRatioResult>
{
    /// <inheritdoc/>
    public string Id => "sample-ratio";

    /// <summary>The settings whose curves are recorded.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <summary>The settings of which only the times are measured.</summary>
    public required IReadOnlyList<Setting> Times { get; init; }

    /// <summary>λ at which the exact Δt is given, increasing, in (0, 1).</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>ε of each exact curve.</summary>
    public required IReadOnlyList<double> Epsilons { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Concat(Times).Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public SampleRatioResult Assemble(Measurements measurements, Execution execution)
    {
        OneLayerParameters[] parameters =
        [
            .. SampleRatios.Select(lambda => Curves[0].Experiment.ToTheory() with { SampleRatio = lambda }),
        ];
        GrokkingTimeComparison[] times =
        [
            .. Curves
                .Concat(Times)
                .OrderBy(s => s.SampleRatio)
                .Select(s => Comparison.OfTimes(s.SampleRatio, s.Experiment, measurements[s.Experiment])),
        ];
        DelayCurve[] delays =
        [
            .. Epsilons.Select(epsilon => new DelayCurve(
                "epsilon",
                epsilon,
                SampleRatios,
                Delays.Exact(parameters, Curves[0].Experiment.Criterion with { Epsilon = epsilon }, execution)
            )),
        ];
        double[] eq12 = [.. parameters.Select(one => AsymptoticGrokkingTime.Difference(one)!.Value)];
        return new SampleRatioResult
        {
            Settings =
            [
                .. Curves.Select(s =>
                    Comparison.OfCurves(s.SampleRatio, s.Experiment, measurements[s.Experiment])
                ),
            ],
            Times = times,
            Delays = delays,
            Eq12 = eq12,
            OverEq12 = DelayShares.Of(delays, eq12, times),
        };
    }
}
