using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests.Plotting;

/// <summary>Figures with everything in them.</summary>
internal static class SampleFigures
{
    public static DataPoint[] Curve(double from, double to, Func<double, double> f) =>
        [
            .. Enumerable
                .Range(0, 101)
                .Select(i => from * Math.Pow(to / from, i / 100.0))
                .Select(x => new DataPoint(x, f(x))),
        ];

    public static PlotModel Losses(Func<double, double> f, params string[] titles)
    {
        var model = new PlotModel
        {
            Title = "Losses",
            Axes =
            {
                new LogarithmicAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "epoch *t*",
                    Minimum = 1,
                    Maximum = 1e4,
                },
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = "*L*_{tr}",
                    Minimum = 1e-4,
                    Maximum = 10,
                },
            },
            Legend = new Legend(),
        };
        foreach (var title in titles)
            model.Series.Add(new LineSeries { Title = title, Points = Curve(1, 1e4, f) });
        return model;
    }

    public static PlotModel Phases()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => Math.Pow(10, i / 20.0))];
        double[] y = [.. Enumerable.Range(0, 60).Select(i => i / 59.0)];
        var data = new double?[60, 60];
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 60; j++)
                data[i, j] = y[j] > 0.9 && x[i] > 100 ? null : 20 + x[i] * (1 + 4 * y[j]);
        }
        return new PlotModel
        {
            Axes =
            {
                new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "*γ*" },
                new LinearAxis { Position = AxisPosition.Left, Title = "*λ*" },
                new LogarithmicColorAxis { Position = AxisPosition.Right, Title = "Δ*t*" },
            },
            Series =
            {
                new ContourSeries
                {
                    ColumnCoordinates = x,
                    RowCoordinates = y,
                    Data = data,
                    ContourLevels = [50, 100, 300, 1000, 3000],
                },
            },
        };
    }

    public static FigureDrawing Everything()
    {
        var losses = Losses(t => 5 / t, "*λ* < 1 & more");
        losses.Series.Add(
            new AreaSeries { Points = Curve(1, 1e4, t => 6 / t), Points2 = Curve(1, 1e4, t => 4 / t - 0.01) }
        );
        losses.Series.Add(
            new LineSeries { Points = Curve(1, 1e4, t => 3 - t / 100), LineStyle = LineStyle.DashDot }
        );
        foreach (var marker in Enum.GetValues<MarkerType>().Where(m => m != MarkerType.None))
        {
            losses.Series.Add(
                new ScatterSeries
                {
                    Points = [new(10, 0.5, -1, 0.9, -1, 20)],
                    MarkerType = marker,
                    MarkerFilled = false,
                }
            );
        }
        losses.Annotations.Add(new RectangleAnnotation { MinimumX = 1e3, IsHatched = true });
        losses.Annotations.Add(new LineAnnotation { X = 20, Y = 0.95 });
        losses.Annotations.Add(new TextAnnotation { Text = "*ε* → 0", Position = new(2e3, 1) });
        return new FigureDrawing
        {
            Title = "A < B",
            Description = "Losses & phases",
            Height = 70,
            Panels = [losses, Phases()],
            LegendEntries = [new LineSeries { Title = "training", LineStyle = LineStyle.Dash }],
        };
    }

    public static FigureDrawing Of(params PlotModel[] panels) =>
        new()
        {
            Title = "title",
            Description = "description",
            Height = 60,
            Panels = panels,
        };
}
