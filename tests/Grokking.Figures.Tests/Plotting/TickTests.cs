using Grokking.Figures.Plotting.Axes;

namespace Grokking.Figures.Tests.Plotting;

/// <summary>Ticks of given ranges, written down by hand.</summary>
public class TickTests
{
    private static Tick[] Ticks(Axis axis, double low, double high, double length, int mostLabels = 100) =>
        [
            .. axis.GetTicks(
                new AxisRange(axis, low, high),
                ticks => ticks.Count(t => t.Label is not null) <= mostLabels,
                length
            ),
        ];

    private static string Labels(IEnumerable<Tick> ticks) =>
        string.Join(' ', ticks.Select(t => t.Label).OfType<string>());

    [Theory]
    [InlineData(0, 1, 120, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-1, 1, 120, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(-0.2, 0.3, 120, "−0.2 −0.1 0.0 0.1 0.2 0.3")]
    [InlineData(0, 1000, 120, "0 200 400 600 800 1000")]
    [InlineData(0, 1, 30, "0.0 0.5 1.0")]
    [InlineData(1e6, 3e6, 60, "10^{6} 1.5×10^{6} 2×10^{6} 2.5×10^{6} 3×10^{6}")]
    public void LinearLabelsAreRoundAndHaveTheSameDigits(
        double low,
        double high,
        double length,
        string expected
    ) => Assert.Equal(expected, Labels(Ticks(new LinearAxis(), low, high, length)));

    [Fact]
    public void EndsHaveLabelsOfTheirOwnIfAsked() =>
        Assert.Equal(
            "0.5 1.0 1.5 0.02 1.98",
            Labels(Ticks(new LinearAxis { HasLabelledEnds = true }, 0.02, 1.98, 60))
        );

    [Fact]
    public void LinearMinorTicksDivideAStepOfTwoIntoFour()
    {
        var ticks = Ticks(new LinearAxis(), 0, 1, 120);
        double[] expected = [0, 0.05, 0.1, 0.15, 0.2, 0.25];
        Assert.Equal(21, ticks.Length);
        // The positions are quotients of small integers: one rounding error.
        Assert.All(expected.Zip(ticks), pair => Assert.Equal(pair.First, pair.Second.Value, 1e-15));
        Assert.Equal([true, false, false, false, true, false], ticks.Take(6).Select(t => t.IsMajor));
    }

    [Fact]
    public void AGivenStepIsKept() =>
        Assert.Equal(
            "0.00 0.25 0.50 0.75 1.00",
            Labels(Ticks(new LinearAxis { MajorStep = 0.25 }, 0, 1, 120))
        );

    [Fact]
    public void LinearLabelsThinOutUntilTheyFit() =>
        Assert.Equal("0.0 0.5 1.0", Labels(Ticks(new LinearAxis(), 0, 1, 120, mostLabels: 3)));

    [Theory]
    [InlineData(1, 1e5, 150, "10^{0} 10^{1} 10^{2} 10^{3} 10^{4} 10^{5}")]
    [InlineData(1e-12, 1, 150, "10^{−12} 10^{−10} 10^{−8} 10^{−6} 10^{−4} 10^{−2} 10^{0}")]
    [InlineData(3e-4, 0.2, 150, "10^{−3} 10^{−2} 10^{−1}")]
    [InlineData(0.5, 20, 150, "0.5 1 2 5 10 20")]
    [InlineData(0.42, 60, 150, "0.5 1 2 5 10 20 50")]
    [InlineData(2.1e-5, 7e-4, 150, "5×10^{−5} 10^{−4} 2×10^{−4} 5×10^{−4}")]
    [InlineData(1.1, 1.9, 100, "1.2 1.4 1.6 1.8")]
    [InlineData(118, 640, 150, "200 300 500")]
    [InlineData(1.1e5, 6.9e5, 150, "2×10^{5} 3×10^{5} 5×10^{5}")]
    public void LogarithmicLabels(double low, double high, double length, string expected) =>
        Assert.Equal(expected, Labels(Ticks(new LogarithmicAxis(), low, high, length)));

    [Fact]
    public void LogarithmicMinorTicksStandAtTwoToNine()
    {
        var minor = Ticks(new LogarithmicAxis(), 0.1, 100, 90).Where(t => !t.IsMajor).Select(t => t.Value);
        double[] expected =
        [
            0.2,
            0.3,
            0.4,
            0.5,
            0.6,
            0.7,
            0.8,
            0.9,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            20,
            30,
            40,
            50,
            60,
            70,
            80,
            90,
        ];
        Assert.Equal(expected, minor);
    }

    [Fact]
    public void CrowdedDecadesHaveNoMinorTicksButKeepTheirMarks()
    {
        var ticks = Ticks(new LogarithmicAxis(), 1e-12, 1, 60);
        Assert.Equal(13, ticks.Length);
        Assert.All(ticks, t => Assert.True(t.IsMajor));
    }

    [Fact]
    public void FractionsOfALogarithmicRangeAreLogarithmic()
    {
        var range = new AxisRange(new LogarithmicAxis(), 1e-2, 1e2);
        Assert.Equal(0.75, range.Fraction(10), 1e-15); // one rounding of a logarithm
        Assert.False(range.Axis.IsValid(0));
        Assert.False(range.Axis.IsValid(-1));
    }

    [Fact]
    public void AnEmptyRangeIsRefused() =>
        Assert.Throws<InvalidOperationException>(() =>
            new LinearAxis { Minimum = 2, Maximum = 2 }.GetRange([])
        );
}
