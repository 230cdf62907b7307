using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>What the ledger is made of: who judges which entries, from which results.</summary>
internal static class LedgerParts
{
    /// <summary>The claims; those of a question need not rest on the same results.</summary>
    public static readonly IReadOnlyList<Part<Claim>> Claims =
    [
        new(["C1a", "C1b", "C1c", "C1d"], [typeof(SampleRatioResult)], C01LossesFollowTheory.Judge),
        new(["C2a", "C2b"], [typeof(SampleRatioResult)], C02LimitsOfLosses.Judge),
        new(["C3"], [typeof(ApproximationResult)], C03ClosedForm.Judge),
        new(["C4a"], [typeof(SampleRatioResult)], C04AccuracyLaw.JudgeOneOutput),
        new(["C4b"], [typeof(OutputDimensionResult)], C04AccuracyLaw.JudgeManyOutputs),
        new(["C5a", "C5b", "C5c"], [typeof(ApproximationResult)], C05LateTimes.Judge),
        new(["C6a"], [typeof(SampleRatioResult)], C06ClosedGrokkingTimes.JudgeMeasured),
        new(
            ["C6b", "C6c", "C6d", "C6e", "C6f", "C6g"],
            [typeof(ApproximationResult)],
            C06ClosedGrokkingTimes.Judge
        ),
        new(["C7a", "C7b"], [typeof(CriticalRatioResult)], C07Divergence.Judge),
        new(["C8"], [typeof(InitialScaleResult)], C08InitialScale.Judge),
        new(["C9"], [typeof(LabelNoiseResult)], C09LabelNoise.Judge),
        new(["C10a"], [typeof(OutputDimensionResult)], C10OutputDimension.JudgeShape),
        new(["C10b", "C10c"], [typeof(LongestDelayResult)], C10OutputDimension.JudgePlace),
        new(["C11a", "C11b"], [typeof(ManyOutputsResult)], C11ManyOutputs.Judge),
        new(["C12a", "C12b", "C12c"], [typeof(WeightDecayResult)], C12WeightDecayLimits.Judge),
        new(
            ["C13a"],
            [typeof(WeightDecayResult), typeof(SampleRatioResult)],
            C13WeightDecayAndTimes.JudgeWeak
        ),
        new(["C13b", "C13d"], [typeof(DecayTimesResult)], C13WeightDecayAndTimes.JudgeDirection),
        new(
            ["C13c"],
            [typeof(DecayTimesResult), typeof(WeightDecayResult)],
            C13WeightDecayAndTimes.JudgePrinted
        ),
        new(["C14a"], [typeof(FewSamplesResult)], C14FewSamples.JudgeLoss),
        new(["C14b"], [typeof(DecayTimesResult), typeof(FewSamplesResult)], C14FewSamples.JudgeTime),
        new(["C15a", "C15b", "C15c", "C15d", "C15e"], [typeof(HiddenWidthResult)], C15TwoLayers.Judge),
        new(["C15f"], [typeof(OverparameterizedResult)], C15Overparameterized.Judge),
        new(["C16a"], [typeof(HiddenWidthResult)], C16Tanh.JudgeLosses),
        new(["C16b"], [typeof(HiddenWidthResult), typeof(GainResult)], C16Tanh.JudgeAccuracies),
        new(
            ["C17a", "C17b"],
            [typeof(ApproximationResult), typeof(SampleRatioResult)],
            C17GradientFlow.Judge
        ),
    ];

    /// <summary>The errata, in the order of the equations.</summary>
    public static readonly IReadOnlyList<Part<Erratum>> Errata =
    [
        One("E11", E11LatenessOfLateTimes.Of, typeof(ApproximationResult)),
        One("E12", E12DivergenceAtOne.Of, typeof(CriticalRatioResult), typeof(ApproximationResult)),
        One("E13", E13AccuracyLaw.Of, typeof(LongestDelayResult), typeof(OutputDimensionResult)),
        One("E-noise", ENoise.Of, typeof(LabelNoiseResult)),
        One("E16a", E16Limits.Of, typeof(WeightDecayResult), typeof(ApproximationResult)),
        One("E16b", E16Time.Of, typeof(DecayTimesResult), typeof(WeightDecayResult)),
        One("E18", E18RateOfWeights.Of, typeof(HiddenWidthResult)),
        One("E19", E19Prefactor.Of, typeof(HiddenWidthResult)),
        One("E26", E26Domain.Of, typeof(ApproximationResult)),
    ];

    private static Part<Erratum> One(
        string id,
        Func<Findings, Erratum> correct,
        params IReadOnlyList<Type> results
    ) => new([id], results, findings => [correct(findings)]);
}
