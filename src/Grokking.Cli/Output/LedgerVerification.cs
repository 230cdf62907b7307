using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Claims;

namespace Grokking.Cli.Output;

/// <summary>
/// Judges the ledger again from its numbers: every verdict follows from what stands beside it, every entry is there
/// once and whole, and the text for people counts the same verdicts as the data.
/// </summary>
internal static class LedgerVerification
{
    private static readonly string[] Verdicts = [.. Enum.GetValues<Verdict>().Select(VerdictsText.Name)];

    /// <summary>One line a problem.</summary>
    /// <param name="ledger">verdicts.json; null if it could not be read.</param>
    /// <param name="text">verdicts.md.</param>
    public static IEnumerable<string> Problems(JsonNode? ledger, string text)
    {
        if (ledger.At("claims") is not JsonArray claims || ledger.At("errata") is not JsonArray errata)
            return ["verdicts.json is missing or damaged"];
        JsonNode?[] entries = [.. claims, .. errata];
        return
        [
            .. entries
                .GroupBy(entry => Text(entry, "id"))
                .Where(same => same.Key.Length == 0 || same.Count() > 1)
                .Select(same => $"verdicts.json has {same.Count()} entries called '{same.Key}'"),
            .. entries
                .Where(entry => Text(entry, "command").Length == 0)
                .Select(entry => $"{Text(entry, "id")} has no command"),
            .. claims.Select(Verdict).OfType<string>(),
            .. errata.Select(Evidence).OfType<string>(),
            .. errata.Select(Decides).OfType<string>(),
            .. (ledger.At("formulas") as JsonArray ?? []).Select(Stands).OfType<string>(),
            .. Verdicts
                .Select(verdict => $" {claims.Count(one => Text(one, "verdict") == verdict)} {verdict}")
                .Prepend($"Of {claims.Count} claims")
                .Append($"{errata.Count} errata")
                .Where(words => !text.Contains(words, StringComparison.Ordinal))
                .Select(words => $"verdicts.md does not say '{words.Trim()}'"),
        ];
    }

    private static string? Verdict(JsonNode? claim)
    {
        string written = Text(claim, "verdict");
        string follows = VerdictsText.Name(
            Equivalence.Test(
                Number(claim, "predicted"),
                Number(claim, "measured"),
                Number(claim, "uncertainty"),
                Number(claim, "tolerance")
            )
        );
        return written == follows
            ? null
            : $"claim {Text(claim, "id")} has the verdict '{written}'; from its numbers follows '{follows}'";
    }

    private static string? Evidence(JsonNode? erratum) =>
        erratum.At("evidence") is JsonObject { Count: > 0 } evidence
        && evidence.All(one => (Number(evidence, one.Key) ?? Number(one.Value, "value")) is not null)
        && Text(erratum, "printed").Length > 0
        && Text(erratum, "derived").Length > 0
            ? null
            : $"erratum {Text(erratum, "id")} lacks what is printed, what is derived, or the numbers that decide";

    /// <summary>Whether the numbers show an erratum follows from its deciding number.</summary>
    private static string? Decides(JsonNode? erratum)
    {
        JsonNode? decision = erratum.At("decision");
        bool follows =
            Number(decision, "printed") is { } printed
            && Number(decision, "derived") is { } derived
            && Number(decision.At("measured"), "value") is { } value
            && new Decision(
                Text(decision, "quantity"),
                printed,
                derived,
                new Measurement(value, Number(decision.At("measured"), "uncertainty"))
            ).Stands;
        return decision.At("stands")?.GetValueKind() == (follows ? JsonValueKind.True : JsonValueKind.False)
            ? null
            : $"erratum {Text(erratum, "id")} does not say what follows from its deciding number";
    }

    /// <summary>Where a formula stands follows from its deviations.</summary>
    private static string? Stands(JsonNode? formula)
    {
        Standing follows = FormulaCheck.Judge(
            Number(formula, "deviation"),
            formula.At("within") is { } within ? new("", Number(within, "deviation")) : null,
            Number(formula, "tolerance") ?? 0
        );
        return Text(formula, "standing") == VerdictsText.Name(follows)
            ? null
            : $"formula {Text(formula, "equation")} is called '{Text(formula, "standing")}'; from its numbers follows "
                + $"'{VerdictsText.Name(follows)}'";
    }

    private static string Text(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : "";

    private static double? Number(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.GetValue<double>()
            : null;
}
