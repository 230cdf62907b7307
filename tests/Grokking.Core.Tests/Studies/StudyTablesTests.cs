using System.Text.Json;
using Grokking.Curves;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Core.Tests.Studies;

/// <summary>Every study of the quick profile, from its experiments to the tables that are published of it.</summary>
public sealed class StudyTablesTests(StudyTablesTests.QuickResults quick)
    : IClassFixture<StudyTablesTests.QuickResults>
{
    public sealed class QuickResults
    {
        public QuickResults()
        {
            Dictionary<string, StudyResult> results = [];
            Laboratory.Run(
                Profile.Quick.Studies.Select(study => (study, 1)),
                new Seed(2024),
                Implementations.All[^1],
                new Execution { Threads = 2 },
                (study, result) => results.Add(study.Id, result)
            );
            All = results;
        }

        public IReadOnlyDictionary<string, StudyResult> All { get; }
    }

    public static TheoryData<string> Studies => [.. Profile.Quick.Studies.Select(study => study.Id)];

    [Theory]
    [MemberData(nameof(Studies))]
    public void Its_tables_are_whole(string study)
    {
        DataTable[] tables = [.. quick.All[study].Tables()];
        Assert.NotEmpty(tables);
        Assert.Equal(tables.Length, tables.Select(table => table.Panel).Distinct().Count());
        Assert.All(
            tables,
            table =>
            {
                Assert.Equal(
                    table.Columns.Count,
                    table.Columns.Select(column => column.Name).Distinct().Count()
                );
                Assert.True(table.Rows > 0, table.Panel);
                Assert.All(table.Columns, column => Assert.Equal(table.Rows, column.Values.Count));
                // What does not exist is absent, not NaN or infinite.
                Assert.All(
                    table.Columns,
                    column =>
                        Assert.All(
                            column.Values,
                            value => Assert.True(value is null || double.IsFinite(value.Value))
                        )
                );
                Assert.Contains(table.Columns, column => column.Values.Any(value => value is not null));
            }
        );
    }

    /// <summary>The cache keeps results as JSON: what is read back must be what was found, to the last bit.</summary>
    [Theory]
    [MemberData(nameof(Studies))]
    public void It_survives_being_kept(string study)
    {
        StudyResult result = quick.All[study];
        string kept = JsonSerializer.Serialize(result, result.GetType());
        var back = (StudyResult)JsonSerializer.Deserialize(kept, result.GetType())!;
        Assert.Equal(kept, JsonSerializer.Serialize(back, result.GetType()));
        foreach (var (expected, actual) in result.Tables().Zip(back.Tables()))
        {
            Assert.Equal(expected.Panel, actual.Panel);
            foreach (var (one, other) in expected.Columns.Zip(actual.Columns))
            {
                Assert.Equal(one.Name, other.Name);
                Assert.Equal(one.Values, other.Values);
            }
        }
    }
}
