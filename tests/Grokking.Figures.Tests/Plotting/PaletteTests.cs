using Grokking.Figures.Plotting;

namespace Grokking.Figures.Tests.Plotting;

public class PaletteTests
{
    private static readonly PlotColor[] Triple = [FigureStyle.Red, FigureStyle.Blue, FigureStyle.Violet];

    // Viénot, Brettel and Mollon 1999, deuteranopia on linear RGB: red and green merge.
    private static readonly double[][] Deuteranopia =
    [
        [0.29275, 0.70725, 0],
        [0.29275, 0.70725, 0],
        [-0.02234, 0.02234, 1],
    ];

    [Fact]
    public void ThreeColoursStayApartForDeuteranopes()
    {
        // A difference of 2.3 is just noticeable, 20 is seen at a glance on a thin line.
        foreach (var (a, b) in Pairs(Triple))
            Assert.True(Difference(a, b) > 20, $"{a.ToHex()} {b.ToHex()} {Difference(a, b)}");
        Assert.True(Difference(FigureStyle.Pink, FigureStyle.LightBlue) > 20);
    }

    [Fact]
    public void ThreeColoursStayApartInGreyscale()
    {
        foreach (var (a, b) in Pairs(Triple))
            Assert.True(Math.Abs(Lab(Linear(a))[0] - Lab(Linear(b))[0]) > 10, $"{a.ToHex()} {b.ToHex()}");
    }

    [Fact]
    public void TheContourPaletteNeverLooksLikeAnAbsentCell()
    {
        // White has lightness 100, chroma 0.
        foreach (var color in FigureStyle.RedToBlue.Take(50))
        {
            var lab = Lab(Linear(color));
            Assert.True(Distance(lab, [100, 0, 0]) > 12, color.ToHex());
        }
    }

    [Fact]
    public void APaletteRunsThroughItsAnchors()
    {
        var palette = new Palette("#000000", "#ff0000", "#ffffff");
        Assert.Equal("#000000", palette.At(-1).ToHex());
        Assert.Equal("#800000", palette.At(0.25).ToHex());
        Assert.Equal("#ff0000", palette.At(0.5).ToHex());
        Assert.Equal(["#000000", "#ff0000", "#ffffff"], palette.Take(3).Select(c => c.ToHex()));
        Assert.Throws<ArgumentException>(() => new Palette("#000000"));
        Assert.Throws<FormatException>(() => PlotColor.Parse("red"));
    }

    private static IEnumerable<(PlotColor, PlotColor)> Pairs(PlotColor[] colors) =>
        from i in Enumerable.Range(0, colors.Length)
        from k in Enumerable.Range(0, i)
        select (colors[i], colors[k]);

    private static double Difference(PlotColor a, PlotColor b) => Distance(Lab(Seen(a)), Lab(Seen(b)));

    private static double[] Seen(PlotColor color) => Times(Deuteranopia, Linear(color));

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Linear(PlotColor c) =>
        [
            .. new[] { c.R, c.G, c.B }
                .Select(v => v / 255.0)
                .Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)),
        ];

    private static double[] Lab(double[] linear)
    {
        // sRGB to XYZ relative to the white point D65, then CIELAB.
        double[][] toXyz =
        [
            [0.4339, 0.3762, 0.1899],
            [0.2126, 0.7152, 0.0722],
            [0.0178, 0.1098, 0.8724],
        ];
        var f = Array.ConvertAll(
            Times(toXyz, linear),
            v => v > 0.008856 ? Math.Cbrt(v) : 7.787 * v + 16.0 / 116
        );
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    private static double[] Times(double[][] matrix, double[] vector) =>
        Array.ConvertAll(matrix, row => Math.Max(0, row.Zip(vector, (a, b) => a * b).Sum()));
}
