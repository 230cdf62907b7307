namespace Grokking.Figures.Plotting.Geometry;

/// <summary>A node of a grid, or the place between two nodes where a function crosses a level.</summary>
internal readonly record struct GridVertex(int Column, int Row, int Column2 = -1, int Row2 = -1)
{
    public bool IsCrossing => Column2 >= 0;

    public (int, int, int, int) Key => (Column, Row, Column2, Row2);

    /// <summary>The crossing between two nodes, the same from either side.</summary>
    public static GridVertex Between(GridVertex a, GridVertex b) =>
        (a.Column, a.Row).CompareTo((b.Column, b.Row)) < 0
            ? new(a.Column, a.Row, b.Column, b.Row)
            : new(b.Column, b.Row, a.Column, a.Row);
}
