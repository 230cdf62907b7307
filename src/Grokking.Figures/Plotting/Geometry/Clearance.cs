namespace Grokking.Figures.Plotting.Geometry;

/// <summary>How many steps, straight or diagonal, a node of a grid is away from the nearest one without a value.</summary>
internal sealed class Clearance
{
    private readonly int[,] _steps;

    /// <summary>The clearances of a grid, counted up to <paramref name="limit"/>.</summary>
    public Clearance(double?[,] values, int limit)
    {
        var (columns, rows) = (values.GetLength(0), values.GetLength(1));
        _steps = new int[columns, rows];
        for (var column = 0; column < columns; column++)
        for (var row = 0; row < rows; row++)
            _steps[column, row] = values[column, row] is null ? 0 : limit;
        for (var step = 1; step < limit; step++)
        for (var column = 0; column < columns; column++)
        for (var row = 0; row < rows; row++)
            if (_steps[column, row] > step && HasNeighbour(column, row, step - 1))
                _steps[column, row] = step;
    }

    /// <summary>The clearance of a node, or the smaller one of the two nodes beside a crossing.</summary>
    public int Of(GridVertex vertex) =>
        vertex.IsCrossing
            ? Math.Min(_steps[vertex.Column, vertex.Row], _steps[vertex.Column2, vertex.Row2])
            : _steps[vertex.Column, vertex.Row];

    private bool HasNeighbour(int column, int row, int steps)
    {
        for (var i = Math.Max(column - 1, 0); i <= Math.Min(column + 1, _steps.GetLength(0) - 1); i++)
        for (var j = Math.Max(row - 1, 0); j <= Math.Min(row + 1, _steps.GetLength(1) - 1); j++)
            if (_steps[i, j] == steps)
                return true;
        return false;
    }
}
