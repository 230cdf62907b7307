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
            bool isToDo = run.Force || !drawn.IsUpToDate(name, Origin.Of(finished.Key), typesetter);
            Console.Error.WriteLine($"{name}: {(isToDo ? "drawn" : "up to date")}");
            if (!isToDo)
                continue;
            string path = folder.Figure(name, "svg");
            AtomicFile.Write(path, SvgExporter.Export(finished.Recipe.Figure.Draw(finished.Result)));
            changed.Add(path);
        }
        if (changed.Count > 0)
            Typesetter.Run(["figures", .. changed]);
        foreach (FinishedRecipe finished in recipes)
            drawn.Add(finished.Recipe.Name, Origin.Of(finished.Key), typesetter);
        drawn.Write();
    }
}
