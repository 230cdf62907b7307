namespace Grokking.Figures.LinearEstimators;

/// <summary>The figures of Levi et al. 2024, and what else its claims need to be seen.</summary>
public static class LinearEstimatorsFigures
{
    /// <summary>All of them, in the order of the paper.</summary>
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new Figure1(),
        new Figure2(),
        new Figure3(),
        new Figure4(),
        new Figure5(),
        new Figure5b(),
        new Figure6(),
        new FigureS1(),
        new FigureS2(),
    ];
}
