namespace Grokking.Figures.Plotting.Geometry;

/// <summary>Cuts lines and polygons at an upright rectangle.</summary>
internal static class Clipping
{
    /// <summary>The part of a segment inside the box (Liang and Barsky), or null if there is none.</summary>
    public static (Point From, Point To)? Segment(Point from, Point to, Box box)
    {
        var delta = to - from;
        var (enter, leave) = (0.0, 1.0);
        var inside =
            Cut(-delta.X, from.X - box.Left)
            && Cut(delta.X, box.Right - from.X)
            && Cut(-delta.Y, from.Y - box.Top)
            && Cut(delta.Y, box.Bottom - from.Y);
        if (!inside)
            return null;
        return (enter == 0 ? from : from + enter * delta, leave == 1 ? to : from + leave * delta);

        // The half-plane {t : t · speed ≤ distance} of one side.
        bool Cut(double speed, double distance)
        {
            if (speed == 0)
                return distance >= 0;
            var t = distance / speed;
            if (speed < 0)
                enter = Math.Max(enter, t);
            else
                leave = Math.Min(leave, t);
            return enter <= leave;
        }
    }

    /// <summary>The connected pieces of a polyline inside the box; a null point interrupts the polyline.</summary>
    public static List<List<Point>> Polyline(IEnumerable<Point?> points, Box box)
    {
        var pieces = new List<List<Point>>();
        Point? previous = null;
        foreach (var next in points)
        {
            if (previous is { } from && next is { } to && Segment(from, to, box) is { } part)
            {
                if (pieces.Count == 0 || pieces[^1][^1] != part.From)
                    pieces.Add([part.From]);
                pieces[^1].Add(part.To);
            }
            previous = next;
        }
        return pieces;
    }

    /// <summary>The part of a polygon inside the box (Sutherland and Hodgman).</summary>
    public static List<Point> Polygon(IReadOnlyList<Point> ring, Box box)
    {
        var clipped = HalfPlane(ring, p => p.X - box.Left);
        clipped = HalfPlane(clipped, p => box.Right - p.X);
        clipped = HalfPlane(clipped, p => p.Y - box.Top);
        return HalfPlane(clipped, p => box.Bottom - p.Y);
    }

    private static List<Point> HalfPlane(IReadOnlyList<Point> ring, Func<Point, double> depth)
    {
        var kept = new List<Point>();
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (depthA, depthB) = (depth(a), depth(b));
            if (depthA >= 0)
                kept.Add(a);
            if (depthA >= 0 != depthB >= 0)
                kept.Add(a + depthA / (depthA - depthB) * (b - a));
        }
        return kept;
    }
}
