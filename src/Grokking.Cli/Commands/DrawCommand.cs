using Grokking.Cli.Output;
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
        List<FinishedRecipe> toDo = [];
        foreach (FinishedRecipe finished in recipes)
        {
            string name = finished.Recipe.Name;
            bool isToDo = run.Force || !drawn.IsUpToDate(finished, typesetter);
            Console.Error.WriteLine($"{name}: {(isToDo ? "drawn" : "up to date")}");
            if (!isToDo)
                continue;
            AtomicFile.Write(
                folder.Figure(name, "svg"),
                SvgExporter.Export(finished.Recipe.Figure.Draw(finished.Result))
            );
            toDo.Add(finished);
        }
        if (toDo.Count > 0)
            Typesetter.Run(["figures", .. toDo.Select(one => folder.Figure(one.Recipe.Name, "svg"))]);
        foreach (FinishedRecipe finished in toDo)
            drawn.Add(finished, typesetter);
        drawn.Write();
    }
}
