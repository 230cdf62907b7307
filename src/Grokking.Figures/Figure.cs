using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures;

/// <summary>A figure of one kind of result.</summary>
/// <typeparam name="TResult">What it draws.</typeparam>
public abstract class Figure<TResult> : IFigure
    where TResult : StudyResult
{
    /// <inheritdoc/>
    public abstract string Number { get; }

    /// <inheritdoc/>
    public Type ResultType => typeof(TResult);

    /// <inheritdoc/>
    public string Caption(StudyResult result) => Caption(Expect(result));

    /// <inheritdoc/>
    public FigureDrawing Draw(StudyResult result) => Draw(Expect(result));

    /// <inheritdoc cref="IFigure.Caption"/>
    protected abstract string Caption(TResult result);

    /// <inheritdoc cref="IFigure.Draw"/>
    protected abstract FigureDrawing Draw(TResult result);

    private static TResult Expect(StudyResult result) =>
        result as TResult
        ?? throw new ArgumentException(
            $"{result?.GetType().Name} is not a {typeof(TResult).Name}",
            nameof(result)
        );
}
