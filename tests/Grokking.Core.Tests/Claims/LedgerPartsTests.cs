using Grokking.Claims;
using Grokking.LinearEstimators.Claims;

namespace Grokking.Tests.Claims;

/// <summary>An entry is judged from the results that it says it rests on, and from no others.</summary>
[Collection(nameof(QuickFindings))]
public class LedgerPartsTests(QuickFindings quick)
{
    public static TheoryData<string> Ids => [.. LinearEstimatorsLedger.Entries];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnEntryNeedsNoOtherResultsThanItNames(string id)
    {
        IReadOnlyList<Type> kinds = LinearEstimatorsLedger.ResultsFor(id);
        Findings just = quick.Findings with
        {
            Results = [.. quick.Findings.Results.Where(result => kinds.Contains(result.GetType()))],
        };
        Ledger all = LinearEstimatorsLedger.Of(quick.Findings);
        IReadOnlyList<Claim> claims = LinearEstimatorsLedger.Claims([id], just);
        IReadOnlyList<Erratum> errata = LinearEstimatorsLedger.Errata([id], just);
        Assert.Equal(1, claims.Count + errata.Count);
        foreach (Claim claim in claims)
            Assert.Equivalent(all.Claims.Single(one => one.Id == id), claim, strict: true);
        foreach (Erratum erratum in errata)
            Assert.Equivalent(all.Errata.Single(one => one.Id == id), erratum, strict: true);

        string[] studies =
        [
            .. claims.SelectMany(one => one.Studies),
            .. errata.SelectMany(one => one.Studies),
        ];
        Assert.Equal(
            quick
                .Findings.Studies.Where(study => kinds.Contains(study.ResultType))
                .Select(study => study.Id)
                .Order(),
            studies.Order()
        );
    }

    [Fact]
    public void EveryEntryOfTheLedgerIsListedInItsOrder()
    {
        Ledger all = LinearEstimatorsLedger.Of(quick.Findings);
        Assert.Equal(
            LinearEstimatorsLedger.Entries,
            [.. all.Claims.Select(claim => claim.Id), .. all.Errata.Select(erratum => erratum.Id)]
        );
        // The parts of a question follow one another, however many results they need.
        string c6 = string.Concat(
            all.Claims.Select(claim => claim.Id).Where(id => id.StartsWith("C6", StringComparison.Ordinal))
        );
        Assert.Equal("C6aC6bC6cC6dC6eC6fC6g", c6);
    }

    [Fact]
    public void WhatIsNotListedIsNotJudged() =>
        Assert.Throws<InvalidOperationException>(() => LinearEstimatorsLedger.ResultsFor("C18"));
}
