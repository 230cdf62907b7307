namespace Grokking.Figures.Plotting.Geometry;

/// <summary>
/// Where values are absent, a domain ends somewhere between two nodes; the steps at its border are an artefact of
/// the grid.
/// </summary>
internal static class DomainBorder
{
    // How far towards an absent node the border may go, so that not even a single one is covered.
    private const double Reach = 0.9;

    // Steps are a few nodes long, and a string of n nodes is taut after some n² rounds.
    private const int Rounds = 400;

    /// <summary>
    /// Pulls the border tight: every node of it, except those at the edge of the grid, may move towards the absent
    /// nodes beside it, never inwards, and goes as near to the middle of its two neighbours as it can. A straight border
    /// stays where it is.
    /// </summary>
    public static Point[,] Tighten(
        Point[,] nodes,
        double?[,] values,
        IEnumerable<IReadOnlyList<GridVertex>> rings
    )
    {
        var tight = (Point[,])nodes.Clone();
        foreach (var ring in rings)
        {
            // The last vertex repeats the first.
            var count = ring.Count - 1;
            var room = ring.Take(count).Select(vertex => RoomOf(vertex, nodes, values)).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var i = 0; i < count; i++)
                {
                    var (before, behind) = (ring[(i + count - 1) % count], ring[(i + 1) % count]);
                    var middle = 0.5 * (tight[before.Column, before.Row] + tight[behind.Column, behind.Row]);
                    tight[ring[i].Column, ring[i].Row] = room[i].Nearest(middle);
                }
            }
        }
        return tight;
    }

    private static Box RoomOf(GridVertex vertex, Point[,] nodes, double?[,] values)
    {
        var here = nodes[vertex.Column, vertex.Row];
        var (lastColumn, lastRow) = (nodes.GetLength(0) - 1, nodes.GetLength(1) - 1);
        if (vertex.Column == 0 || vertex.Row == 0 || vertex.Column == lastColumn || vertex.Row == lastRow)
            return Box.Around([here]);
        return Box.Around([
            here,
            .. from column in Enumerable.Range(vertex.Column - 1, 3)
            from row in Enumerable.Range(vertex.Row - 1, 3)
            where values[column, row] is null
            select here + Reach * (nodes[column, row] - here),
        ]);
    }
}
