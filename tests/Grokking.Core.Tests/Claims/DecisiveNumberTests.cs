using Grokking.Claims;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;
using static Grokking.Tests.Claims.Edits;

namespace Grokking.Tests.Claims;

/// <summary>
/// For every claim: with the decisive number where the claim puts it, the claim holds; with that number off, mostly
/// by a factor of 2, it fails. What the quick profile found is left alone where it serves as one of the two.
/// </summary>
[Collection(nameof(QuickFindings))]
public class DecisiveNumberTests(QuickFindings quick)
{
    private static readonly Dictionary<string, (Edit Right, Edit Wrong)> Numbers = new()
    {
        ["C1a"] = (Deviation(0, 0), Deviation(0, Math.Log(2))),
        ["C1b"] = (Deviation(1, 0), Deviation(1, Math.Log(2))),
        ["C1c"] = (Deviation(2, 0), Deviation(2, -Math.Log(2))),
        ["C1d"] = (Inside(0.95), Inside(0.5)),
        ["C2a"] = (AsFound, Curves<SampleRatioResult>(1, c => c with { FinalTrainingLoss = Known(1e-3) })),
        ["C2b"] = (FinalLoss(1 / 3.0), FinalLoss(1 / 6.0)),
        ["C3"] = (AsFound, Losses(row => row with { Eq9 = 2 * row.Eq9 })),
        ["C4a"] = (Residuals<SampleRatioResult>(0), Residuals<SampleRatioResult>(0.5)),
        ["C4b"] = (Residuals<OutputDimensionResult>(0), Residuals<OutputDimensionResult>(-0.5)),
        ["C5a"] = (Losses(row => row with { Eq22 = row.Training }), AsFound),
        ["C5b"] = (Losses(row => row with { Eq11 = row.Generalization }), AsFound),
        ["C5c"] = (Losses(row => row with { Eq23 = row.Generalization }), AsFound),
        ["C6a"] = (MeasuredOverEq12(1), MeasuredOverEq12(2)),
        ["C6b"] = (AsFound, Times(row => row with { Difference = row.Difference / 2 })),
        ["C6c"] = (AsFound, Times(row => row with { Eq24Training = 2 * row.Eq24Training })),
        ["C6d"] = (
            Times(row => row with { Eq24Generalization = row.Generalization }),
            Times(row => row with { Eq24Generalization = 2 * row.Generalization })
        ),
        ["C6e"] = (Times(row => row with { Eq26 = row.Difference }), AsFound),
        ["C6f"] = (Times(row => row with { Eq26 = row.Difference }), AsFound),
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
        ["C15f"] = (
            On<OverparameterizedResult>(r => r with { FinalGeneralization = Known(0) }),
            On<OverparameterizedResult>(r =>
                r with
                {
                    FinalGeneralization = Known(r.FinalGeneralizationTheory),
                }
            )
        ),
        ["C16a"] = (
            Layers(s => s with { ReplicasFromLinear = s.Gain == 0 ? null : Known(0) }),
            Layers(s => s with { ReplicasFromLinear = s.Gain == 0 ? null : Known(Math.Log(2)) })
        ),
        ["C16b"] = (Layers(s => Crossings(s, 1)), Layers(s => Crossings(s, s.Gain == 0 ? 1 : 2))),
        ["C17a"] = (AsFound, Descents(row => row with { LargestLossDeviation = Math.Log(2) })),
        ["C17b"] = (AsFound, Descents(row => row with { FlowDifference = 2 * row.FlowDifference })),
    };

    public static TheoryData<string> Ids => [.. Numbers.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheVerdictFollowsTheDecisiveNumber(string id)
    {
        var (right, wrong) = Numbers[id];
        Assert.Equal(Verdict.Holds, Judge(right));
        Assert.Equal(Verdict.Fails, Judge(wrong));

        Verdict Judge(Edit edit) =>
            LinearEstimatorsLedger.Of(edit(quick.Findings)).Claims.Single(claim => claim.Id == id).Verdict;
    }

    [Fact]
    public void EveryClaimOfTheLedgerIsTried()
    {
        Ledger ledger = LinearEstimatorsLedger.Of(quick.Findings);
        Assert.Equal(ledger.Claims.Select(claim => claim.Id), Numbers.Keys);
        Assert.Equal(ledger.Claims.Count, ledger.Counts.Values.Sum());
        Assert.All(ledger.Claims, claim => Assert.False(string.IsNullOrWhiteSpace(claim.Command)));
    }
}
