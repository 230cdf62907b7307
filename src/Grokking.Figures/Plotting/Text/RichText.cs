namespace Grokking.Figures.Plotting.Text;

/// <summary>
/// A line of text with a tiny markup: *italic*, _{subscript}, ^{superscript}; a backslash takes the next character
/// as it is. A subscript and a superscript side by side stand above each other.
/// </summary>
public sealed class RichText;
