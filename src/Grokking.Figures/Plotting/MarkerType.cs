namespace Grokking.Figures.Plotting;

/// <summary>The shape of a marker.</summary>
public enum MarkerType
{
    /// <summary>No marker.</summary>
    None,

    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square that stands on a corner.</summary>
    Diamond,

    /// <summary>A star with five points.</summary>
    Star,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle that points upwards.</summary>
    Triangle,
}
