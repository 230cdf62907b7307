using Grokking.Claims;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;
using static Grokking.Tests.Claims.Edits;

namespace Grokking.Tests.Claims;

/// <summary>A constant that is off turns the ledger red; as it is, every formula stands where it should.</summary>
[Collection(nameof(QuickFindings))]
public class PerturbedConstantTests(QuickFindings quick)
{
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
        foreach (int equation in LinearEstimatorsLedger.Equations)
            Assert.Contains(standings.Keys, formula => LinearEstimatorsLedger.IsOf(formula, equation));
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
}
