namespace Grokking.Figures.Plotting.Text;

/// <summary>Characters in one style.</summary>
internal readonly record struct TextRun(string Text, bool Italic, Script Script);
