namespace Grokking.Figures;

/// <summary>The one place for looks: fonts, palette, sizes.</summary>
public static class FigureStyle
{
    /// <summary>The font family; it ships with the typesetting tools and has every glyph used.</summary>
    public const string FontFamily = "DejaVu Sans";
}
