using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Δt over one quantity, a family of exact curves: the right-hand panels of figures 1, 2 and 3.</summary>
internal static class DelayPanel
{
    /// <summary>The dashes that tell the curves of a family apart without colour, in turn.</summary>
    private static readonly LineStyle[] Styles =
    [
        LineStyle.Solid,
        LineStyle.Dash,
        LineStyle.DashDot,
        LineStyle.Dot,
    ];

    public static PlotModel Of(
        Axis abscissa,
        (double Low, double High) delays,
        IReadOnlyList<DelayCurve> curves,
        Func<DelayCurve, string> title,
        LegendPosition legend = LegendPosition.Automatic
    )
    {
        var panel = new PlotModel
        {
            Axes =
            {
                abscissa,
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = "grokking time Δ*t* (epochs)",
                    Minimum = delays.Low,
                    Maximum = delays.High,
                },
            },
            Legend = new Legend { Position = legend },
        };
        PlotColor[] colors = FigureStyle.Family.Take(curves.Count);
        for (int i = 0; i < curves.Count; i++)
            panel.Series.Add(
                new LineSeries
                {
                    Title = title(curves[i]),
                    Points = Points(curves[i].Abscissae, curves[i].Delays),
                    Color = colors[i],
                    LineStyle = Styles[i % Styles.Length],
                }
            );
        return panel;
    }

    /// <summary>A curve that is interrupted where a value does not exist.</summary>
    public static DataPoint[] Points(IReadOnlyList<double> abscissae, IReadOnlyList<double?> ordinates) =>
        [
            .. abscissae.Zip(
                ordinates,
                (x, y) => y is double value ? new DataPoint(x, value) : DataPoint.Undefined
            ),
        ];
}
