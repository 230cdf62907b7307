using System.Globalization;
using System.Text;
using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Output;

/// <summary>The ledger as Markdown, for people without the PDF.</summary>
public static class VerdictsText
{
    /// <summary>A table of all claims, why each tolerance is what it is, and the errata.</summary>
    /// <param name="ledger">What became of the claims.</param>
    /// <param name="profile">The sizes at which they were measured.</param>
    public static string Of(Ledger ledger, Profile profile)
    {
        var text = new StringBuilder("# Verdicts\n\n");
        if (profile.Name != Profile.Paper.Name)
            text.Append(
                $"**These are verdicts on the profile `{profile.Name}`, whose sizes are not the paper's. They show that the "
                    + "pipeline works and judge nothing about the paper.**\n\n"
            );
        text.Append(Counts(ledger)).Append(".\n\n");
        text.Append("| claim | where | what it says | predicted | measured | tolerance | verdict |\n");
        text.Append("|---|---|---|--:|--:|--:|---|\n");
        foreach (Claim claim in ledger.Claims)
            Row(
                text,
                claim.Id,
                claim.Source,
                claim.Statement,
                Number(claim.Predicted),
                Measured(claim),
                Number(claim.Tolerance),
                $"**{Name(claim.Verdict)}**"
            );
        text.Append("\n## What was measured, and why the tolerance is what it is\n\n");
        foreach (Claim claim in ledger.Claims)
            text.Append($"- **{claim.Id}** {claim.Quantity}. Tolerance: {claim.Reason}. `{claim.Command}`\n");
        text.Append("\n## Errata\n");
        foreach (Erratum erratum in ledger.Errata)
        {
            text.Append($"\n### {erratum.Id}: {erratum.Source}\n\n");
            text.Append($"- printed: {erratum.Printed.Text}\n- derived: {erratum.Derived.Text}\n");
            foreach (var (name, value) in erratum.Evidence)
                text.Append($"- {name}: {Number(value)}\n");
            text.Append($"- `{erratum.Command}`\n");
        }
        return text.ToString();
    }

    /// <summary>How many claims have each verdict, in words.</summary>
    public static string Counts(Ledger ledger) =>
        $"Of {ledger.Claims.Count} claims "
        + string.Join(", ", ledger.Counts.Select(count => $"{count.Value} {Name(count.Key)}"))
        + $"; {ledger.Errata.Count} errata";

    /// <summary>A verdict as it is written everywhere.</summary>
    public static string Name(Verdict verdict) =>
        verdict switch
        {
            Verdict.NotTested => "not-tested",
            Verdict.Holds => "holds",
            Verdict.Fails => "fails",
            Verdict.Inconclusive => "inconclusive",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
        };

    /// <summary>Measured ± uncertainty, or a dash.</summary>
    public static string Measured(Claim claim) =>
        claim.Uncertainty is > 0
            ? $"{Number(claim.Measured)} ± {claim.Uncertainty.Value.ToString("G2", CultureInfo.InvariantCulture)}"
            : Number(claim.Measured);

    /// <summary>Four digits, or a dash.</summary>
    public static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";

    private static void Row(StringBuilder text, params IEnumerable<string> cells) =>
        text.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
}
