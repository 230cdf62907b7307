using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;

namespace Grokking.Figures.Tests.Plotting;

public class ContourLabelTests
{
    private static readonly PanelScene Scene = new FigureLayout(
        SampleFigures.Of(SampleFigures.Phases())
    ).Scenes.Single();

    private static TextShape[] Labels => [.. Scene.Content.Data.OfType<TextShape>()];

    private static StrokeShape[] Lines => [.. Scene.Content.Data.OfType<StrokeShape>()];

    [Fact]
    public void EveryLevelHasOneLabel() =>
        Assert.Equal(
            ["100", "1000", "300", "3000", "50"],
            Labels.Select(l => l.Text.PlainText).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void LabelsStayApartFromEachOtherAndFromTheFrame()
    {
        var labels = Labels;
        Assert.All(labels, l => Assert.True(Scene.Content.Box.Contains(l.Bounds)));
        for (var i = 0; i < labels.Length; i++)
        {
            for (var k = 0; k < i; k++)
                Assert.True(ConvexPolygons.Distance(labels[i].Outline, labels[k].Outline) > 0);
        }
    }

    [Fact]
    public void NoIsolineRunsThroughALabel() =>
        Assert.All(
            from label in Labels
            from line in Lines
            from edge in line.Points.Zip(line.Points.Skip(1))
            select ConvexPolygons.Distance(label.Outline, [edge.First, edge.Second]),
            distance => Assert.True(distance > 0)
        );

    [Fact]
    public void ALabelAvoidsANeighbouringLine()
    {
        // The neighbour lies along all places but those at the right end, which are too near to the frame to be first choice.
        Isoline[] lines = [new(1, [new(0, 50), new(200, 50)]), new(2, [new(5, 53), new(160, 53)])];
        var label = Assert.Single(Placed(lines));
        Assert.True(ConvexPolygons.Distance(label.Outline, [new(5, 53), new(160, 53)]) > 0);
    }

    [Fact]
    public void ALabelKeepsItsDistanceToANeighbouringLine()
    {
        // The neighbour runs through no label on the first line, but one point above it, except at the right end.
        Isoline[] lines = [new(1, [new(0, 50), new(200, 50)]), new(2, [new(5, 46.2), new(160, 46.2)])];
        var label = Assert.Single(Placed(lines));
        Assert.Equal(1, label.Bounds.Top - 46.2, 0.1);
        Assert.InRange(ConvexPolygons.Distance(label.Outline, [new(5, 46.2), new(160, 46.2)]), 1.5, 100);
    }

    [Fact]
    public void ALineThatRunsAlongTheFrameIsNotLabelledAtItsEnd()
    {
        // Straight at its ends, bent in the middle.
        Isoline line = new(1, [new(0, 90), new(90, 90), new(100, 90.3), new(110, 90), new(200, 90)]);
        Assert.InRange(Assert.Single(Placed([line])).Bounds.Left, 25, 175);
    }

    private static TextShape[] Placed(Isoline[] lines) =>
        [
            .. new IsolineLabels(new(0, 0, 200, 100), lines)
                .Place(level => level == 1 ? "1000" : null)
                .Select(p => p.Label)
                .OfType<TextShape>(),
        ];

    [Fact]
    public void LabelsAreNeverUpsideDown() => Assert.All(Labels, l => Assert.InRange(l.Rotation, -90, 90));

    [Fact]
    public void AnIsolineKnowsItsPointsByArcLength()
    {
        var line = new Isoline(1, [new(0, 0), new(3, 4), new(3, 10)]);
        Assert.Equal(11, line.Length);
        Assert.Equal(new(3, 7), line.At(8));
        Assert.Equal([new(1.5, 2), new(3, 4), new(3, 5)], line.Part(2.5, 6));
    }

    [Fact]
    public void ColoursChangeAtTheLevels()
    {
        // One region for the whole domain, one for each of the five levels, each in its own colour.
        var colors = Scene.Content.Data.OfType<FillShape>().Select(f => f.Color).ToArray();
        Assert.Equal(6, colors.Length);
        Assert.Equal(6, colors.Distinct().Count());
        Assert.True(colors[0].R > colors[0].B && colors[^1].B > colors[^1].R);
    }
}
