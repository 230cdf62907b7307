using Grokking.Curves;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Tests.Claims;

/// <summary>The changes that the tests of the ledger are made of.</summary>
internal static class Edits
{
    public static Findings AsFound(Findings findings) => findings;

    /// <summary>Ten replicas that agree to a millionth.</summary>
    public static SampleSummary Known(double value) => new(10, value, 1e-6 * Math.Max(1e-9, Math.Abs(value)));

    public static IReadOnlyList<SampleSummary> Known(IReadOnlyList<SampleSummary> all, double value) =>
        [.. all.Select(_ => Known(value))];

    public static Edit On<TResult>(Func<TResult, TResult> edit)
        where TResult : StudyResult =>
        findings =>
            findings with
            {
                Results = [.. findings.Results.Select(result => result is TResult one ? edit(one) : result)],
            };

    public static Edit Settings<TResult>(Func<CurveComparison, int, CurveComparison> edit)
        where TResult : StudyResult =>
        On<TResult>(result =>
            (TResult)
                (StudyResult)(
                    (StudyResult)result switch
                    {
                        SampleRatioResult one => one with { Settings = [.. one.Settings.Select(edit)] },
                        OutputDimensionResult one => one with { Settings = [.. one.Settings.Select(edit)] },
                        WeightDecayResult one => one with { Settings = [.. one.Settings.Select(edit)] },
                        FewSamplesResult one => one with { Settings = [.. one.Settings.Select(edit)] },
                        _ => throw new ArgumentException("has no settings", nameof(edit)),
                    }
                )
        );

    public static Edit Curves<TResult>(int at, Func<LearningComparison, LearningComparison> edit)
        where TResult : StudyResult =>
        Settings<TResult>((s, i) => i == at ? s with { Curves = edit(s.Curves) } : s);

    public static Edit Deviation(int at, double log) =>
        Settings<SampleRatioResult>(
            (s, i) =>
                i != at
                    ? s
                    : s with
                    {
                        TrainingDeviation = s.TrainingDeviation with
                        {
                            LogRatio = Known(s.TrainingDeviation.LogRatio, log),
                        },
                        GeneralizationDeviation = s.GeneralizationDeviation with
                        {
                            LogRatio = Known(s.GeneralizationDeviation.LogRatio, 0),
                        },
                    }
        );

    /// <summary>Every replica inside its predicted spread for a share of the epochs.</summary>
    public static Edit Inside(double share) =>
        Settings<SampleRatioResult>(
            (s, _) =>
                s with
                {
                    TrainingDeviation = s.TrainingDeviation with { SharesInside = [share, share] },
                    GeneralizationDeviation = s.GeneralizationDeviation with
                    {
                        SharesInside = [share, share],
                    },
                }
        );

    public static Edit FinalLoss(double value) =>
        Curves<SampleRatioResult>(2, c => c with { FinalGeneralizationLoss = Known(value) });

    public static Edit Residuals<TResult>(double value)
        where TResult : StudyResult =>
        Settings<TResult>(
            (s, _) =>
                s with
                {
                    Curves = s.Curves with
                    {
                        TrainingAccuracyResidual = Known(s.Curves.TrainingAccuracyResidual, 0),
                        GeneralizationAccuracyResidual = Known(
                            s.Curves.GeneralizationAccuracyResidual,
                            value
                        ),
                    },
                }
        );

    public static Edit Losses(Func<LossForms, LossForms> edit) =>
        On<ApproximationResult>(r => r with { Losses = [.. r.Losses.Select(edit)] });

    public static Edit Times(Func<TimeForms, TimeForms> edit) =>
        On<ApproximationResult>(r => r with { Times = [.. r.Times.Select(edit)] });

    public static Edit Descents(Func<DescentForms, DescentForms> edit) =>
        On<ApproximationResult>(r => r with { Descents = [.. r.Descents.Select(edit)] });

    public static Edit MeasuredOverEq12(double ratio) =>
        On<SampleRatioResult>(r =>
            r with
            {
                Times =
                [
                    .. r.Times.Select(row =>
                        row with
                        {
                            Difference = row.Difference with { Measured = Known(ratio * row.Eq12 ?? 1) },
                        }
                    ),
                ],
            }
        );

    public static Edit Scales(double factor) =>
        On<InitialScaleResult>(r =>
            r with
            {
                Scales =
                [
                    .. r.Scales.Select(one =>
                        one with
                        {
                            TrainingRatio = Known(
                                one.TrainingRatio,
                                factor * (1 + (one.Scale * one.Scale)) / 2
                            ),
                            GeneralizationRatio = Known(
                                one.GeneralizationRatio,
                                (1 + (one.Scale * one.Scale)) / 2
                            ),
                        }
                    ),
                ],
            }
        );

    public static Edit Noise(double excess) =>
        On<LabelNoiseResult>(r =>
            r with
            {
                Excesses = [.. r.Excesses.Select(one => one with { Measured = Known(excess) })],
            }
        );

    public static Edit Longest(int dimension) =>
        On<OutputDimensionResult>(r =>
            r with
            {
                Longest = [.. r.Longest.Select(one => one with { OutputDimension = dimension })],
            }
        );

    public static Edit Accuracy(double value) =>
        On<ManyOutputsResult>(r =>
            r with
            {
                Accuracies = [.. r.Accuracies.Select(one => one with { Measured = Known(value) })],
            }
        );

    public static Edit Limits(double overPrinted, double strong = 1) =>
        findings =>
            Settings<WeightDecayResult>(
                (s, _) =>
                {
                    DecayForms printed = findings
                        .Of<WeightDecayResult>()
                        .Limits.Single(row => row.WeightDecay == s.WeightDecay);
                    double factor = s.WeightDecay == 1e-2 ? overPrinted * strong : overPrinted;
                    return s with
                    {
                        Curves = s.Curves with
                        {
                            FinalTrainingLoss = Known(factor * printed.Eq16Training),
                            FinalGeneralizationLoss = Known(factor * printed.Eq16Generalization),
                        },
                    };
                }
            )(findings);

    public static Edit Delays(int at, double ratio) =>
        findings =>
            Settings<WeightDecayResult>(
                (s, i) =>
                    i == at
                        ? Delayed(
                            s,
                            findings
                                .Of<SampleRatioResult>()
                                .Times.Single(row => row.SampleRatio == s.SampleRatio)
                                .Difference.Values,
                            ratio
                        )
                        : s
            )(findings);

    public static Edit FewLosses(double ratio) =>
        On<FewSamplesResult>(r => r with { FinalLossRatios = Known(r.FinalLossRatios, ratio) });

    public static Edit DecayRatios(Func<DecayRatio, double> ratio) =>
        On<DecayTimesResult>(r =>
            r with
            {
                Measured = [.. r.Measured.Select(one => one with { Ratio = Known(ratio(one)) })],
            }
        );

    public static CurveComparison Delayed(
        CurveComparison setting,
        IReadOnlyList<double?> delays,
        double ratio
    ) =>
        setting with
        {
            Times = setting.Times with
            {
                Difference = setting.Times.Difference with
                {
                    Values = [.. delays.Select(delay => ratio * delay)],
                },
            },
        };

    public static Edit GeneralizationTimes(Func<UnequalTimes, double> time) =>
        On<LongestDelayResult>(r =>
            r with
            {
                Others =
                [
                    .. r.Others.Select(one =>
                        one with
                        {
                            Times = one.Times with
                            {
                                Generalization = one.Times.Generalization with
                                {
                                    Measured = Known(time(one)),
                                },
                            },
                        }
                    ),
                ],
            }
        );

    public static Edit FirstLosses(double overDerived) =>
        Layers(s =>
            s with
            {
                FirstGeneralizationLoss = Known(overDerived * s.ExpectedInitialDistance / s.OutputDimension),
            }
        );

    public static Edit Layers(Func<HiddenWidthComparison, HiddenWidthComparison> edit) =>
        On<HiddenWidthResult>(r => r with { Settings = [.. r.Settings.Select(edit)] });

    public static HiddenWidthComparison Crossing(HiddenWidthComparison setting, double overPrinted) =>
        setting with
        {
            Training = setting.Training with
            {
                Measured = Known(overPrinted * setting.Training.AsPrinted!.Value),
            },
        };

    public static HiddenWidthComparison Crossings(HiddenWidthComparison setting, double time) =>
        setting with
        {
            Training = setting.Training with { Values = [time, time] },
            Generalization = setting.Generalization with { Values = [time, time] },
        };
}
