namespace Grokking.Figures.Plotting;

/// <summary>A continuous sequence of colours, linear between equally spaced anchors.</summary>
public sealed class Palette
{
    private readonly PlotColor[] _anchors;

    /// <summary>A palette through the given colours, each "#rrggbb"; at least two.</summary>
    public Palette(params string[] anchors)
    {
        if (anchors.Length < 2)
            throw new ArgumentException("A palette needs two colours or more.", nameof(anchors));
        _anchors = Array.ConvertAll(anchors, PlotColor.Parse);
    }

    /// <summary>The colour at <paramref name="position"/>; positions outside [0, 1] take the colour of the end.</summary>
    public PlotColor At(double position)
    {
        var scaled = Math.Clamp(position, 0, 1) * (_anchors.Length - 1);
        var index = Math.Min((int)scaled, _anchors.Length - 2);
        return _anchors[index].MixWith(_anchors[index + 1], scaled - index);
    }

    /// <summary><paramref name="count"/> ≥ 1 colours, equally spaced from end to end, for a family of curves.</summary>
    public PlotColor[] Take(int count) =>
        [.. Enumerable.Range(0, count).Select(i => At(count == 1 ? 0.5 : (double)i / (count - 1)))];
}
