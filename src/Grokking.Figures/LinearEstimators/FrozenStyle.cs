using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.LinearEstimators;

/// <summary>How the prediction of the kernel drawn at epoch 0 looks: wide and grey, below all else.</summary>
internal static class FrozenStyle
{
    /// <summary>Lays both of its curves under what a panel shows.</summary>
    public static void Underlay(
        PlotModel panel,
        IReadOnlyList<double> epochs,
        IReadOnlyList<double> training,
        IReadOnlyList<double> generalization
    )
    {
        panel.Series.Insert(0, Line(DataPoint.Zip(epochs, training), isTraining: true));
        panel.Series.Insert(0, Line(DataPoint.Zip(epochs, generalization), isTraining: false));
    }

    /// <summary>A curve, or a legend's sample of one.</summary>
    public static LineSeries Line(DataPoint[] points, bool isTraining, string? title = null) =>
        new()
        {
            Title = title,
            Points = points,
            Color = FigureStyle.LightGrey,
            LineStyle = isTraining ? LineStyle.Dash : LineStyle.Solid,
            StrokeThickness = FigureStyle.UnderlaidThickness,
        };
}
