using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What does weight decay do where samples are fewer than dimensions, λ &gt; 1? (§3.3, figure S2)</summary>
public sealed record FewSamplesStudy : IStudy<FewSamplesResult>
{
    /// <inheritdoc/>
    public string Id => "few-samples";

    /// <summary>The same setting at several γ, of which the first is 0.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public FewSamplesResult Assemble(Measurements measurements, Execution execution)
    {
        IReadOnlyList<OneLayerResult> without = measurements[Curves[0].Experiment];
        return new FewSamplesResult
        {
            Settings =
            [
                .. Curves.Select(s =>
                    Comparison.OfCurves(s.SampleRatio, s.Experiment, measurements[s.Experiment])
                ),
            ],
            FinalLossRatios =
            [
                .. Curves
                    .Skip(1)
                    .Select(s =>
                        SampleSummary.Of([
                            .. measurements[s.Experiment].Zip(without, (a, b) => Last(a) / Last(b)),
                        ])
                    ),
            ],
        };
    }

    private static double Last(OneLayerResult result) => result.Curves!.GeneralizationLoss[^1];
}
