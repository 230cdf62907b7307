using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Divides the place of one plot between it and a slim one below.</summary>
internal static class Stack
{
    private const double LowerShare = 0.3;
    private const double Gap = 5;

    /// <summary>The places of both; all of it, and nothing, if there is no plot below.</summary>
    public static (Box Own, Box Lower) Split(Box room, bool hasBelow)
    {
        if (!hasBelow)
            return (room, room with { Top = room.Bottom });
        var lower = room with { Top = room.Bottom - LowerShare * (room.Height - Gap) };
        return (room with { Bottom = lower.Top - Gap }, lower);
    }
}
