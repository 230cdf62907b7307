namespace Grokking.Figures.Plotting.Geometry;

/// <summary>
/// The region where a function on a grid is at least some level. A cell with four values is a square, a cell with
/// three is a triangle, other cells do not belong to the domain.
/// </summary>
internal sealed class MarchingSquares
{
    private readonly IReadOnlyList<double> _x;
    private readonly IReadOnlyList<double> _y;
    private readonly double?[,] _values;

    /// <summary>A grid with its values [column, row].</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public MarchingSquares(IReadOnlyList<double> x, IReadOnlyList<double> y, double?[,] values)
    {
        if (values.GetLength(0) != x.Count || values.GetLength(1) != y.Count)
            throw new ArgumentException(
                $"Values [{values.GetLength(0)}, {values.GetLength(1)}] on a grid {x.Count} × {y.Count}.",
                nameof(values)
            );
        (_x, _y, _values) = (x, y, values);
    }

    /// <summary>The region as closed rings (fill by the even-odd rule), and the part of its boundary on the level.</summary>
    /// <param name="level">The level; negative infinity gives the whole domain.</param>
    public (List<List<Point>> Rings, List<List<Point>> Isolines) Region(double level)
    {
        // Polygons of neighbouring cells share edges in opposite directions; those cancel, the rest is the boundary.
        var boundary = new HashSet<(Vertex From, Vertex To)>();
        Span<Vertex> corners = stackalloc Vertex[4];
        for (var column = 0; column + 1 < _x.Count; column++)
        {
            for (var row = 0; row + 1 < _y.Count; row++)
            {
                var count = Corners(column, row, corners);
                if (count >= 3)
                    AddCell(corners[..count], level, boundary);
            }
        }
        // Only a cut through a cell joins two crossings; an edge of the domain has a node at one end.
        var isoline = boundary.Where(e => e.From.IsCrossing && e.To.IsCrossing);
        return (Chains(boundary, level), Chains([.. isoline], level));
    }

    private int Corners(int column, int row, Span<Vertex> corners)
    {
        var count = 0;
        foreach (
            var (i, j) in ((int, int)[])
                [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        )
        {
            if (_values[i, j].HasValue)
                corners[count++] = Vertex.Node(i, j);
        }
        return count;
    }

    private void AddCell(ReadOnlySpan<Vertex> corners, double level, HashSet<(Vertex, Vertex)> boundary)
    {
        var polygon = new List<Vertex>(8);
        var mean = 0.0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            mean += ValueAt(a) / corners.Length;
            if (ValueAt(a) >= level)
                polygon.Add(a);
            if (ValueAt(a) >= level != ValueAt(b) >= level)
                polygon.Add(Vertex.Between(a, b));
        }
        // A saddle: two opposite corners above. Its centre decides whether they are joined.
        var crossings = polygon.Count(v => v.IsCrossing);
        if (crossings == 4 && mean < level)
        {
            while (!(polygon[0].IsCrossing && !polygon[1].IsCrossing))
            {
                polygon.Add(polygon[0]);
                polygon.RemoveAt(0);
            }
            AddPolygon(polygon[..3], boundary);
            AddPolygon(polygon[3..], boundary);
        }
        else
        {
            AddPolygon(polygon, boundary);
        }
    }

    private static void AddPolygon(List<Vertex> polygon, HashSet<(Vertex, Vertex)> boundary)
    {
        for (var i = 0; i < polygon.Count; i++)
        {
            var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            if (!boundary.Remove((b, a)))
                boundary.Add((a, b));
        }
    }

    /// <summary>Joins directed edges end to end; chains that can be closed are.</summary>
    private List<List<Point>> Chains(HashSet<(Vertex From, Vertex To)> edges, double level)
    {
        var ordered = edges.OrderBy(e => e.From.Key).ThenBy(e => e.To.Key).ToArray();
        var next = ordered
            .GroupBy(e => e.From)
            .ToDictionary(g => g.Key, g => new Queue<Vertex>(g.Select(e => e.To)));
        var ends = ordered.Select(e => e.To).ToHashSet();
        // Open chains start where no edge ends.
        var starts = ordered
            .Select(e => e.From)
            .Where(v => !ends.Contains(v))
            .Concat(ordered.Select(e => e.From));
        var chains = new List<List<Point>>();
        foreach (var start in starts)
        {
            var chain = new List<Point> { PointAt(start, level) };
            for (var at = start; next.TryGetValue(at, out var following) && following.TryDequeue(out at); )
                chain.Add(PointAt(at, level));
            if (chain.Count > 1)
                chains.Add(chain);
        }
        return chains;
    }

    private double ValueAt(Vertex v) => _values[v.Column, v.Row]!.Value;

    private Point PointAt(Vertex v, double level)
    {
        var a = new Point(_x[v.Column], _y[v.Row]);
        if (!v.IsCrossing)
            return a;
        var b = new Point(_x[v.Column2], _y[v.Row2]);
        var (valueA, valueB) = (_values[v.Column, v.Row]!.Value, _values[v.Column2, v.Row2]!.Value);
        return a + (level - valueA) / (valueB - valueA) * (b - a);
    }

    /// <summary>A grid node, or the crossing of the level between two grid nodes.</summary>
    private readonly record struct Vertex(int Column, int Row, int Column2, int Row2)
    {
        public bool IsCrossing => Column2 >= 0;

        public static Vertex Node(int column, int row) => new(column, row, -1, -1);

        public static Vertex Between(Vertex a, Vertex b) =>
            (a.Column, a.Row).CompareTo((b.Column, b.Row)) < 0
                ? new(a.Column, a.Row, b.Column, b.Row)
                : new(b.Column, b.Row, a.Column, a.Row);

        public (int, int, int, int) Key => (Column, Row, Column2, Row2);
    }
}
