using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Claims;

namespace Grokking.Cli.Output;

/// <summary>
/// Judges the ledger again from its numbers: every verdict follows from what stands beside it, every entry is there and
/// whole, and the text for people counts the same verdicts and errata as the data.
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
        JsonArray formulas = ledger.At("formulas") as JsonArray ?? [];
        int standing = errata.Count(one => one?["decision"]?["stands"]?.GetValueKind() == JsonValueKind.True);
        return
        [
            .. LedgerCompleteness.Problems(claims, errata, formulas),
            .. claims.Select(Verdict).OfType<string>(),
            .. errata.Select(Evidence).OfType<string>(),
            .. errata.Select(Decides).OfType<string>(),
            .. formulas.Select(Stands).OfType<string>(),
            .. Verdicts
                .Select(verdict => $" {claims.Count(one => Text(one, "verdict") == verdict)} {verdict}")
                .Prepend($"Of {claims.Count} claims")
                .Append(VerdictsText.Errata(standing, errata.Count))
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

    /// <summary>A text of an object; empty if it has none of that name.</summary>
    public static string Text(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : "";

    private static double? Number(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.GetValue<double>()
            : null;
}
