namespace Grokking.Figures.Plotting.Annotations;

/// <summary>The part of a text that stands at its anchor.</summary>
public enum VerticalAlignment
{
    /// <summary>Its lower end.</summary>
    Bottom,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its upper end.</summary>
    Top,
}
