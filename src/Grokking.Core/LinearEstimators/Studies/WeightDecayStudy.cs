using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How do the curves, and how does Δt, depend on γ? (figure 3)</summary>
public sealed record WeightDecayStudy : IStudy<WeightDecayResult>
{
    /// <inheritdoc/>
    public string Id => "weight-decay";

    /// <summary>The settings whose curves are recorded.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <summary>λ of each exact curve, in (0, 1).</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>γ at which the exact Δt is given, increasing.</summary>
    public required IReadOnlyList<double> WeightDecays { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public WeightDecayResult Assemble(Measurements measurements, Execution execution)
    {
        OneLayerExperiment first = Curves[0].Experiment;
        return new WeightDecayResult
        {
            Settings =
            [
                .. Curves.Select(s =>
                    Comparison.OfCurves(s.SampleRatio, s.Experiment, measurements[s.Experiment])
                ),
            ],
            Limits = [.. Curves.Select(s => DecayForms.At(s.Experiment.ToTheory()))],
            Delays =
            [
                .. SampleRatios.Select(lambda => new DelayCurve(
                    "lambda",
                    lambda,
                    WeightDecays,
                    Delays.Exact(
                        [
                            .. WeightDecays.Select(gamma =>
                                first.ToTheory() with
                                {
                                    SampleRatio = lambda,
                                    WeightDecay = gamma,
                                }
                            ),
                        ],
                        first.Criterion,
                        execution
                    )
                )),
            ],
            CriticalWeightDecays = [.. SampleRatios.Select(lambda => Critical(lambda, first))],
        };
    }

    private static double? Critical(double lambda, OneLayerExperiment experiment) =>
        CriticalWeightDecay.Find(lambda, experiment.OutputDimension, experiment.Criterion)
            is CriticalWeightDecay.At { WeightDecay: var gamma }
            ? gamma
            : null;
}
