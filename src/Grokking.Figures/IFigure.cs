using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures;

/// <summary>A figure: a function from a study's result to a drawing. It computes nothing and reads nothing.</summary>
public interface IFigure
{
    /// <summary>How the figure is called on the command line, e.g. "1".</summary>
    string Number { get; }

    /// <summary>What kind of result it draws; this is what binds a figure to its study.</summary>
    Type ResultType { get; }

    /// <summary>The caption, as Typst markup.</summary>
    /// <exception cref="ArgumentException">The result is not of <see cref="ResultType"/>.</exception>
    string Caption(StudyResult result);

    /// <summary>The drawing.</summary>
    /// <exception cref="ArgumentException">The result is not of <see cref="ResultType"/>.</exception>
    FigureDrawing Draw(StudyResult result);
}
