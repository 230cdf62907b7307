using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.LinearEstimators;

/// <summary>
/// How training and generalisation, replicas and theory look over the epochs, in panels and legends alike. Without
/// colour too: measured curves are dashed or solid, theory is thinner, dotted or solid.
/// </summary>
internal static class LearningStyle
{
    /// <summary>A curve of one replica.</summary>
    public static LineSeries Measured(
        PlotColor color,
        bool isTraining,
        DataPoint[] points,
        string? title = null
    ) =>
        new()
        {
            Title = title,
            Points = points,
            Color = color,
            LineStyle = isTraining ? LineStyle.Dash : LineStyle.Solid,
        };

    /// <summary>What the curves of all replicas cover.</summary>
    public static AreaSeries Range(
        PlotColor color,
        DataPoint[] upper,
        DataPoint[] lower,
        string? title = null
    ) =>
        new()
        {
            Title = title,
            Points = upper,
            Points2 = lower,
            Fill = color.WithOpacity(FigureStyle.BandOpacity),
        };

    /// <summary>A predicted curve.</summary>
    public static LineSeries Theory(bool isTraining, DataPoint[] points, string? title = null) =>
        new()
        {
            Title = title,
            Points = points,
            LineStyle = isTraining ? LineStyle.Dot : LineStyle.Solid,
            StrokeThickness = FigureStyle.TheoryThickness,
        };

    /// <summary>t* over replicas.</summary>
    public static ScatterSeries MeasuredMark(
        PlotColor color,
        bool isTraining,
        ScatterPoint[] points,
        string? title = null
    ) =>
        new()
        {
            Title = title,
            Points = points,
            Color = color,
            MarkerType = Shape(isTraining),
            MarkerSize = FigureStyle.CurveMarkSize,
            IsNested = true,
        };

    /// <summary>
    /// t* by theory: a black ring around the measured one where they agree, tinted to tell settings apart where not.
    /// </summary>
    public static ScatterSeries PredictedMark(
        PlotColor color,
        bool isTraining,
        ScatterPoint[] points,
        string? title = null
    ) =>
        new()
        {
            Title = title,
            Points = points,
            MarkerType = Shape(isTraining),
            MarkerFilled = false,
            IsNested = true,
            OpenFill = FigureStyle.White.MixWith(color, FigureStyle.OpenMarkerTint),
            MarkerSize = FigureStyle.CurveRingSize,
        };

    private static MarkerType Shape(bool isTraining) => isTraining ? MarkerType.Diamond : MarkerType.Star;
}
