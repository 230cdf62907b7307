using System.Text;
using Grokking.Claims;
using Grokking.Cli.Output;

namespace Grokking.Cli.Terminal;

/// <summary>An entry of the ledger in full, as plain text: a headline, and a line for each thing there is to say.</summary>
internal static class EntryText
{
    /// <summary>A claim with the numbers that decide it.</summary>
    public static string Of(Claim claim) =>
        Lines(
            $"{claim.Id}, {claim.Source}: {VerdictsText.Name(claim.Verdict)}",
            ("statement", claim.Statement),
            ("quantity", claim.Quantity),
            ("predicted", VerdictsText.Number(claim.Predicted)),
            ("measured", VerdictsText.Measured(claim)),
            ("tolerance", $"{VerdictsText.Number(claim.Tolerance)}: {claim.Reason}"),
            ("rests on", string.Join(", ", claim.Studies)),
            ("related", string.Join(", ", claim.Related))
        );

    /// <summary>An erratum with the number that decides it and the evidence.</summary>
    public static string Of(Erratum erratum) =>
        Lines(
            $"{erratum.Id}, {erratum.Source}: {(erratum.Decision.Stands ? "stands" : "not shown by these numbers")}",
            [
                ("as printed", erratum.Printed.Text),
                ("as derived", erratum.Derived.Text),
                ("decides", erratum.Decision.Quantity),
                ("printed", VerdictsText.Number(erratum.Decision.Printed)),
                ("derived", VerdictsText.Number(erratum.Decision.Derived)),
                ("measured", VerdictsText.PlusMinus(erratum.Decision.Measured)),
                .. erratum.Evidence.Select(one =>
                    ("evidence", $"{one.Key}: {VerdictsText.PlusMinus(one.Value)}")
                ),
                ("rests on", string.Join(", ", erratum.Studies)),
                ("related", string.Join(", ", erratum.Related)),
            ]
        );

    private static string Lines(string headline, params IEnumerable<(string Name, string Text)> lines)
    {
        var text = new StringBuilder(headline).AppendLine();
        foreach (var (name, words) in lines.Where(line => line.Text.Length > 0))
            text.AppendLine($"  {name, -10}  {words}");
        return text.ToString();
    }
}
