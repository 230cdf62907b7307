namespace Grokking.Figures.Plotting.Geometry;

/// <summary>
/// The region where a function on a grid is at least some level. A cell with four values is a square, a cell with
/// three is a triangle, other cells do not belong to the domain. The steps that the grid cuts into the border of
/// the domain are pulled straight.
/// </summary>
internal sealed class MarchingSquares
{
    // A function may diverge towards the border, and a line that follows it there breaks into crumbs: lines keep off
    // the cells at the border, and what never gets farther away is left out.
    private const int LeastClearance = 2;
    private const int ClearanceSomewhere = 4;

    // A cell all of whose corners are at least the level.
    private const int Full = 4;

    private readonly double?[,] _values;
    private readonly Clearance _clearance;
    private readonly Point[,] _nodes;

    /// <summary>A grid with its values [column, row].</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public MarchingSquares(IReadOnlyList<double> x, IReadOnlyList<double> y, double?[,] values)
    {
        if (values.GetLength(0) != x.Count || values.GetLength(1) != y.Count)
        {
            throw new ArgumentException(
                $"{values.GetLength(0)} × {values.GetLength(1)} values on a grid of {x.Count} × {y.Count} nodes.",
                nameof(values)
            );
        }
        _values = values;
        _nodes = new Point[x.Count, y.Count];
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < y.Count; j++)
                _nodes[i, j] = new(x[i], y[j]);
        }
        _nodes = DomainBorder.Tighten(_nodes, values, Boundary(double.NegativeInfinity).Join());
        _clearance = new Clearance(values, ClearanceSomewhere);
    }

    /// <summary>
    /// The region as closed rings (fill by the even-odd rule), and the lines on which the level is taken, short of the
    /// border of the domain.
    /// </summary>
    /// <param name="level">The level; negative infinity gives the whole domain.</param>
    public (List<List<Point>> Rings, List<List<Point>> Isolines) Region(double level)
    {
        var boundary = Boundary(level);
        var lines = boundary.JoinCrossings(vertex => _clearance.Of(vertex) >= LeastClearance);
        return (
            Place(boundary.Join()),
            Place(lines.Where(line => line.Any(vertex => _clearance.Of(vertex) >= ClearanceSomewhere)))
        );

        List<List<Point>> Place(IEnumerable<List<GridVertex>> chains) =>
            [.. chains.Select(chain => chain.ConvertAll(vertex => PointAt(vertex, level)))];
    }

    /// <summary>Polygons of neighbouring cells share edges in opposite directions; those cancel.</summary>
    private GridChains Boundary(double level)
    {
        var boundary = new GridChains();
        var covered = Covered(level);
        for (var column = 0; column + 1 < _nodes.GetLength(0); column++)
        {
            for (var row = 0; row + 1 < _nodes.GetLength(1); row++)
            {
                var corners = covered[column + 1, row + 1];
                if (corners == Full)
                    AddFullCell(column, row, covered, boundary);
                else if (corners > 0 && Corners(column, row) is { Count: >= 3 } cut) // most cells have no part in it
                    AddCutCell(cut, level, boundary);
            }
        }
        return boundary;
    }

    /// <summary>How many corners of each cell are at least the level, in a frame of cells that are not of the grid.</summary>
    private int[,] Covered(double level)
    {
        var covered = new int[_values.GetLength(0) + 1, _values.GetLength(1) + 1];
        for (var column = 0; column < _values.GetLength(0); column++)
        {
            for (var row = 0; row < _values.GetLength(1); row++)
            {
                if (!(_values[column, row] >= level))
                    continue;
                covered[column, row]++;
                covered[column + 1, row]++;
                covered[column, row + 1]++;
                covered[column + 1, row + 1]++;
            }
        }
        return covered;
    }

    /// <summary>Adds the sides towards cells that are not full; the others would cancel.</summary>
    private static void AddFullCell(int column, int row, int[,] covered, GridChains boundary)
    {
        var (a, b) = (new GridVertex(column, row), new GridVertex(column + 1, row));
        var (c, d) = (new GridVertex(column + 1, row + 1), new GridVertex(column, row + 1));
        if (covered[column + 1, row] < Full)
            boundary.Add(a, b);
        if (covered[column + 2, row + 1] < Full)
            boundary.Add(b, c);
        if (covered[column + 1, row + 2] < Full)
            boundary.Add(c, d);
        if (covered[column, row + 1] < Full)
            boundary.Add(d, a);
    }

    private void AddCutCell(List<GridVertex> corners, double level, GridChains boundary)
    {
        var polygon = new List<GridVertex>(8);
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            if (ValueAt(a) >= level)
                polygon.Add(a);
            if (ValueAt(a) >= level != ValueAt(b) >= level)
                polygon.Add(GridVertex.Between(a, b));
        }
        // A saddle: two opposite corners above. The mean decides whether they are joined.
        if (polygon.Count(v => v.IsCrossing) < 4 || corners.Average(ValueAt) >= level)
        {
            boundary.AddPolygon(polygon);
            return;
        }
        // Each corner with the crossings before and after it.
        for (var i = 0; i < polygon.Count; i++)
        {
            if (!polygon[i].IsCrossing)
                boundary.AddPolygon([polygon[(i + 5) % 6], polygon[i], polygon[(i + 1) % 6]]);
        }
    }

    private List<GridVertex> Corners(int column, int row)
    {
        List<GridVertex> corners =
        [
            new(column, row),
            new(column + 1, row),
            new(column + 1, row + 1),
            new(column, row + 1),
        ];
        corners.RemoveAll(c => !_values[c.Column, c.Row].HasValue);
        return corners;
    }

    private double ValueAt(GridVertex node) => _values[node.Column, node.Row]!.Value;

    private Point PointAt(GridVertex v, double level)
    {
        var a = _nodes[v.Column, v.Row];
        if (!v.IsCrossing)
            return a;
        var b = _nodes[v.Column2, v.Row2];
        var (valueA, valueB) = (_values[v.Column, v.Row]!.Value, _values[v.Column2, v.Row2]!.Value);
        return a + (level - valueA) / (valueB - valueA) * (b - a);
    }
}
