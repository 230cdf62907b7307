namespace Grokking.Figures.Plotting.Geometry;

/// <summary>Lines that stop short of the border of a domain are led on to it, at a small angle.</summary>
internal static class LineEnds
{
    private const double Farthest = 6;

    // How much farther the border is met ahead than it is away.
    private const double Slant = 5;

    // The last steps of a line are too short to tell where it heads.
    private const double Base = 3;

    /// <summary>The line with both ends led on to the border if it is near.</summary>
    /// <param name="line">Two points or more; a closed line stays as it is.</param>
    /// <param name="border">The points of the border, close to each other.</param>
    public static List<Point> LeadOn(List<Point> line, IReadOnlyList<Point> border)
    {
        if ((line[0] - line[^1]).Length < 1e-6)
            return line;
        return [.. Ahead([.. Enumerable.Reverse(line)], border), .. line, .. Ahead(line, border)];
    }

    private static Point[] Ahead(List<Point> line, IReadOnlyList<Point> border)
    {
        var end = line[^1];
        var distance = border.Min(point => (point - end).Length);
        if (distance is 0 or > Farthest)
            return [];
        var before = line[Math.Max(0, line.FindLastIndex(point => (end - point).Length >= Base))];
        var ahead = end + Slant * distance / (end - before).Length * (end - before);
        return [border.MinBy(point => (point - ahead).Length)];
    }
}
