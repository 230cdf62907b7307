using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How good are the printed closed forms? Each against the exact theory that it abbreviates; theory alone.</summary>
public sealed record ApproximationStudy : IStudy<ApproximationResult>
{
    /// <inheritdoc/>
    public string Id => "approximations";

    /// <summary>d_in, η; λ and γ are varied.</summary>
    public required OneLayerParameters Parameters { get; init; }

    /// <summary>λ at which losses are compared, 1 and above included.</summary>
    public required IReadOnlyList<double> LossSampleRatios { get; init; }

    /// <summary>Times at which losses are compared, as ηt/√λ, the measure of lateness that the paper names.</summary>
    public required IReadOnlyList<double> Lateness { get; init; }

    /// <summary>λ at which times and limits are compared, in (0, 1).</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>ε of the times.</summary>
    public required IReadOnlyList<double> Epsilons { get; init; }

    /// <summary>γ of the limits, positive.</summary>
    public required IReadOnlyList<double> WeightDecays { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => [];

    /// <inheritdoc/>
    public ApproximationResult Assemble(Measurements measurements, Execution execution) =>
        new()
        {
            Losses =
            [
                .. from lambda in LossSampleRatios from forms in LossForms.At(lambda, Lateness) select forms,
            ],
            // a = 2 is that of eq. 9.
            Glosses =
            [
                .. from parameter in new double[] { 1, 2, 3 }
                from argument in new[] { 0.1, 1, 10 }
                select GlossForms.At(parameter, argument),
            ],
            Times =
            [
                .. from lambda in SampleRatios
                from epsilon in Epsilons
                select TimeForms.At(Parameters with { SampleRatio = lambda }, epsilon),
            ],
            Limits =
            [
                .. from lambda in SampleRatios
                from gamma in WeightDecays
                select DecayForms.At(Parameters with { SampleRatio = lambda, WeightDecay = gamma }),
            ],
            Descents =
            [
                .. SampleRatios.Select(lambda => DescentForms.At(Parameters with { SampleRatio = lambda })),
            ],
        };
}
