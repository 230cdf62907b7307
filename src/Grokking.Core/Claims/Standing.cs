using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>What became of a printed formula that was checked; written in lower case with hyphens.</summary>
public enum Standing
{
    /// <summary>Right wherever it was looked at.</summary>
    [JsonStringEnumMemberName("right")]
    Right,

    /// <summary>Right in a narrower domain than it is printed for.</summary>
    [JsonStringEnumMemberName("right-within-domain")]
    RightWithinDomain,

    /// <summary>Wrong, in that domain too if one was tried.</summary>
    [JsonStringEnumMemberName("wrong")]
    Wrong,
}
