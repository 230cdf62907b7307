using Grokking.Claims;
using Grokking.Curves;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Tests.Claims;

/// <summary>
/// For every claim: with the decisive number where the claim puts it, the claim holds; with that number off, mostly
/// by a factor of 2, it fails. What the quick profile found is left alone where it serves as one of the two.
/// </summary>
public class DecisiveNumberTests(QuickFindings quick) : IClassFixture<QuickFindings>
{
    private static readonly Dictionary<string, (Edit Right, Edit Wrong)> Edits = new()
    {
        ["C1a"] = (Deviation(0, 0), Deviation(0, Math.Log(2))),
        ["C1b"] = (Deviation(1, 0), Deviation(1, Math.Log(2))),
        ["C1c"] = (Deviation(2, 0), Deviation(2, -Math.Log(2))),
        ["C2a"] = (AsFound, Curves<SampleRatioResult>(1, c => c with { FinalTrainingLoss = Known(1e-3) })),
        ["C2b"] = (FinalLoss(1 / 3.0), FinalLoss(1 / 6.0)),
        ["C3"] = (AsFound, Losses(row => row with { Eq9 = 2 * row.Eq9 })),
        ["C4a"] = (Residuals<SampleRatioResult>(0), Residuals<SampleRatioResult>(0.5)),
        ["C4b"] = (Residuals<OutputDimensionResult>(0), Residuals<OutputDimensionResult>(-0.5)),
        ["C5a"] = (AsFound, Losses(row => row with { Eq22 = 2 * row.Eq22 })),
        ["C5b"] = (Losses(row => row with { Eq11 = row.Generalization }), AsFound),
        ["C5c"] = (AsFound, Losses(row => row with { Eq23 = row.Eq23 / 2 })),
        ["C6a"] = (MeasuredOverEq12(1), MeasuredOverEq12(2)),
        ["C6b"] = (AsFound, Times(row => row with { Difference = row.Difference / 2 })),
        ["C6c"] = (AsFound, Times(row => row with { Eq24Training = 2 * row.Eq24Training })),
        ["C6d"] = (
            Times(row => row with { Eq24Generalization = row.Generalization }),
            Times(row => row with { Eq24Generalization = 2 * row.Generalization })
        ),
        ["C6e"] = (Times(row => row with { Eq26 = 1 }), AsFound),
        ["C6f"] = (AsFound, Times(row => row with { Eq26 = 2 * row.Eq26 })),
        ["C6g"] = (AsFound, Times(row => row with { Eq12 = 1.001 * row.Eq12 })),
        ["C7a"] = (
            On<CriticalRatioResult>(r =>
                r with
                {
                    Near = [.. r.Near.Select(one => one with { Exact = one.Eq12!.Value })],
                }
            ),
            AsFound
        ),
        ["C7b"] = (AsFound, On<CriticalRatioResult>(r => r with { Small = r.Small with { Delays = [2] } })),
        ["C8"] = (Scales(1), Scales(2)),
        ["C9"] = (Noise(0), Noise(9)),
        ["C10a"] = (AsFound, Longest(1)),
        ["C10b"] = (On<LongestDelayResult>(r => r with { ByEq13 = 50 }), AsFound),
        ["C10c"] = (
            On<LongestDelayResult>(r => r with { Measured = Known(50) }),
            On<LongestDelayResult>(r => r with { Measured = Known(25) })
        ),
        ["C11a"] = (AsFound, Accuracy(0.5)),
        ["C11b"] = (Accuracy(1), AsFound),
        ["C12a"] = (Limits(1), Limits(0.5)),
        ["C12b"] = (Limits(1), Limits(0.5)),
        ["C12c"] = (Limits(1), Limits(1, strong: 0.5)),
        ["C13a"] = (Delays(0, 1), Delays(0, 2)),
        ["C13b"] = (
            On<DecayTimesResult>(r =>
                r with
                {
                    Scan = [.. r.Scan.Select(one => one with { With = one.Without / 2 })],
                }
            ),
            AsFound
        ),
        ["C13c"] = (DecayRatios(_ => 0.63), DecayRatios(_ => 1.2)), // eq. 16 says 0.625
        ["C13d"] = (DecayRatios(one => one.Theory!.Value), DecayRatios(_ => 1)),
        ["C14a"] = (FewLosses(0.5), FewLosses(2)),
        ["C14b"] = (DecayRatios(one => one.Theory!.Value), DecayRatios(_ => 1)),
        ["C15a"] = (
            Layers(s => s with { InitialDistance = Known(s.ExpectedInitialDistance) }),
            Layers(s => s with { InitialDistance = Known(2 * s.ExpectedInitialDistance) })
        ),
        ["C15b"] = (
            Layers(s => s with { InitialWeights = Known(0.5) }),
            Layers(s => s with { InitialWeights = Known(1) })
        ),
        ["C15c"] = (
            Layers(s => s with { LargestWeightsChange = Known(0) }),
            Layers(s => s with { LargestWeightsChange = Known(1) })
        ),
        ["C15d"] = (
            Layers(s => s with { ReplicasFromPrinted = Known(0.1) }),
            Layers(s => s with { ReplicasFromPrinted = Known(Math.Log(s.OutputDimension)) })
        ),
        ["C15e"] = (Layers(s => Crossing(s, 1)), Layers(s => Crossing(s, 0.5))),
        ["C16a"] = (
            Layers(s => s with { ReplicasFromLinear = s.Gain == 0 ? null : Known(0) }),
            Layers(s => s with { ReplicasFromLinear = s.Gain == 0 ? null : Known(Math.Log(2)) })
        ),
        ["C16b"] = (Layers(s => Crossings(s, 1)), Layers(s => Crossings(s, s.Gain == 0 ? 1 : 2))),
        ["C17a"] = (AsFound, Descents(row => row with { LargestLossDeviation = Math.Log(2) })),
        ["C17b"] = (AsFound, Descents(row => row with { FlowDifference = 2 * row.FlowDifference })),
    };

    /// <summary>For every erratum: the deciding number where the derived form puts it, and where the printed one does.</summary>
    private static readonly Dictionary<string, (Edit Derived, Edit Printed)> Corrections = new()
    {
        ["E11"] = (AsFound, Losses(row => row with { Generalization = row.Eq11 ?? row.Generalization })),
        ["E12"] = (
            AsFound,
            On<CriticalRatioResult>(r =>
                r with
                {
                    Near = [.. r.Near.Select(one => one with { Exact = one.Eq12!.Value })],
                }
            )
        ),
        ["E13"] = (
            GeneralizationTimes(one => one.Generalization!.Value),
            GeneralizationTimes(one => one.Times.Generalization.Theory!.Value)
        ),
        ["E-noise"] = (Noise(9), Noise(0)),
        ["E16a"] = (Limits(0.5), Limits(1)),
        ["E16b"] = (DecayRatios(one => one.Theory!.Value), DecayRatios(_ => 0.63)),
        ["E18"] = (
            Layers(s => s with { WeightsChange = [.. s.Weights.Theory.Select(h => Known(h - 0.5))] }),
            Layers(s => s with { WeightsChange = [.. s.WeightsAsPrinted.Select(h => Known(h - 0.5))] })
        ),
        ["E19"] = (FirstLosses(1), FirstLosses(5)), // d_out = 5
        ["E26"] = (AsFound, Times(row => row with { Eq26 = 1 })),
    };

    private delegate Findings Edit(Findings findings);

    public static TheoryData<string> Ids => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheVerdictFollowsTheDecisiveNumber(string id)
    {
        var (right, wrong) = Edits[id];
        Assert.Equal(Verdict.Holds, Judge(right));
        Assert.Equal(Verdict.Fails, Judge(wrong));

        Verdict Judge(Edit edit) =>
            LinearEstimatorsLedger.Of(edit(quick.Findings)).Claims.Single(claim => claim.Id == id).Verdict;
    }

    public static TheoryData<string> ErrataIds => [.. Corrections.Keys];

    [Theory]
    [MemberData(nameof(ErrataIds))]
    public void AnErratumStandsByItsDecidingNumberAlone(string id)
    {
        var (derived, printed) = Corrections[id];
        Assert.True(Stands(derived));
        Assert.False(Stands(printed));

        bool Stands(Edit edit) =>
            LinearEstimatorsLedger
                .Of(edit(quick.Findings))
                .Errata.Single(erratum => erratum.Id == id)
                .Decision.Stands;
    }

    [Fact]
    public void AFactorOf1001InEq12TurnsTheLedgerRed()
    {
        Ledger before = LinearEstimatorsLedger.Of(quick.Findings);
        Ledger after = LinearEstimatorsLedger.Of(
            Times(row => row with { Eq12 = 1.001 * row.Eq12 })(quick.Findings)
        );
        Assert.Equal(Verdict.Holds, before.Claims.Single(claim => claim.Id == "C6g").Verdict);
        Assert.Equal(Verdict.Fails, after.Claims.Single(claim => claim.Id == "C6g").Verdict);
    }

    [Fact]
    public void AFactorOf2LostInEq16TurnsTheLedgerRed()
    {
        // What was measured is put where theory has it, so that the factor alone decides.
        Findings settled = Limits(0.5)(quick.Findings);
        Findings lost = On<WeightDecayResult>(r => r with { Limits = [.. r.Limits.Select(Halved)] })(
            On<ApproximationResult>(r => r with { Limits = [.. r.Limits.Select(Halved)] })(settled)
        );
        (Ledger before, Ledger after) = (LinearEstimatorsLedger.Of(settled), LinearEstimatorsLedger.Of(lost));
        Assert.True(Erratum(before).Decision.Stands);
        Assert.False(Erratum(after).Decision.Stands);
        Assert.Equal(Standing.Wrong, Formula(before));
        Assert.Equal(Standing.RightWithinDomain, Formula(after));
        Assert.Equal(Verdict.Fails, before.Claims.Single(claim => claim.Id == "C12a").Verdict);
        Assert.Equal(Verdict.Holds, after.Claims.Single(claim => claim.Id == "C12a").Verdict);

        static Erratum Erratum(Ledger ledger) => ledger.Errata.Single(one => one.Id == "E16a");
        static Standing Formula(Ledger ledger) =>
            ledger.Formulas.Single(one => one.Equation == "eq. 16, L").Standing;
        static DecayForms Halved(DecayForms row) =>
            row with
            {
                Eq16Training = row.Eq16Training / 2,
                Eq16Generalization = row.Eq16Generalization / 2,
            };
    }

    [Fact]
    public void EveryFormulaThatTheoryAloneDecidesStandsWhereItShould()
    {
        Dictionary<string, Standing> standings = LinearEstimatorsLedger
            .Of(quick.Findings)
            .Formulas.ToDictionary(one => one.Equation, one => one.Standing);
        Assert.Equal(Standing.Right, standings["eq. 9"]);
        Assert.Equal(Standing.Right, standings["eq. 24, t*_tr"]);
        foreach (
            string equation in new[]
            {
                "eqs 11 and 22, L_tr",
                "eq. 11, L_gen",
                "eq. 23",
                "eq. 12",
                "eq. 24, t*_gen",
                "eq. 26",
            }
        )
            Assert.Equal(Standing.RightWithinDomain, standings[equation]);
        Assert.Equal(Standing.Wrong, standings["eq. 16, L"]);
        Assert.Equal(Standing.Wrong, standings["eq. 16, Δt"]);
        // Each of the equations asked for is there: 9, 11, 12, 13, 15, 16, 18, 19, 22, 23, 24, 26.
        foreach (string number in "9 11 12 13 15 16 18 19 22 23 24 26".Split(' '))
            Assert.Contains(
                standings.Keys,
                equation => equation.Split(' ', ',').Contains(number, StringComparer.Ordinal)
            );
    }

    [Fact]
    public void EntriesNameTheStudiesAndEntriesThatTheyRestOn()
    {
        Ledger ledger = LinearEstimatorsLedger.Of(quick.Findings);
        string[] studies = [.. quick.Findings.Studies.Select(study => study.Id)];
        Assert.All(ledger.Claims, claim => Assert.Subset(studies.ToHashSet(), claim.Studies.ToHashSet()));
        Assert.All(ledger.Claims, claim => Assert.NotEmpty(claim.Studies));
        Assert.All(ledger.Errata, erratum => Assert.NotEmpty(erratum.Studies));
        // Every erratum answers to a claim, and the claim says so.
        foreach (Erratum erratum in ledger.Errata)
        {
            Claim[] claims = [.. ledger.Claims.Where(claim => erratum.Related.Contains(claim.Id))];
            Assert.NotEmpty(claims);
            Assert.All(claims, claim => Assert.Contains(erratum.Id, claim.Related));
        }
    }

    [Fact]
    public void EveryErratumOfTheLedgerIsTried() =>
        Assert.Equal(
            LinearEstimatorsLedger.Of(quick.Findings).Errata.Select(erratum => erratum.Id),
            Corrections.Keys
        );

    [Fact]
    public void EveryClaimOfTheLedgerIsTried()
    {
        Ledger ledger = LinearEstimatorsLedger.Of(quick.Findings);
        Assert.Equal(ledger.Claims.Select(claim => claim.Id), Edits.Keys);
        Assert.Equal(ledger.Claims.Count, ledger.Counts.Values.Sum());
        Assert.All(ledger.Claims, claim => Assert.False(string.IsNullOrWhiteSpace(claim.Command)));
    }

    [Fact]
    public void TheErrataSayWhatTheNumbersSay()
    {
        IReadOnlyList<Erratum> errata = LinearEstimatorsLedger.Of(quick.Findings).Errata;
        // Each is a fact of the infinite system, worked out by hand beside the formula in the sources.
        Assert.Equal(0.5, Value("E16a", "exact limit of L_tr"), 1e-3);
        Assert.Equal(0.5, Value("E16a", "exact limit of L_gen"), 1e-3);
        Assert.Equal(1, Value("E16b", "shortest exact Δt"), 1e-3);
        Assert.Equal(9.009, Value("E-noise", "derived excess there"), 0.1); // λ/(1−λ) = 9 as whole samples realise it
        Assert.Equal(10, Value("E18", "factor between"), 1e-9);
        Assert.InRange(Value("E11", "relative error of L_gen at λ = 0.9, ηt"), 1, 1.2);
        Assert.InRange(Value("E12", "exact Δt at λ = 1, ε = 1e-3"), 1.1e8, 1.2e8);
        Assert.True(Value("E26", "the paper's ε") > Value("E26", "largest ε at"));

        double Value(string id, string name) =>
            errata
                .Single(one => one.Id == id)
                .Evidence.Single(pair => pair.Key.StartsWith(name, StringComparison.Ordinal))
                .Value.Value;
    }

    private static Findings AsFound(Findings findings) => findings;

    /// <summary>Ten replicas that agree to a millionth.</summary>
    private static SampleSummary Known(double value) =>
        new(10, value, 1e-6 * Math.Max(1e-9, Math.Abs(value)));

    private static IReadOnlyList<SampleSummary> Known(IReadOnlyList<SampleSummary> all, double value) =>
        [.. all.Select(_ => Known(value))];

    private static Edit On<TResult>(Func<TResult, TResult> edit)
        where TResult : StudyResult =>
        findings =>
            findings with
            {
                Results = [.. findings.Results.Select(result => result is TResult one ? edit(one) : result)],
            };

    private static Edit Settings<TResult>(Func<CurveComparison, int, CurveComparison> edit)
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

    private static Edit Curves<TResult>(int at, Func<LearningComparison, LearningComparison> edit)
        where TResult : StudyResult =>
        Settings<TResult>((s, i) => i == at ? s with { Curves = edit(s.Curves) } : s);

    private static Edit Deviation(int at, double log) =>
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

    private static Edit FinalLoss(double value) =>
        Curves<SampleRatioResult>(2, c => c with { FinalGeneralizationLoss = Known(value) });

    private static Edit Residuals<TResult>(double value)
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

    private static Edit Losses(Func<LossForms, LossForms> edit) =>
        On<ApproximationResult>(r => r with { Losses = [.. r.Losses.Select(edit)] });

    private static Edit Times(Func<TimeForms, TimeForms> edit) =>
        On<ApproximationResult>(r => r with { Times = [.. r.Times.Select(edit)] });

    private static Edit Descents(Func<DescentForms, DescentForms> edit) =>
        On<ApproximationResult>(r => r with { Descents = [.. r.Descents.Select(edit)] });

    private static Edit MeasuredOverEq12(double ratio) =>
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

    private static Edit Scales(double factor) =>
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

    private static Edit Noise(double excess) =>
        On<LabelNoiseResult>(r =>
            r with
            {
                Excesses = [.. r.Excesses.Select(one => one with { Measured = Known(excess) })],
            }
        );

    private static Edit Longest(int dimension) =>
        On<OutputDimensionResult>(r =>
            r with
            {
                Longest = [.. r.Longest.Select(one => one with { OutputDimension = dimension })],
            }
        );

    private static Edit Accuracy(double value) =>
        On<ManyOutputsResult>(r =>
            r with
            {
                Accuracies = [.. r.Accuracies.Select(one => one with { Measured = Known(value) })],
            }
        );

    private static Edit Limits(double overPrinted, double strong = 1) =>
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

    private static Edit Delays(int at, double ratio) =>
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

    private static Edit FewLosses(double ratio) =>
        On<FewSamplesResult>(r => r with { FinalLossRatios = Known(r.FinalLossRatios, ratio) });

    private static Edit DecayRatios(Func<DecayRatio, double> ratio) =>
        On<DecayTimesResult>(r =>
            r with
            {
                Measured = [.. r.Measured.Select(one => one with { Ratio = Known(ratio(one)) })],
            }
        );

    private static CurveComparison Delayed(
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

    private static Edit GeneralizationTimes(Func<UnequalTimes, double> time) =>
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

    private static Edit FirstLosses(double overDerived) =>
        Layers(s =>
            s with
            {
                FirstGeneralizationLoss = Known(overDerived * s.ExpectedInitialDistance / s.OutputDimension),
            }
        );

    private static Edit Layers(Func<HiddenWidthComparison, HiddenWidthComparison> edit) =>
        On<HiddenWidthResult>(r => r with { Settings = [.. r.Settings.Select(edit)] });

    private static HiddenWidthComparison Crossing(HiddenWidthComparison setting, double overPrinted) =>
        setting with
        {
            Training = setting.Training with
            {
                Measured = Known(overPrinted * setting.Training.AsPrinted!.Value),
            },
        };

    private static HiddenWidthComparison Crossings(HiddenWidthComparison setting, double time) =>
        setting with
        {
            Training = setting.Training with { Values = [time, time] },
        };
}
