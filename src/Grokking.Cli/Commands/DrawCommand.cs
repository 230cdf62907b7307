using Grokking.Cli.Output;
using Grokking.Cli.Typesetting;
using Grokking.Figures.Plotting;

namespace Grokking.Cli.Commands;

/// <summary>Draws figures from results: SVG by the project's own plotting, PDF and PNG by the typesetter.</summary>
internal static class DrawCommand
{
    public static void Execute(Run run, OutputFolder folder)
    {
        List<string> changed = [];
        foreach (FinishedRecipe finished in FinishedRecipe.All(run, folder))
        {
            string path = folder.Figure(finished.Recipe.Name, "svg");
            bool isNew = AtomicFile.Write(
                path,
                SvgExporter.Export(finished.Recipe.Figure.Draw(finished.Result))
            );
            bool isExported = IsUpToDate(folder, finished.Recipe.Name);
            Console.Error.WriteLine(
                $"{finished.Recipe.Name}: {(isNew || !isExported || run.Force ? "drawn" : "up to date")}"
            );
            if (isNew || !isExported || run.Force)
                changed.Add(path);
        }
        if (changed.Count > 0)
            Typesetter.Run(["figures", .. changed]);
    }

    /// <summary>Whether PDF and PNG are there and not older than the SVG.</summary>
    private static bool IsUpToDate(OutputFolder folder, string name) =>
        new[] { "pdf", "png" }
            .Select(kind => folder.Figure(name, kind))
            .All(path =>
                File.Exists(path)
                && File.GetLastWriteTimeUtc(path) >= File.GetLastWriteTimeUtc(folder.Figure(name, "svg"))
            );
}
