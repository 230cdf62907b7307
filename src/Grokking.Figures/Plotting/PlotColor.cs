using System.Globalization;

namespace Grokking.Figures.Plotting;

/// <summary>An sRGB colour with an opacity.</summary>
/// <param name="R">Red, 0…255.</param>
/// <param name="G">Green, 0…255.</param>
/// <param name="B">Blue, 0…255.</param>
/// <param name="Opacity">0 (invisible) … 1 (opaque).</param>
public readonly record struct PlotColor(byte R, byte G, byte B, double Opacity = 1)
{
    /// <summary>Reads "#rrggbb".</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static PlotColor Parse(string hex)
    {
        if (hex is not ['#', _, _, _, _, _, _])
            throw new FormatException($"A colour is written #rrggbb, not '{hex}'.");
        return new(Channel(1), Channel(3), Channel(5));

        byte Channel(int start) =>
            byte.Parse(hex.AsSpan(start, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    /// <summary>The same colour with another opacity.</summary>
    public PlotColor WithOpacity(double opacity) => this with { Opacity = opacity };

    /// <summary>"#rrggbb", without the opacity.</summary>
    public string ToHex() => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    /// <summary>The colour a fraction <paramref name="t"/> ∈ [0, 1] of the way to <paramref name="other"/>.</summary>
    public PlotColor MixWith(PlotColor other, double t)
    {
        return new(
            Mix(R, other.R),
            Mix(G, other.G),
            Mix(B, other.B),
            Opacity + t * (other.Opacity - Opacity)
        );

        byte Mix(byte a, byte b) => (byte)Math.Round(a + t * (b - a));
    }
}
