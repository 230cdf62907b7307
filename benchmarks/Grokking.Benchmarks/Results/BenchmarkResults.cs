using System.Text.Json;
using Grokking.Cli.Output;

namespace Grokking.Benchmarks.Results;

/// <summary>What a run of the benchmarks found; the content of benchmark.json.</summary>
/// <param name="Machine">On what, by name of the property.</param>
/// <param name="Date">The day of the run, as ISO 8601.</param>
/// <param name="Tables">What people read; the report's appendix shows just these.</param>
/// <param name="Raw">Every single measurement behind them, by name and unit, in the order in which it was taken.</param>
public sealed record BenchmarkResults(
    IReadOnlyDictionary<string, string> Machine,
    string Date,
    IReadOnlyList<Table> Tables,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Raw
)
{
    /// <summary>The text of benchmark.json.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.Readable) + "\n";
}
