using Grokking.Claims;
using Grokking.Cli.Output;
using Spectre.Console;

namespace Grokking.Cli.Terminal;

/// <summary>The ledger on standard output, a line a claim.</summary>
public static class VerdictTable
{
    // Wide enough that most statements keep to two lines where nobody tells how wide the page is.
    private const int PageWidth = 150;

    /// <summary>Prints claims with their verdicts, how many there are of each, and what they cannot say.</summary>
    public static void Print(Ledger ledger, string? caveat)
    {
        bool isPage = Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = isPage ? AnsiSupport.No : AnsiSupport.Detect }
        );
        if (isPage)
            console.Profile.Width = PageWidth;
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("claim", "what the paper says", "predicted", "measured", "tolerance", "verdict");
        foreach (Claim claim in ledger.Claims)
            table.AddRow(
                claim.Id,
                Markup.Escape(claim.Statement),
                VerdictsText.Number(claim.Predicted),
                VerdictsText.Measured(claim),
                VerdictsText.Number(claim.Tolerance),
                $"[{Color(claim.Verdict)}]{VerdictsText.Name(claim.Verdict)}[/]"
            );
        console.Write(table);
        console.WriteLine(VerdictsText.Counts(ledger));
        if (caveat is not null)
            console.MarkupLine($"[yellow]Warning: {Markup.Escape(caveat)}.[/]");
    }

    private static string Color(Verdict verdict) =>
        verdict switch
        {
            Verdict.Holds => "green",
            Verdict.Fails => "red",
            Verdict.Inconclusive => "yellow",
            _ => "grey",
        };
}
