using System.Globalization;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures;

/// <summary>Numbers in captions, written as in the figures, so that no caption types one.</summary>
public static class CaptionText
{
    /// <summary>A number in Typst mathematics: "0.9", "3×10^(−5)".</summary>
    public static string Number(double value) => NumberText.Format(value).Replace('{', '(').Replace('}', ')');

    /// <summary>Several of them, in words of text: "0.1, 0.9 and 1.5".</summary>
    public static string List(IEnumerable<double> values)
    {
        string[] texts = [.. values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))];
        return texts.Length < 2
            ? string.Concat(texts)
            : $"{string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";
    }

    /// <summary>A fraction in percent, rounded to a whole number: "95 %".</summary>
    public static string Percent(double fraction) => fraction.ToString("P0", CultureInfo.InvariantCulture);
}
