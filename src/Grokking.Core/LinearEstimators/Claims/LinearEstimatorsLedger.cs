using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Everything that Levi et al. 2024 is asked, and the answers that study results give.</summary>
public static class LinearEstimatorsLedger
{
    private static readonly Func<Findings, IEnumerable<Claim>>[] Judges =
    [
        C01LossesFollowTheory.Judge,
        C02LimitsOfLosses.Judge,
        C03ClosedForm.Judge,
        C04AccuracyLaw.Judge,
        C05LateTimes.Judge,
        C06ClosedGrokkingTimes.Judge,
        C07Divergence.Judge,
        C08InitialScale.Judge,
        C09LabelNoise.Judge,
        C10OutputDimension.Judge,
        C11ManyOutputs.Judge,
        C12WeightDecayLimits.Judge,
        C13WeightDecayAndTimes.Judge,
        C14FewSamples.Judge,
        C15TwoLayers.Judge,
        C16Tanh.Judge,
        C17GradientFlow.Judge,
    ];

    private static readonly Func<Findings, Erratum>[] Corrections =
    [
        E11LatenessOfLateTimes.Of,
        E12DivergenceAtOne.Of,
        E13AccuracyLaw.Of,
        ENoise.Of,
        E16Limits.Of,
        E16Time.Of,
        E18RateOfWeights.Of,
        E19Prefactor.Of,
        E26Domain.Of,
    ];

    /// <summary>The questions C1 to C17: one for each statement of the paper that is put to the test.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [.. Enumerable.Range(1, 17).Select(number => $"C{number}")];

    /// <summary>Judges every claim and every formula.</summary>
    /// <param name="findings">The results of all studies of a profile.</param>
    /// <exception cref="InvalidOperationException">A result is missing.</exception>
    public static Ledger Of(Findings findings) =>
        new(
            Questions,
            [
                .. Judges
                    .SelectMany(judge => judge(findings))
                    .Select(claim => claim with { Related = Relations.Of(claim.Id) }),
            ],
            [
                .. Corrections
                    .Select(correct => correct(findings))
                    .Select(erratum => erratum with { Related = Relations.Of(erratum.Id) }),
            ],
            [
                .. LossFormulas.Check(findings),
                .. TimeFormulas.Check(findings),
                .. ManyOutputFormulas.Check(findings),
                .. WeightDecayFormulas.Check(findings),
                .. TwoLayerFormulas.Check(findings),
            ]
        );
}
