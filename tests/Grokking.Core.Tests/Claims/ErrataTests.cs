using Grokking.Claims;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;
using static Grokking.Tests.Claims.Edits;

namespace Grokking.Tests.Claims;

/// <summary>
/// For every erratum: it stands with the deciding number where the derived form puts it, and not where the printed one
/// does.
/// </summary>
[Collection(nameof(QuickFindings))]
public class ErrataTests(QuickFindings quick)
{
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
    public void EveryErratumOfTheLedgerIsTried() =>
        Assert.Equal(
            LinearEstimatorsLedger.Of(quick.Findings).Errata.Select(erratum => erratum.Id),
            Corrections.Keys
        );

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
        Assert.InRange(
            Value("E26", "the paper's ε"),
            Value("E26", "smallest ε at"),
            Value("E26", "largest ε at")
        );
        Assert.Equal(43.35, Value("E26", "eq. 26 over the exact Δt at λ = 0.9, ε = 0.1"), 0.01);
        // ε₁(1−√λ)²/ε is 1100 here: large, its logarithm is not.
        Assert.Equal(1.396, Value("E26", "eq. 26 over the exact Δt at λ = 0.1, ε = 0.001"), 1e-3);
        Assert.Equal(1.293, Value("E11", "relative error of L_tr at λ = 0.001, ηt = 100 √λ"), 1e-3);

        double Value(string id, string name) =>
            errata
                .Single(one => one.Id == id)
                .Evidence.Single(pair => pair.Key.StartsWith(name, StringComparison.Ordinal))
                .Value.Value;
    }
}
