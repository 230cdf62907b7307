using System.Text.Json.Nodes;
using Grokking.Benchmarks.Results;

namespace Grokking.Benchmarks.Tests;

/// <summary>benchmark.json has the shape that the report reads.</summary>
public sealed class BenchmarkResultsTests
{
    private static readonly BenchmarkResults Results = new(
        new Dictionary<string, string> { ["processor"] = "one" },
        "2026-01-02",
        [
            new(
                "Kernels",
                ["kernel", "ratio"],
                [
                    ["product", "1×"],
                    ["copy", "2×"],
                ],
                "On λ."
            ),
        ],
        new Dictionary<string, IReadOnlyList<double>> { ["product [s]"] = [0.25, 0.1] }
    );

    [Fact]
    public void Names_and_nesting_are_those_that_the_report_reads()
    {
        JsonNode expected = JsonNode.Parse(
            """
            {
              "machine": { "processor": "one" },
              "date": "2026-01-02",
              "tables": [
                {
                  "title": "Kernels",
                  "columns": ["kernel", "ratio"],
                  "rows": [["product", "1×"], ["copy", "2×"]],
                  "note": "On λ."
                }
              ],
              "raw": { "product [s]": [0.25, 0.1] }
            }
            """
        )!;
        JsonNode written = JsonNode.Parse(Results.ToJson())!;
        Assert.True(JsonNode.DeepEquals(expected, written), Results.ToJson());
    }

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new Table(
                "Kernels",
                ["kernel", "ratio"],
                [
                    ["product"],
                ],
                ""
            )
        );
}
