using System.Globalization;
using System.Text;
using Grokking.Claims;

namespace Grokking.Cli.Output;

/// <summary>The ledger as Markdown, for people without the PDF.</summary>
public static class VerdictsText
{
    /// <summary>A table of all claims, why each tolerance is what it is, the errata, and the formulas checked.</summary>
    public static string Of(Ledger ledger, string? caveat)
    {
        var text = new StringBuilder("# Verdicts\n\n");
        if (caveat is not null)
            text.Append("**Warning: ").Append(caveat).Append(".**\n\n");
        text.Append(Counts(ledger)).Append(".\n\n");
        text.Append("| claim | where | what it says | predicted | found | by | tolerance | verdict |\n");
        text.Append("|---|---|---|--:|--:|---|--:|---|\n");
        foreach (Claim claim in ledger.Claims)
            Row(
                text,
                claim.Id,
                claim.Source,
                claim.Statement,
                Number(claim.Predicted),
                Measured(claim),
                Name(claim.Evidence),
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
            Decision decision = erratum.Decision;
            text.Append($"- decides: {decision.Quantity}: {PlusMinus(decision.Measured)}; printed ");
            text.Append($"{Number(decision.Printed)}, derived {Number(decision.Derived)}");
            text.Append(decision.Stands ? "\n" : " – **not shown by these numbers**\n");
            foreach (var (name, value) in erratum.Evidence)
                text.Append($"- {name}: {PlusMinus(value)}\n");
            text.Append($"- derivation: `{erratum.Derivation}`\n- `{erratum.Command}`\n");
        }
        text.Append("\n## Formulas checked\n\n");
        text.Append(
            "| formula | looked at | largest deviation | within | deviation there | tolerance | it is | see |\n"
        );
        text.Append("|---|---|--:|---|--:|--:|---|---|\n");
        foreach (FormulaCheck formula in ledger.Formulas)
            Row(
                text,
                formula.Equation,
                $"{formula.Domain}; {formula.Quantity}",
                Number(formula.Deviation),
                formula.Within?.Domain ?? "–",
                Number(formula.Within?.Deviation),
                Number(formula.Tolerance.Width),
                $"**{Name(formula.Standing)}**",
                string.Join(", ", formula.Related)
            );
        return text.ToString();
    }

    /// <summary>How many claims have each verdict, and how many errata stand, in words.</summary>
    public static string Counts(Ledger ledger) =>
        $"Of {ledger.Claims.Count} claims "
        + string.Join(", ", ledger.Counts.Select(count => $"{count.Value} {Name(count.Key)}"))
        + $"; {Errata(ledger.ErrataThatStand.Count(), ledger.Errata.Count)}";

    /// <summary>How many errata stand with these numbers, in words.</summary>
    public static string Errata(int standing, int all) => $"{standing} of {all} errata stand";

    /// <summary>What a claim was tested with, or a dash.</summary>
    public static string Name(Evidence? evidence) =>
        evidence switch
        {
            Evidence.Simulation => "simulation",
            Evidence.Theory => "theory",
            _ => "–",
        };

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

    /// <summary>Where a formula stands, as it is written everywhere.</summary>
    public static string Name(Standing standing) =>
        standing switch
        {
            Standing.Right => "right",
            Standing.RightWithinDomain => "right-within-domain",
            Standing.Wrong => "wrong",
            Standing.Undecided => "undecided",
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "not a standing"),
        };

    /// <summary>Measured ± uncertainty, or a dash.</summary>
    public static string Measured(Claim claim) =>
        claim.Measured is { } measured
            ? PlusMinus(new Measurement(measured, claim.Uncertainty))
            : Number(null);

    /// <summary>Value ± uncertainty, without the latter where it is below the last of four digits.</summary>
    public static string PlusMinus(Measurement measured) =>
        measured.Uncertainty > 1e-5 * Math.Abs(measured.Value)
            ? $"{Number(measured.Value)} ± {measured.Uncertainty.Value.ToString("G2", CultureInfo.InvariantCulture)}"
            : Number(measured.Value);

    /// <summary>Four digits, or a dash.</summary>
    public static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";

    private static void Row(StringBuilder text, params IEnumerable<string> cells) =>
        text.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
}
