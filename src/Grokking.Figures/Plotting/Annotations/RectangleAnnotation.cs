namespace Grokking.Figures.Plotting.Annotations;

/// <summary>A shaded region below the data; an end that is null lies at the frame.</summary>
public sealed class RectangleAnnotation : Annotation
{
    /// <summary>Left end, in data units.</summary>
    public double? MinimumX { get; init; }

    /// <summary>Right end, in data units.</summary>
    public double? MaximumX { get; init; }

    /// <summary>Lower end, in data units.</summary>
    public double? MinimumY { get; init; }

    /// <summary>Upper end, in data units.</summary>
    public double? MaximumY { get; init; }

    /// <summary>The colour.</summary>
    public PlotColor Fill { get; init; } = FigureStyle.Shade;

    /// <summary>Whether it is hatched with slanting lines of its colour instead of filled.</summary>
    public bool IsHatched { get; init; }
}
