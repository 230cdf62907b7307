namespace Grokking.Figures.Plotting;

/// <summary>A legend: the titles of the series with a sample of their line, band or marker.</summary>
public sealed class Legend
{
    /// <summary>Where it stands; it never covers data.</summary>
    public LegendPosition Position { get; init; }

    /// <summary>The title, in the markup of <see cref="Text.RichText"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The number of columns; null for a choice. Above and below there are never more than fit.</summary>
    public int? Columns { get; init; }
}
