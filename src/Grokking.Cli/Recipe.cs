using Grokking.Figures;
using Grokking.Figures.LinearEstimators;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli;

/// <summary>A figure with the study that it draws; the kind of result binds the two.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Study">The profile's study with the figure's kind of result.</param>
public sealed record Recipe(IFigure Figure, IStudy Study)
{
    /// <summary>The figure's name in files.</summary>
    public string Name => $"figure-{Figure.Number}";

    /// <summary>How the numbers of a study are called in files: like its figure if it has one.</summary>
    public static string NameOf(IStudy study) =>
        LinearEstimatorsFigures.All.FirstOrDefault(figure => figure.ResultType == study.ResultType)
            is { } figure
            ? new Recipe(figure, study).Name
            : study.Id;

    /// <summary>Where the figure's source lies, for its caption.</summary>
    public string Source => $"src/Grokking.Figures/LinearEstimators/{Figure.GetType().Name}.cs";

    /// <summary>The recipes of the figures that a run asks for, in the order of the paper.</summary>
    public static IReadOnlyList<Recipe> Of(Run run) =>
        [.. OfProfile(run.Profile).Where(recipe => run.Figures.Contains(recipe.Figure.Number))];

    /// <summary>The recipes of all figures, in the order of the paper.</summary>
    public static IReadOnlyList<Recipe> OfProfile(Profile profile) =>
        [
            .. LinearEstimatorsFigures.All.Select(figure => new Recipe(
                figure,
                profile.Studies.Single(study => study.ResultType == figure.ResultType)
            )),
        ];
}
