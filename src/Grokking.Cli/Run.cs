using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli;

/// <summary>What one invocation of the command is to do, after its arguments were understood.</summary>
public sealed record Run
{
    /// <summary>The sizes at which everything runs.</summary>
    public required Profile Profile { get; init; }

    /// <summary>How many independent draws each setting is measured on, if the user said so.</summary>
    public required int? Replicas { get; init; }

    /// <summary>How many independent draws a study's settings are measured on.</summary>
    public int ReplicasOf(IStudy study) => Replicas ?? study.OwnReplicas ?? Profile.Replicas;

    /// <summary>Root of all randomness.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Who multiplies the matrices.</summary>
    public required ILinearAlgebra LinearAlgebra { get; init; }

    /// <summary>How two-layer networks are trained.</summary>
    public required TwoLayerEngine Engine { get; init; }

    /// <summary>Threads to use.</summary>
    public required int Threads { get; init; }

    /// <summary>The output folder as the user gave it.</summary>
    public required string Output { get; init; }

    /// <summary>Which of the profile's studies.</summary>
    public required IReadOnlyList<IStudy> Studies { get; init; }

    /// <summary>The figures of these studies, by number.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Whether to run again what is already there.</summary>
    public required bool Force { get; init; }

    /// <summary>The entries of the ledger to judge, by id.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>The figures, studies and entries that were asked for, as on the command line; none for everything.</summary>
    public IReadOnlyList<string> Selection { get; init; } = [];

    /// <summary>What users call an engine.</summary>
    public static string NameOf(TwoLayerEngine engine) => engine.ToString().ToLowerInvariant();

    /// <summary>The command that does the same again.</summary>
    public string CommandLine(string verb) => CommandLine(verb, Selection);

    /// <summary>The command for some figures or studies, e.g. "--figure 1".</summary>
    public string CommandLine(string verb, IEnumerable<string> selection) =>
        string.Join(
            ' ',
            [
                $"grokking {verb} --profile {Profile.Name} --seed {Seed}{(Replicas is null ? "" : $" --replicas {Replicas}")}",
                $"--linear-algebra {LinearAlgebra.Name}{(Engine == TwoLayerEngine.Mixed ? "" : $" --engine {NameOf(Engine)}")}",
                .. selection,
            ]
        );

    /// <summary>The command that runs or reuses what an entry of the ledger rests on, and judges it.</summary>
    public string CommandFor(string entry) => CommandLine("judge", [$"--entry {entry}"]);
}
