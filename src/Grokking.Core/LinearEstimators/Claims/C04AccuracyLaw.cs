using Grokking.Claims;
using Grokking.Curves;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Does accuracy follow from the loss as eqs 10 and 13 say?</summary>
internal static class C04AccuracyLaw
{
    /// <summary>What a count of samples can show.</summary>
    public static readonly Tolerance Binomial = new(
        3,
        "three standard deviations of a binomial count at one half: what a single set of samples can show"
    );

    /// <summary>C4a.</summary>
    public static IEnumerable<Claim> JudgeOneOutput(Findings findings)
    {
        IReadOnlyList<CurveComparison> one = findings.Of<SampleRatioResult>().Settings;
        yield return findings
            .Claim<SampleRatioResult>(
                "C4a",
                "eq. 10",
                "For one output the accuracy is erf √(ε/2L).",
                "mean over replicas of the measured accuracy less erf √(ε/2L) of the same replica's loss, in binomial "
                    + "standard deviations 1/(2√n), at the worst epoch of training or generalisation at any λ"
            )
            .Test(predicted: 0, Worst(one), Binomial);
    }

    /// <summary>C4b.</summary>
    public static IEnumerable<Claim> JudgeManyOutputs(Findings findings)
    {
        CurveComparison[] many =
        [
            .. findings.Of<OutputDimensionResult>().Settings.Where(setting => setting.OutputDimension > 1),
        ];
        yield return findings
            .Claim<OutputDimensionResult>(
                "C4b",
                "eq. 13",
                "For more outputs the accuracy is 1 − Γ(d_out/2, d_out ε/2L)/Γ(d_out/2).",
                "the same against eq. 13, at the worst epoch at d_out = "
                    + string.Join(" and ", many.Select(setting => setting.OutputDimension))
            )
            .Test(predicted: 0, Worst(many), Binomial);
    }

    /// <summary>The worst residual of settings, in binomial standard deviations.</summary>
    public static Measurement Worst(IEnumerable<CurveComparison> settings) =>
        Measurement.Worst(
            settings.SelectMany(setting =>
                InDeviations(setting.Curves.TrainingAccuracyResidual, setting.TrainingSamples)
                    .Concat(InDeviations(setting.Curves.GeneralizationAccuracyResidual, setting.TestSamples))
            ),
            predicted: 0
        );

    private static IEnumerable<Measurement> InDeviations(
        IReadOnlyList<SampleSummary> residuals,
        int samples
    ) => residuals.Select(residual => Measurement.Of(residual).In(0.5 / Math.Sqrt(samples)));
}
