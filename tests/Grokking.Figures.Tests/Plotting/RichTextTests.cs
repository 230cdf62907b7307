using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Tests.Plotting;

public class RichTextTests
{
    [Fact]
    public void MarkupBecomesRuns()
    {
        var runs = new MarkupParser("Δ*t* = *L*_{gen}^{−3}").Parse();
        TextRun[] expected =
        [
            new("Δ", false, Script.Normal),
            new("t", true, Script.Normal),
            new(" = ", false, Script.Normal),
            new("L", true, Script.Normal),
            new("gen", false, Script.Sub),
            new("−3", false, Script.Super),
        ];
        Assert.Equal(expected, runs);
    }

    [Fact]
    public void ABackslashTakesTheNextCharacterAsItIs() =>
        Assert.Equal([new("a*b_{c}", false, Script.Normal)], new MarkupParser(@"a\*b\_{c}").Parse());

    [Theory]
    [InlineData("*open")]
    [InlineData("x_{open")]
    [InlineData("x_{a^{b}}")]
    public void MalformedMarkupIsRefused(string markup) =>
        Assert.Throws<FormatException>(() => RichText.Parse(markup));

    [Fact]
    public void WidthsAreThoseOfTheFont()
    {
        // DejaVu Sans: a 1255, b 1300, minus 1716 of 2048 units; the table is rounded to thousandths.
        Assert.Equal((1255 + 1300) / 2048.0, RichText.Parse("ab").Width, 0.001);
        Assert.Equal(1716 / 2048.0, RichText.Parse("−").Width, 0.0005);
    }

    [Fact]
    public void StackedScriptsStartTogetherAndTakeTheWidthOfTheLonger()
    {
        var stacked = RichText.Parse("t^{∗}_{tr,max}");
        var plain = RichText.Parse("t_{tr,max}");
        Assert.Equal(stacked.Runs[1].X, stacked.Runs[2].X);
        Assert.Equal(plain.Width, stacked.Width, 1e-12); // the same sum of widths
        Assert.True(stacked.Runs[1].Y < 0 && stacked.Runs[2].Y > 0);
    }

    [Fact]
    public void TextAfterStackedScriptsClearsBoth()
    {
        var text = RichText.Parse("t^{∗}_{gen} − 1");
        var script = text.Runs[2];
        Assert.True(text.Runs[3].X >= script.X + script.Scale * RichText.Parse("gen").Width - 1e-12);
    }

    [Fact]
    public void AnUnknownGlyphIsRefused() => Assert.Throws<ArgumentException>(() => RichText.Parse("漢"));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(0.05, "0.05")]
    [InlineData(-1.5, "−1.5")]
    [InlineData(3000, "3000")]
    [InlineData(1e4, "10^{4}")]
    [InlineData(3e4, "3×10^{4}")]
    [InlineData(-2.5e-7, "−2.5×10^{−7}")]
    public void NumbersHaveTrueMinusSignsAndPowers(double value, string expected) =>
        Assert.Equal(expected, NumberText.Format(value));

    [Fact]
    public void RoundingToZeroLosesTheSign() =>
        Assert.Equal("0.0", NumberText.Plain(-0.01, 1, fixedDecimals: true));
}
