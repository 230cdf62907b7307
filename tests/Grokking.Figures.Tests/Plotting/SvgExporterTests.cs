using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests.Plotting;

public partial class SvgExporterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string _text = SvgExporter.Export(SampleFigures.Everything());

    private XElement Root => XDocument.Parse(_text).Root!;

    [Fact]
    public void TheSameDrawingGivesTheSameCharacters() =>
        Assert.Equal(_text, SvgExporter.Export(SampleFigures.Everything()));

    [Fact]
    public void TheFigureHasASizeATitleAndADescription()
    {
        Assert.Equal("180mm", Root.Attribute("width")!.Value);
        Assert.Equal("70mm", Root.Attribute("height")!.Value);
        // 180 and 70 mm in points: 180 · 72 / 25.4 = 510.236…, 70 · 72 / 25.4 = 198.425…
        Assert.Equal("0 0 510.24 198.43", Root.Attribute("viewBox")!.Value);
        Assert.Equal("A < B", Root.Element(Svg + "title")!.Value);
        Assert.Equal("Losses & phases", Root.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void CoordinatesArePlainDecimals()
    {
        var coordinates = Root.Descendants()
            .SelectMany(e => e.Attributes())
            .Where(a =>
                a.Name.LocalName is "d" or "x" or "y" or "width" or "height" or "stroke-width" or "font-size"
            );
        Assert.All(
            coordinates,
            a =>
            {
                Assert.DoesNotMatch(NotPlain(), a.Value);
                Assert.DoesNotMatch(NegativeZero(), a.Value);
            }
        );
    }

    [Fact]
    public void TextStaysInsideTheFigure()
    {
        var starts = Root.Descendants(Svg + "tspan")
            .Select(t => (X: Number(t, "x"), Y: Number(t, "y"), Text: t.Value))
            .ToArray();
        Assert.All(starts, t => Assert.True(t.X is >= 0 and <= 510.24 && t.Y is >= 0 and <= 198.43, t.Text));
    }

    [Theory]
    [InlineData(LineStyle.Solid, null)]
    [InlineData(LineStyle.Dash, "7.6 3.6")]
    [InlineData(LineStyle.Dot, "2.2 3")]
    [InlineData(LineStyle.DashDot, "10 3 2.2 3")]
    public void EveryLineStyleHasItsDashes(LineStyle style, string? expected)
    {
        var model = SampleFigures.Losses(t => 1);
        model.Series.Add(
            new LineSeries
            {
                Points = SampleFigures.Curve(1, 1e4, t => 1),
                Color = FigureStyle.Pink,
                LineStyle = style,
                StrokeThickness = 2,
            }
        );
        var path = Strokes(SampleFigures.Of(model), FigureStyle.Pink).Single();
        Assert.Equal(expected, path.Attribute("stroke-dasharray")?.Value);
        Assert.Equal("2", path.Attribute("stroke-width")!.Value);
    }

    [Fact]
    public void ValuesALogarithmicScaleCannotShowInterruptTheCurve()
    {
        var model = SampleFigures.Losses(t => 1);
        model.Series.Add(
            new LineSeries
            {
                Color = FigureStyle.Pink,
                Points =
                [
                    new(1, 1),
                    new(10, 1),
                    new(20, 0),
                    new(30, 1),
                    new(100, 1),
                    DataPoint.Undefined,
                    new(200, 1),
                ],
            }
        );
        Assert.Equal(2, Strokes(SampleFigures.Of(model), FigureStyle.Pink).Count());
    }

    [Fact]
    public void AStraightCurveNeedsTwoPoints()
    {
        var model = SampleFigures.Losses(t => 1);
        model.Series.Add(
            new LineSeries { Color = FigureStyle.Pink, Points = SampleFigures.Curve(1, 1e4, t => 1 / t) }
        );
        var path = Strokes(SampleFigures.Of(model), FigureStyle.Pink).Single().Attribute("d")!.Value;
        Assert.Equal(2, path.Count(char.IsLetter));
    }

    [Fact]
    public void APointOnALogarithmicAxisStandsAtItsDecade()
    {
        // The vertical line at 10² lies half way between 10⁰ and 10⁴.
        var model = SampleFigures.Losses(t => 1);
        model.Series.Add(new LineSeries { Color = FigureStyle.Pink, Points = [new(1, 1), new(1e4, 1)] });
        model.Series.Add(
            new LineSeries { Color = FigureStyle.Violet, Points = [new(100, 1e-3), new(100, 1)] }
        );
        var figure = SampleFigures.Of(model);
        var across = Numbers(Strokes(figure, FigureStyle.Pink).Single());
        var upright = Numbers(Strokes(figure, FigureStyle.Violet).Single());
        // Coordinates are rounded to hundredths.
        Assert.Equal((across[0] + across[2]) / 2, upright[0], 0.011);
        Assert.Equal(across[1], upright[3], 0.011);
    }

    [Fact]
    public void AnErrorBarReachesItsEndsAndHasACapAtEach()
    {
        var model = SampleFigures.Losses(t => 1);
        model.Series.Add(
            new ScatterSeries { Color = FigureStyle.Pink, Points = [new(100, 0.1, 0.01, 1), new(1000, 0.1)] }
        );
        model.Series.Add(
            new LineSeries { Color = FigureStyle.Violet, Points = [new(100, 0.01), new(100, 1)] }
        );
        var figure = SampleFigures.Of(model);
        var ends = Numbers(Strokes(figure, FigureStyle.Violet).Single());
        // Strokes of two points: two halves of the bar and two caps; the outlines of markers have more.
        var bars = Strokes(figure, FigureStyle.Pink).Select(Numbers).Where(n => n.Length == 4).ToArray();
        Assert.Equal(4, bars.Length);
        Assert.Equal([ends[1], ends[3]], bars.Where(b => b[0] == b[2]).Select(b => b[3]));
        Assert.Equal([ends[1], ends[3]], bars.Where(b => b[1] == b[3]).Select(b => b[1]));
    }

    [Fact]
    public void MissingAxesAndUnshowableValuesAreRefused()
    {
        Assert.Throws<InvalidOperationException>(() => SvgExporter.Export(SampleFigures.Of(new PlotModel())));
        var phases = SampleFigures.Phases();
        phases.Axes.RemoveAt(2);
        Assert.Throws<InvalidOperationException>(() => SvgExporter.Export(SampleFigures.Of(phases)));
        var negative = SampleFigures.Phases();
        ((ContourSeries)negative.Series[0]).Data[3, 4] = -1;
        Assert.Throws<InvalidOperationException>(() => SvgExporter.Export(SampleFigures.Of(negative)));
    }

    private static IEnumerable<XElement> Strokes(FigureDrawing figure, PlotColor color) =>
        XDocument
            .Parse(SvgExporter.Export(figure))
            .Descendants(Svg + "path")
            .Where(p => p.Attribute("stroke")?.Value == color.ToHex());

    private static double[] Numbers(XElement path) =>
        [
            .. PlainNumber()
                .Matches(path.Attribute("d")!.Value)
                .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)),
        ];

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("NaN|Infinity|∞|[eE]|,", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotPlain();

    [GeneratedRegex(@"-0(\.0*)?(?![.\d])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NegativeZero();

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainNumber();
}
