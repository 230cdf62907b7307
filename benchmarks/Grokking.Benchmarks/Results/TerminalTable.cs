using Spectre.Console;

namespace Grokking.Benchmarks.Results;

/// <summary>A table on standard output.</summary>
internal static class TerminalTable
{
    // Where nobody tells how wide the page is.
    private const int PageWidth = 170;

    public static void Print(Table table)
    {
        bool isPage = Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = isPage ? AnsiSupport.No : AnsiSupport.Detect }
        );
        if (isPage)
            console.Profile.Width = PageWidth;
        var grid = new Spectre.Console.Table { Border = TableBorder.Simple };
        grid.AddColumns([.. table.Columns.Select(Markup.Escape)]);
        foreach (IReadOnlyList<string> row in table.Rows)
            grid.AddRow([.. row.Select(Markup.Escape)]);
        console.WriteLine(table.Title);
        console.Write(grid);
        if (table.Note.Length > 0)
            console.WriteLine(table.Note + "\n");
    }
}
