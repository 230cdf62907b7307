using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>What a claim was put to the test with; written in lower case.</summary>
public enum Evidence
{
    /// <summary>Simulated networks, replica by replica.</summary>
    [JsonStringEnumMemberName("simulation")]
    Simulation,

    /// <summary>Theory alone: nothing was drawn.</summary>
    [JsonStringEnumMemberName("theory")]
    Theory,
}
