using System.Globalization;

namespace Grokking.Figures.Plotting.Text;

/// <summary>
/// Advance widths of DejaVu Sans (the wider of upright and oblique), in thousandths of the font size; 0 where the
/// font has no glyph. Written by build/typeset/glyph-widths.mjs.
/// </summary>
internal static class GlyphWidths
{
    private static readonly (int First, string Widths)[] Rows =
    [
        // ASCII
        (0x20, "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636"),
        (0x34, "636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775"),
        (0x48, "752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390"),
        (0x5c, "337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612"),
        (0x70, "635 635 411 521 392 634 592 818 592 592 525 636 337 636 838"),
        // Latin-1
        (0xa0, "318 401 636 636 636 636 337 500 500 1000 471 617 838 361 1000 500 500 838 401 401"),
        (0xb4, "500 636 636 318 500 401 471 617 969 969 969 531 684 684 684 684 684 684 974 698"),
        (0xc8, "632 632 632 632 295 295 295 295 775 748 787 787 787 787 787 838 787 732 732 732"),
        (0xdc, "732 611 608 630 613 613 613 613 613 613 995 550 615 615 615 615 278 278 278 278"),
        (0xf0, "612 634 612 612 612 612 612 838 612 634 634 634 634 592 635 592"),
        // Greek
        (0x391, "684 686 557 684 632 685 752 787 295 656 684 863 748 632 787 752 603 0 632 611"),
        (0x3a5, "611 787 685 787 764 295 611 659 541 634 338 579 659 638 592 612 541 544 634 612"),
        (0x3b9, "338 589 592 636 559 558 612 602 635 587 634 602 579 660 592 660 837"),
        // spaces, dashes, quotation marks
        (0x2009, "200 100 0 0 0 0 0 361 361 636 500 1000 1000 500 500 318 318 318 318 518"),
        (0x201d, "518 518 518 500 500 590 590 334 667 1000"),
        // arrows
        (0x2190, "838 838 838 838 838"),
        // mathematical operators
        (0x2200, "684 636 517 632 632 871 669 669 871 871 718 871 871 718 636 757 757 674 838 838"),
        (0x2214, "838 337 637 838 626 626 637 637 637 714 833 838 896 896 838 500 500 500 500 732"),
        (0x2228, "732 732 732 521 789 1057 521 789 1057 521 521 521 636 636 260 636 838 838 838 838"),
        (0x223c, "838 838 838 838 375 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838"),
        (0x2250, "838 838 839 839 1000 1000 838 838 838 838 838 838 838 838 838 838 838 838 838 838"),
        (0x2264, "838 838 838 838 838 838 1047 1047 464 838 838 838 838 838 838 838 838 838 838 838"),
        (0x2278, "838 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838 838"),
        (0x228c, "732 732 732 838 838 838 838 780 780 838 838 838 838 838 838 838 838 838 838 838"),
        (0x22a0, "838 838 871 871 871 871 521 521 871 871 871 871 871 871 871 871 838 838 838 838"),
        (0x22b4, "838 838 1000 1000 838 838 521 732 732 732 838 838 820 820 820 820 626 318"),
    ];

    private static readonly Dictionary<char, double> Widths = Rows.SelectMany(row =>
            row.Widths.Split(' ').Select((width, i) => (Character: (char)(row.First + i), width))
        )
        .ToDictionary(g => g.Character, g => int.Parse(g.width, CultureInfo.InvariantCulture) / 1000.0);

    /// <summary>The width of a character relative to the font size.</summary>
    /// <exception cref="ArgumentException">The table has no such character.</exception>
    public static double Of(char character) =>
        Widths.GetValueOrDefault(character) is var width and > 0
            ? width
            : throw new ArgumentException(
                $"No width is known for '{character}' (U+{(int)character:X4}): see build/typeset/glyph-widths.mjs.",
                nameof(character)
            );
}
