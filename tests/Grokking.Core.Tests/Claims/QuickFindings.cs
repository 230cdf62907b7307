using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Claims;

/// <summary>The results of the quick profile that claims rest on, run once for all tests of the ledger.</summary>
[CollectionDefinition(nameof(QuickFindings))]
public sealed class QuickFindings : ICollectionFixture<QuickFindings>
{
    public QuickFindings()
    {
        Profile quick = Profile.Quick;
        // Two replicas have an interval; the tests put their own numbers where more would be needed.
        (IStudy Study, int Replicas)[] studies =
        [
            .. quick
                .Studies.Where(study => study is not PhaseDiagramStudy and not LateTimeStudy)
                .Select(study => (study, 2)),
        ];
        Dictionary<IStudy, StudyResult> results = [];
        Laboratory.Run(
            studies,
            new Seed(2024),
            Implementations.All[^1],
            new Execution { Threads = 2 },
            results.Add
        );
        Findings = new Findings(
            [.. studies.Select(one => results[one.Study])],
            [.. studies.Select(one => one.Study)],
            id => $"judge --entry {id}"
        );
    }

    public Findings Findings { get; }
}
