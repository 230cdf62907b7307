namespace Grokking.Claims;

/// <summary>What became of a printed formula that was checked.</summary>
public enum Standing
{
    /// <summary>Right wherever it was looked at.</summary>
    Right,

    /// <summary>Right in a narrower domain than it is printed for.</summary>
    RightWithinDomain,

    /// <summary>Wrong, in that domain too if one was tried.</summary>
    Wrong,

    /// <summary>A single replica, without an interval, cannot tell.</summary>
    Undecided,
}
