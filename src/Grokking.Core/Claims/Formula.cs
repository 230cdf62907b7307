namespace Grokking.Claims;

/// <summary>A formula as people read it in a line of text and as Typst sets it.</summary>
/// <param name="Text">In Unicode, readable aloud.</param>
/// <param name="Typst">The inside of a Typst equation.</param>
public sealed record Formula(string Text, string Typst);
