namespace Grokking.Figures.Plotting.Geometry;

/// <summary>Directed edges between vertices of a grid, in which opposite edges cancel.</summary>
internal sealed class GridChains
{
    private readonly HashSet<(GridVertex From, GridVertex To)> _edges = [];

    /// <summary>Adds the edges of a closed polygon.</summary>
    public void AddPolygon(IReadOnlyList<GridVertex> corners)
    {
        for (var i = 0; i < corners.Count; i++)
            Add(corners[i], corners[(i + 1) % corners.Count]);
    }

    public void Add(GridVertex from, GridVertex to)
    {
        if (!_edges.Remove((to, from)))
            _edges.Add((from, to));
    }

    /// <summary>The edges that were not cancelled, joined end to end; what can be closed is.</summary>
    public List<List<GridVertex>> Join() => Join(_edges);

    /// <summary>
    /// The same for the edges that join two of certain crossings: the line on which the function has its level.
    /// </summary>
    /// <remarks>Only a cut through a cell joins two crossings; an edge of the domain has a node at one end.</remarks>
    public List<List<GridVertex>> JoinCrossings(Func<GridVertex, bool> which) =>
        Join(_edges.Where(e => e.From.IsCrossing && e.To.IsCrossing && which(e.From) && which(e.To)));

    private static List<List<GridVertex>> Join(IEnumerable<(GridVertex From, GridVertex To)> edges)
    {
        // Sorted, so that the result does not depend on the order of a hash table.
        var ordered = edges.OrderBy(e => e.From.Key).ThenBy(e => e.To.Key).ToArray();
        var next = ordered
            .GroupBy(e => e.From)
            .ToDictionary(g => g.Key, g => new Queue<GridVertex>(g.Select(e => e.To)));
        var ends = ordered.Select(e => e.To).ToHashSet();
        // Open chains start where no edge ends.
        var starts = ordered
            .Select(e => e.From)
            .Where(v => !ends.Contains(v))
            .Concat(ordered.Select(e => e.From));
        var chains = new List<List<GridVertex>>();
        foreach (var start in starts)
        {
            var chain = new List<GridVertex> { start };
            while (next.TryGetValue(chain[^1], out var following) && following.TryDequeue(out var vertex))
                chain.Add(vertex);
            if (chain.Count > 1)
                chains.Add(chain);
        }
        return chains;
    }
}
