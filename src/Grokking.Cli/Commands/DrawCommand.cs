using Grokking.Cli.Output;
using Grokking.Cli.Provenance;
using Grokking.Cli.Typesetting;
using Grokking.Figures.Plotting;

namespace Grokking.Cli.Commands;

/// <summary>Draws figures from results: SVG by the project's own plotting, PDF and PNG by the typesetter.</summary>
internal static class DrawCommand
{
    public static void Execute(Run run, OutputFolder folder)
    {
        var drawn = DrawnFigures.Read(folder);
        string typesetter = Typesetter.Version();
        IReadOnlyList<FinishedRecipe> recipes = FinishedRecipe.All(run, folder);
        List<string> changed = [];
        foreach (FinishedRecipe finished in recipes)
        {
            string name = finished.Recipe.Name;
            string path = folder.Figure(name, "svg");
            bool isNew = AtomicFile.Write(
                path,
                SvgExporter.Export(finished.Recipe.Figure.Draw(finished.Result))
            );
            bool isSound = !new[] { "pdf", "png" }.Any(kind =>
                folder.Damaged.Contains($"figures/{name}.{kind}")
            );
            bool isToDo = isNew || run.Force || !isSound || !drawn.IsUpToDate(name, typesetter);
            Console.Error.WriteLine($"{name}: {(isToDo ? "drawn" : "up to date")}");
            if (isToDo)
                changed.Add(path);
        }
        if (changed.Count > 0)
            Typesetter.Run(["figures", .. changed]);
        foreach (FinishedRecipe finished in recipes)
            drawn.Add(finished.Recipe.Name, Origin.Of(finished.Key), typesetter);
        drawn.Write();
    }
}
