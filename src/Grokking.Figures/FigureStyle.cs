using Grokking.Figures.Plotting;

namespace Grokking.Figures;

/// <summary>The one place for looks: fonts, palette, sizes. Lengths are in points (1/72 inch) unless said.</summary>
public static class FigureStyle
{
    /// <summary>The font family; it ships with the typesetting tools and has every glyph used.</summary>
    public const string FontFamily = "DejaVu Sans";

    /// <summary>Width of a two-column figure, in mm.</summary>
    public const double TwoColumnWidth = 180;

    /// <summary>Width of a one-column figure, in mm.</summary>
    public const double OneColumnWidth = 88;

    /// <summary>Font size of tick labels, legends and contour labels.</summary>
    public const double SmallFontSize = 7;

    /// <summary>Font size of axis titles, panel titles and panel tags.</summary>
    public const double FontSize = 8;

    /// <summary>Thickness of the frame and of the major ticks.</summary>
    public const double FrameThickness = 0.6;

    /// <summary>Thickness of measured curves.</summary>
    public const double MeasuredThickness = 1.5;

    /// <summary>Thickness of theory curves, drawn on top of the measured ones.</summary>
    public const double TheoryThickness = 0.8;

    /// <summary>Thickness of curves by printed formulas that do not hold.</summary>
    public const double PrintedThickness = 0.9;

    /// <summary>Half the extent of a marker.</summary>
    public const double MarkerSize = 2.9;

    /// <summary>The same where it is not to hide a short error bar.</summary>
    public const double SmallMarkerSize = 1.8;

    /// <summary>By how much more a marker extends that is to be seen around another above it.</summary>
    public const double NestingStep = 1.1;

    /// <summary>The same for an open marker, a ring around a filled one.</summary>
    public const double RingStep = 1.5;

    /// <summary>Half the extent of a mark on a curve.</summary>
    public const double CurveMarkSize = 2.7;

    /// <summary>Half the extent of an open mark on a curve: a ring around a filled one.</summary>
    public const double CurveRingSize = CurveMarkSize + RingStep;

    /// <summary>How much of its colour an open marker keeps inside; the rest is white.</summary>
    public const double OpenMarkerTint = 0.3;

    /// <summary>Opacity of a band between two curves.</summary>
    public const double BandOpacity = 0.22;

    /// <summary>Thickness of a curve that lies below others and is to be seen on both sides of them.</summary>
    public const double UnderlaidThickness = 2.4 * MeasuredThickness;

    /// <summary>Theory, frames and text.</summary>
    public static readonly PlotColor Black = PlotColor.Parse("#000000");

    /// <summary>Paper.</summary>
    public static readonly PlotColor White = PlotColor.Parse("#ffffff");

    /// <summary>First colour of a pair or triple.</summary>
    public static readonly PlotColor Red = PlotColor.Parse("#d7301f");

    /// <summary>Darkest of the triple red, blue, violet, so that greyscale tells it from the other two.</summary>
    public static readonly PlotColor Blue = PlotColor.Parse("#16418f");

    /// <summary>Lightest of the triple red, blue, violet.</summary>
    public static readonly PlotColor Violet = PlotColor.Parse("#b77be0");

    /// <summary>Companion of <see cref="LightBlue"/>.</summary>
    public static readonly PlotColor Pink = PlotColor.Parse("#f490b5");

    /// <summary>Companion of <see cref="Pink"/>.</summary>
    public static readonly PlotColor LightBlue = PlotColor.Parse("#6fb4e6");

    /// <summary>Curves that lie below others.</summary>
    public static readonly PlotColor LightGrey = PlotColor.Parse("#b9b9b9");

    /// <summary>Guides and secondary text.</summary>
    public static readonly PlotColor Grey = PlotColor.Parse("#7f7f7f");

    /// <summary>A region that is set apart.</summary>
    public static readonly PlotColor Shade = PlotColor.Parse("#c4c4c4");

    /// <summary>From dark to light, for a family of curves: no colour is too pale for a thin line.</summary>
    public static readonly Palette Family = new("#2c1160", "#7a2382", "#c33b76", "#ee6a5b", "#f7a052");

    /// <summary>
    /// Diverging, short (red) to long (blue), through a yellow that stays apart from the white of absent cells.
    /// </summary>
    public static readonly Palette RedToBlue = new(
        "#8e1230",
        "#c93a36",
        "#ec7c4b",
        "#f9bd72",
        "#fbeeae",
        "#c3e2e0",
        "#86bbdb",
        "#477fbd",
        "#2a3c8a"
    );
}
