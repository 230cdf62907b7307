using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>
/// Δt over one quantity, a family of curves of theory: the right-hand panels of figures 1, 2 and 3. Their titles belong in
/// the legend of the whole figure.
/// </summary>
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
    /// <param name="below">A slim plot below; null for none.</param>
    public static PlotModel Of(
        Axis abscissa,
        IReadOnlyList<DelayCurve> curves,
        Func<DelayCurve, string> title,
        IEnumerable<PlotSeries> more,
        (double Low, double High)? delays = null,
        PlotModel? below = null
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
            Below = below,
        };
        for (int i = 0; i < curves.Count; i++)
            panel.Series.Add(Curve(curves, i, curves[i].Delays, title(curves[i])));
        foreach (PlotSeries one in more)
            panel.Series.Add(one);
        return panel;
    }

    /// <summary>A slim plot of ratios to be put below one of Δt.</summary>
    /// <param name="title">Title of the ordinate.</param>
    /// <param name="ends">Its ends and the distance of its labels.</param>
    /// <param name="series">What it shows.</param>
    public static PlotModel Ratios(
        string title,
        (double Low, double High, double Step) ends,
        IEnumerable<PlotSeries> series
    )
    {
        var panel = new PlotModel
        {
            Axes =
            {
                new LinearAxis
                {
                    Position = AxisPosition.Left,
                    Title = title,
                    Minimum = ends.Low,
                    Maximum = ends.High,
                    MajorStep = ends.Step,
                },
            },
        };
        foreach (PlotSeries one in series)
            panel.Series.Add(one);
        return panel;
    }

    /// <summary>One of a family, Δt itself or something else over the same abscissae.</summary>
    public static LineSeries Curve(
        IReadOnlyList<DelayCurve> family,
        int which,
        IReadOnlyList<double?> ordinates,
        string? title = null
    ) =>
        new()
        {
            Title = title,
            Points = Points(family[which].Abscissae, ordinates),
            Color = FigureStyle.Family.Take(family.Count)[which],
            LineStyle = Styles[which % Styles.Length],
        };

    /// <summary>Points, with gaps where there is no ordinate.</summary>
    public static DataPoint[] Points(IReadOnlyList<double> abscissae, IReadOnlyList<double?> ordinates) =>
        [
            .. abscissae.Zip(
                ordinates,
                (x, y) => y is double value ? new DataPoint(x, value) : DataPoint.Undefined
            ),
        ];

    /// <summary>The colour of the curve of a value.</summary>
    public static PlotColor ColorOf(IReadOnlyList<DelayCurve> curves, double value) =>
        FigureStyle.Family.Take(curves.Count)[curves.ToList().FindIndex(curve => curve.Value == value)];
}
