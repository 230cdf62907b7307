using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>The panels of figure 5b, over the gain of the activation.</summary>
internal static class GainPanels
{
    /// <summary>The upper end of the ordinate of Δt.</summary>
    private const double LongestDelay = 1e5;

    /// <summary>The largest deviation of the losses from the linear prediction.</summary>
    public static PlotModel Deviations(GainResult result)
    {
        GainComparison linear = result.Gains[0];
        GainComparison[] curved = [.. result.Gains.Skip(1)];
        PlotModel deviations = Panel("largest |ln(measured / predicted)|", (3e-2, 10));
        Add(
            deviations,
            "*L*_{tr}",
            FigureStyle.Red,
            MarkerType.Diamond,
            LineStyle.Dash,
            [.. curved.Select(one => (ScatterPoint?)Training(one))]
        );
        Add(
            deviations,
            "*L*_{gen}",
            FigureStyle.Blue,
            MarkerType.Star,
            LineStyle.Solid,
            [.. curved.Select(one => (ScatterPoint?)Generalization(one))]
        );
        AddGuide(deviations, linear.TrainingDeviation.Mean, FigureStyle.Red);
        AddGuide(deviations, linear.GeneralizationDeviation.Mean, FigureStyle.Blue);
        return deviations;
    }

    /// <summary>The grokking time, with a mark at the upper edge where there is no mean.</summary>
    public static PlotModel Delays(GainResult result)
    {
        GainComparison[] curved = [.. result.Gains.Skip(1)];
        PlotModel delays = Panel("grokking time Δ*t* (epochs)", (1e3, LongestDelay));
        Add(
            delays,
            "measured",
            FigureStyle.Blue,
            MarkerType.Circle,
            LineStyle.Solid,
            [
                .. curved.Select(one =>
                    one.Delay is { } delay
                        ? new ScatterPoint(one.Gain, delay.Mean, delay.Lower, delay.Upper)
                        : (ScatterPoint?)null
                ),
            ]
        );
        if (result.Theory is double theory)
            delays.Series.Add(
                new LineSeries
                {
                    Title = "linear theory",
                    Points = [new(curved[0].Gain, theory), new(curved[^1].Gain, theory)],
                    LineStyle = LineStyle.Dash,
                }
            );
        if (Late(result).Any())
            delays.Series.Add(
                new ScatterSeries
                {
                    Title = "not reached by every replica",
                    Color = FigureStyle.Blue,
                    MarkerType = MarkerType.Triangle,
                    MarkerFilled = false,
                    // At the edge, for there is no value.
                    Points = [.. Late(result).Select(one => new ScatterPoint(one.Gain, LongestDelay))],
                }
            );
        return delays;
    }

    /// <summary>Those of which no mean Δt exists; without the linear network, whose gain of 0 has no place on the axis.</summary>
    public static IEnumerable<GainComparison> Late(GainResult result) =>
        result.Gains.Where(one => one is { Gain: > 0, Delay: null });

    private static ScatterPoint Training(GainComparison one) =>
        new(one.Gain, one.TrainingDeviation.Mean, one.TrainingDeviation.Lower, one.TrainingDeviation.Upper);

    private static ScatterPoint Generalization(GainComparison one) =>
        new(
            one.Gain,
            one.GeneralizationDeviation.Mean,
            one.GeneralizationDeviation.Lower,
            one.GeneralizationDeviation.Upper
        );

    private static PlotModel Panel(string ordinate, (double Low, double High) ends) =>
        new()
        {
            Axes =
            {
                new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "gain *g*" },
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = ordinate,
                    Minimum = ends.Low,
                    Maximum = ends.High,
                },
            },
            Legend = new Legend(),
        };

    private static void Add(
        PlotModel panel,
        string title,
        PlotColor color,
        MarkerType marker,
        LineStyle style,
        ScatterPoint?[] points
    )
    {
        panel.Series.Add(
            new LineSeries
            {
                Title = title,
                MarkerType = marker,
                // A gain without a value interrupts the line.
                Points = [.. points.Select(point => point is { } p ? new(p.X, p.Y) : DataPoint.Undefined)],
                Color = color,
                LineStyle = style,
            }
        );
        panel.Series.Add(
            new ScatterSeries
            {
                IsNested = true,
                Points = [.. points.OfType<ScatterPoint>()],
                Color = color,
                MarkerType = marker,
            }
        );
    }

    private static void AddGuide(PlotModel panel, double value, PlotColor color) =>
        panel.Annotations.Add(new LineAnnotation { Y = value, Color = color });
}
