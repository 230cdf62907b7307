namespace Grokking.Figures.Plotting.Text;

/// <summary>
/// A line of text with a tiny markup: *italic*, _{subscript}, ^{superscript}; a backslash takes the next character
/// as it is. A subscript and a superscript side by side stand above each other.
/// </summary>
public sealed class RichText
{
    private const double ScriptScale = 0.74;
    private const double Raise = 0.37;
    private const double Lower = 0.17;
    private const double Ascender = 0.76;
    private const double Descender = 0.24;

    // Oblique letters lean over what stands at their upper right.
    private const double ItalicCorrection = 0.06;

    private readonly List<PlacedRun> _runs = [];

    private RichText(IReadOnlyList<TextRun> runs)
    {
        // The end of the text so far, and where a script stacked upon the previous one would start.
        var (end, stack) = (0.0, 0.0);
        TextRun? previous = null;
        foreach (var run in runs)
        {
            var isScript = run.Script != Script.Normal;
            var follows = previous is { Script: not Script.Normal } p && isScript && p.Script != run.Script;
            var start = follows ? stack : end;
            if (!follows && run.Script == Script.Super && previous is { Italic: true, Script: Script.Normal })
                start += ItalicCorrection;
            var scale = isScript ? ScriptScale : 1;
            var shift = run.Script switch
            {
                Script.Super => -Raise,
                Script.Sub => Lower,
                _ => 0,
            };
            _runs.Add(new(run, start, shift, scale));
            // A run of the same script continues; only the first of a pair fixes where the second one starts.
            if (isScript && previous?.Script is null or Script.Normal)
                stack = end;
            end = Math.Max(end, start + scale * run.Text.Sum(GlyphWidths.Of));
            previous = run;
        }
        Width = end;
    }

    /// <summary>Reads a label.</summary>
    /// <exception cref="FormatException">An italic passage or a script is not closed, or scripts are nested.</exception>
    /// <exception cref="ArgumentException">A character has no known width.</exception>
    public static RichText Parse(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return new(new MarkupParser(markup).Parse());
    }

    /// <summary>The width relative to the font size.</summary>
    public double Width { get; }

    /// <summary>How far the text rises above the base line, relative to the font size.</summary>
    public double Ascent => _runs.Select(r => r.Scale * Ascender - r.Y).DefaultIfEmpty(Ascender).Max();

    /// <summary>How far the text reaches below the base line, relative to the font size.</summary>
    public double Descent => _runs.Select(r => r.Scale * Descender + r.Y).DefaultIfEmpty(Descender).Max();

    /// <summary>The characters without the markup.</summary>
    public string PlainText => string.Concat(_runs.Select(r => r.Run.Text));

    internal IReadOnlyList<PlacedRun> Runs => _runs;
}
