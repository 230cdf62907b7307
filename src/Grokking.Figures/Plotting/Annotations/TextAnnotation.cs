namespace Grokking.Figures.Plotting.Annotations;

/// <summary>A text above the data, with a white edge.</summary>
public sealed class TextAnnotation : Annotation
{
    /// <summary>The text, in the markup of <see cref="Text.RichText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The anchor, in data units.</summary>
    public required DataPoint Position { get; init; }

    /// <summary>Which part of the text stands at the anchor.</summary>
    public HorizontalAlignment HorizontalAlignment { get; init; }

    /// <summary>Which part of the text stands at the anchor.</summary>
    public VerticalAlignment VerticalAlignment { get; init; }

    /// <summary>The colour.</summary>
    public PlotColor Color { get; init; } = FigureStyle.Black;

    /// <summary>The font size, in points.</summary>
    public double FontSize { get; init; } = FigureStyle.SmallFontSize;
}
