using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Grokking.Cli.Output;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Provenance;

/// <summary>
/// What a result was computed with, as its own key says: the options of whichever verb ran last may be others.
/// </summary>
/// <param name="Study">The study's id.</param>
/// <param name="Key">The hash under which the result is kept.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Replicas">How many independent draws.</param>
/// <param name="Seed">Root of its randomness.</param>
/// <param name="LinearAlgebra">Who multiplied the matrices.</param>
/// <param name="Engine">How two-layer networks were trained; null if the study has none.</param>
/// <param name="Software">The versions that its last bits can depend on.</param>
public sealed record Origin(
    string Study,
    string Key,
    string Profile,
    int Replicas,
    ulong Seed,
    string LinearAlgebra,
    string? Engine,
    string Software
)
{
    /// <summary>The origin that a key stands for.</summary>
    public static Origin Of(StudyKey key) => Of(key.Hash, JsonNode.Parse(key.Text)!);

    /// <summary>The origin that is written beside a key's hash; null if it is damaged.</summary>
    public static Origin? Read(JsonNode? hash, JsonNode? ingredients)
    {
        try
        {
            return Of((string?)hash ?? "", ingredients!);
        }
        catch (Exception damage)
            when (damage is NullReferenceException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether nothing is null that must not be: a reader of JSON does not see to it.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        this
            is {
                Study: not null,
                Key: not null,
                Profile: not null,
                LinearAlgebra: not null,
                Software: not null
            };

    /// <summary>The command that computes the same result again, if there is none.</summary>
    [JsonIgnore]
    public string Command => CommandLine("simulate");

    /// <summary>The command that does something with just this result.</summary>
    public string CommandLine(string verb) =>
        string.Join(
            ' ',
            [
                $"grokking {verb} --profile {Profile} --seed {Seed}",
                .. Replicas == UsualReplicas() ? Array.Empty<string>() : [$"--replicas {Replicas}"],
                $"--linear-algebra {LinearAlgebra}",
                .. Engine is null || Engine == UsualEngine ? Array.Empty<string>() : [$"--engine {Engine}"],
                $"--study {Study}",
            ]
        );

    /// <summary>In words, for people.</summary>
    [JsonIgnore]
    public string Text =>
        $"study {Study}, profile {Profile}, {Replicas} replicas, seed {Seed}, linear algebra {LinearAlgebra}"
        + (Engine is null ? "" : $", engine {Engine}");

    private static Origin Of(string hash, JsonNode ingredients) =>
        new(
            (string)ingredients["study"]!,
            hash,
            (string)ingredients["profile"]!,
            (int)ingredients["replicas"]!,
            (ulong)ingredients["seed"]!,
            (string)ingredients["linear_algebra"]!,
            (string?)ingredients["engine"],
            string.Join(
                ", ",
                ingredients["versions"]!.AsObject().Select(one => $"{one.Key} {(string?)one.Value}")
            )
        );

    private static string UsualEngine => Run.NameOf(TwoLayerEngine.Mixed);

    private int? UsualReplicas()
    {
        Profile? profile = Grokking.LinearEstimators.Studies.Profile.All.FirstOrDefault(one =>
            one.Name == Profile
        );
        return profile?.Studies.FirstOrDefault(study => study.Id == Study)?.OwnReplicas ?? profile?.Replicas;
    }
}
