using System.Text.Json.Nodes;
using Grokking.LinearEstimators.Claims;
using static Grokking.Cli.Output.LedgerVerification;

namespace Grokking.Cli.Output;

/// <summary>
/// Whether a ledger read from a file holds all that it should: every question answered, every entry once, every equation
/// checked, and every entry that another refers to.
/// </summary>
internal static class LedgerCompleteness
{
    /// <summary>One line a problem.</summary>
    public static IEnumerable<string> Problems(JsonArray claims, JsonArray errata, JsonArray formulas)
    {
        JsonNode?[] entries = [.. claims, .. errata];
        string[] ids = [.. entries.Select(entry => Text(entry, "id"))];
        return
        [
            .. ids.GroupBy(id => id)
                .Where(same => same.Key.Length == 0 || same.Count() > 1)
                .Select(same => $"verdicts.json has {same.Count()} entries called '{same.Key}'"),
            .. LinearEstimatorsLedger.Entries.Except(ids).Select(id => $"verdicts.json has no entry {id}"),
            .. LinearEstimatorsLedger
                .Equations.Where(equation =>
                    !formulas.Any(formula => LinearEstimatorsLedger.IsOf(Text(formula, "equation"), equation))
                )
                .Select(equation => $"verdicts.json does not say what became of eq. {equation}"),
            .. entries
                .Where(entry => Text(entry, "command").Length == 0)
                .Select(entry => $"{Text(entry, "id")} has no command"),
            .. entries
                .Concat(formulas)
                .SelectMany(entry =>
                    Related(entry)
                        .Except(ids)
                        .Select(id => $"{Name(entry)} refers to {id}, which is not there")
                ),
        ];
    }

    private static string Name(JsonNode? entry) =>
        Text(entry, "id") is { Length: > 0 } id ? id : $"formula {Text(entry, "equation")}";

    private static IEnumerable<string> Related(JsonNode? entry) =>
        (entry.At("related") as JsonArray ?? []).Select(id => id?.ToString() ?? "");
}
