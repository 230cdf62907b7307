using Grokking.Claims;
using Grokking.LinearEstimators.Claims;

namespace Grokking.Tests.Claims;

/// <summary>What each claim was tested with: simulated networks or theory alone.</summary>
[Collection(nameof(QuickFindings))]
public class EvidenceTests(QuickFindings quick)
{
    // Written down by reading what each of them compares.
    private static readonly string[] ByTheory =
    [
        .. new[] { "C3", "C5a", "C5b", "C5c", "C6b", "C6c", "C6d", "C6e", "C6f", "C6g" },
        .. new[] { "C7a", "C7b", "C10a", "C10b", "C13b", "C17a", "C17b" },
    ];

    private IReadOnlyList<Claim> Claims => LinearEstimatorsLedger.Of(quick.Findings).Claims;

    [Fact]
    public void TheClaimsThatTheoryAloneDecidesSaySo() =>
        Assert.Equal(
            ByTheory,
            Claims.Where(claim => claim.Evidence == Evidence.Theory).Select(claim => claim.Id)
        );

    [Fact]
    public void OnlySimulationHasAnInterval() =>
        Assert.All(
            Claims.Where(claim => claim.Verdict != Verdict.NotTested),
            claim => Assert.Equal(claim.Evidence == Evidence.Theory, claim.Uncertainty == 0)
        );

    [Fact]
    public void ClaimsThatWereNotTestedHaveNone() =>
        Assert.All(
            Claims.Where(claim => claim.Verdict == Verdict.NotTested),
            claim => Assert.Null(claim.Evidence)
        );
}
