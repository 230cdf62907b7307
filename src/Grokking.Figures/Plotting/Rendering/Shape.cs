using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Something on the page.</summary>
internal abstract record Shape
{
    /// <summary>Whether any of it lies in the box.</summary>
    public abstract bool Hits(Box box);

    public abstract void WriteTo(SvgWriter svg);
}
