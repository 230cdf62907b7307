using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>What the numbers say about a claim; written in lower case with hyphens.</summary>
public enum Verdict
{
    /// <summary>The claim was not put to the test.</summary>
    [JsonStringEnumMemberName("not-tested")]
    NotTested,

    /// <summary>The confidence interval lies within the tolerance.</summary>
    [JsonStringEnumMemberName("holds")]
    Holds,

    /// <summary>The confidence interval lies outside the tolerance.</summary>
    [JsonStringEnumMemberName("fails")]
    Fails,

    /// <summary>The confidence interval reaches across a border of the tolerance.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,
}
