using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Does weight decay lengthen or shorten Δt? (§3.3) Scanned by theory, and measured at a few settings.</summary>
public sealed record DecayTimesStudy : IStudy<DecayTimesResult>
{
    /// <inheritdoc/>
    public string Id => "decay-times";

    /// <summary>d_in and η of the scan.</summary>
    public required OneLayerParameters Parameters { get; init; }

    /// <summary>λ of the scan.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>ε of the scan.</summary>
    public required IReadOnlyList<double> Epsilons { get; init; }

    /// <summary>d_out of the scan.</summary>
    public required IReadOnlyList<int> OutputDimensions { get; init; }

    /// <summary>γ of the scan, positive.</summary>
    public required IReadOnlyList<double> WeightDecays { get; init; }

    /// <summary>Settings with γ > 0, each of which is measured with γ = 0 as well.</summary>
    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments =>
        Settings.SelectMany(setting => new[] { setting.Experiment, Without(setting.Experiment) });

    /// <inheritdoc/>
    public DecayTimesResult Assemble(Measurements measurements, Execution execution) =>
        new()
        {
            Scan = [.. Epsilons.SelectMany(epsilon => Scan(epsilon, execution))],
            Measured = [.. Settings.Select(setting => Compare(setting, measurements))],
        };

    private IEnumerable<DecayDelay> Scan(double epsilon, Execution execution)
    {
        OneLayerParameters[] all =
        [
            .. from lambda in SampleRatios
            from outputs in OutputDimensions
            from gamma in WeightDecays.Prepend(0)
            select Parameters with
            {
                SampleRatio = lambda,
                OutputDimension = outputs,
                WeightDecay = gamma,
            },
        ];
        double?[] delays = Delays.Exact(all, new AccuracyCriterion { Epsilon = epsilon }, execution);
        return all.Zip(delays)
            .Chunk(WeightDecays.Count + 1)
            .SelectMany(alike =>
                alike
                    .Skip(1)
                    .Select(one => new DecayDelay(
                        one.First.SampleRatio,
                        epsilon,
                        one.First.OutputDimension,
                        one.First.WeightDecay,
                        alike[0].Second,
                        one.Second
                    ))
            );
    }

    private static DecayRatio Compare(Setting setting, Measurements measurements)
    {
        OneLayerExperiment without = Without(setting.Experiment);
        GrokkingTimeComparison with = Comparison.OfTimes(
            setting.SampleRatio,
            setting.Experiment,
            measurements[setting.Experiment]
        );
        GrokkingTimeComparison none = Comparison.OfTimes(setting.SampleRatio, without, measurements[without]);
        return new DecayRatio(
            with,
            none,
            SampleSummary.OfAll([.. with.Difference.Values.Zip(none.Difference.Values, (a, b) => a / b)])
        );
    }

    private static OneLayerExperiment Without(OneLayerExperiment experiment) =>
        experiment with
        {
            WeightDecay = 0,
        };
}
