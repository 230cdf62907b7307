namespace Grokking.Figures.Plotting.Geometry;

/// <summary>
/// Where values are absent, a domain ends somewhere between two nodes; the steps at its border are an artefact of
/// the grid.
/// </summary>
internal static class DomainBorder
{
    private const int Reach = 3;

    /// <summary>
    /// Moves every node of the border, except those at the edge of the grid, to a weighted mean of its neighbours
    /// along the border. A straight border stays where it is.
    /// </summary>
    public static Point[,] Smooth(Point[,] nodes, IEnumerable<List<GridVertex>> rings)
    {
        var smooth = (Point[,])nodes.Clone();
        foreach (var ring in rings)
        {
            // The last vertex repeats the first.
            var count = ring.Count - 1;
            for (var i = 0; i < count; i++)
            {
                if (IsAtEdge(ring[i]))
                    continue;
                var (sum, weights) = (default(Point), 0.0);
                foreach (var (at, weight) in Neighbours(ring, i, count))
                {
                    sum += weight * nodes[at.Column, at.Row];
                    weights += weight;
                }
                smooth[ring[i].Column, ring[i].Row] = 1 / weights * sum;
            }
        }
        return smooth;

        bool IsAtEdge(GridVertex v) =>
            v.Column == 0
            || v.Row == 0
            || v.Column == nodes.GetLength(0) - 1
            || v.Row == nodes.GetLength(1) - 1;

        // As many neighbours before as behind, none beyond the edge of the grid.
        IEnumerable<(GridVertex Vertex, double Weight)> Neighbours(List<GridVertex> ring, int i, int count)
        {
            yield return (ring[i], Reach + 1);
            for (var step = 1; step <= Math.Min(Reach, (count - 1) / 2); step++)
            {
                var (before, behind) = (ring[(i - step + count) % count], ring[(i + step) % count]);
                yield return (before, Reach + 1 - step);
                yield return (behind, Reach + 1 - step);
                if (IsAtEdge(before) || IsAtEdge(behind))
                    yield break;
            }
        }
    }
}
