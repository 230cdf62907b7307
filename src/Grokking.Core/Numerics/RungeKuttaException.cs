namespace Grokking.Numerics;

/// <summary>An integration stopped before its end; what was observed until then is right but incomplete.</summary>
public sealed class RungeKuttaException : Exception
{
    /// <summary>Stopped at <paramref name="time"/> for the given reason.</summary>
    public RungeKuttaException(double time, string reason)
        : base($"the integration stopped at t = {time:R}: {reason}") => Time = time;

    /// <summary>The last time up to which the solution is known.</summary>
    public double Time { get; }
}
