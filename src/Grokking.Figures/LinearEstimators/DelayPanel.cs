using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Δt over one quantity, a family of curves of theory: the right-hand panels of figures 1, 2 and 3.</summary>
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

    /// <summary>The panel.</summary>
    /// <param name="abscissa">The axis of the quantity.</param>
    /// <param name="curves">The curves, each interrupted where Δt does not exist.</param>
    /// <param name="title">What the legend calls a curve.</param>
    /// <param name="more">What belongs to one figure only: the closed form, measurements, what a shade means.</param>
    /// <param name="delays">The ends of the ordinate, for curves that diverge; null takes them from the curves.</param>
    public static PlotModel Of(
        Axis abscissa,
        IReadOnlyList<DelayCurve> curves,
        Func<DelayCurve, string> title,
        IEnumerable<PlotSeries> more,
        (double Low, double High)? delays = null
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
                    Minimum = delays?.Low,
                    Maximum = delays?.High,
                },
            },
            Legend = new Legend(),
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
        foreach (PlotSeries one in more)
            panel.Series.Add(one);
        return panel;
    }

    /// <summary>The colour of the curve of a value.</summary>
    public static PlotColor ColorOf(IReadOnlyList<DelayCurve> curves, double value) =>
        FigureStyle.Family.Take(curves.Count)[curves.ToList().FindIndex(curve => curve.Value == value)];

    private static DataPoint[] Points(IReadOnlyList<double> abscissae, IReadOnlyList<double?> ordinates) =>
        [
            .. abscissae.Zip(
                ordinates,
                (x, y) => y is double value ? new DataPoint(x, value) : DataPoint.Undefined
            ),
        ];
}
