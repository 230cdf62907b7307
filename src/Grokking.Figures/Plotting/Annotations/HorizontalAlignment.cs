namespace Grokking.Figures.Plotting.Annotations;

/// <summary>The part of a text that stands at its anchor.</summary>
public enum HorizontalAlignment
{
    /// <summary>Its left end.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Center,

    /// <summary>Its right end.</summary>
    Right,
}
