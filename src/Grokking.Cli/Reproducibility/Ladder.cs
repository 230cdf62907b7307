using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;
using Grokking.LinearAlgebra;

namespace Grokking.Cli.Reproducibility;

/// <summary>
/// Runs the same studies under everything that should not matter and compares what came out with the first run: a
/// ladder from the same bytes down to the same numbers within a tolerance.
/// </summary>
public static class Ladder
{
    private static readonly string[] Columns =
    [
        "varied",
        "compared",
        "bit-identical",
        "largest relative difference",
        "where",
        "promised",
        "promise",
    ];

    /// <summary>Climbs it; every line is said as soon as it is known.</summary>
    /// <param name="run">Studies, seed, replicas, engine, and what the first run has of the rest.</param>
    /// <param name="folder">The runs go into a folder in here that is gone afterwards.</param>
    /// <exception cref="Failure">One of the runs failed, or that folder has other things in it.</exception>
    public static IReadOnlyList<Rung> Climb(Run run, OutputFolder folder)
    {
        string scratch = Path.Combine(folder.Root, "vary");
        using var interruption = Interruption.OnInterrupt(() => ScratchFolder.RemoveAll(scratch));
        if (!ScratchFolder.RemoveAll(scratch))
            throw new Failure(
                $"'{scratch}' has something in it that `vary` did not make and would not delete; move it elsewhere"
            );
        try
        {
            OutputFolder first = VariedRun.Simulate(run, Variation.None, Path.Combine(scratch, "first"));
            List<Rung> rungs = [];
            foreach (Variation variation in Variation.All(Others(run.LinearAlgebra)))
            {
                string path = Path.Combine(scratch, $"{rungs.Count + 1}");
                rungs.Add(Rung.Of(variation, first, VariedRun.Simulate(run, variation, path)));
                Console.Error.WriteLine(string.Join(" | ", rungs[^1].Cells));
                ScratchFolder.Remove(path);
            }
            return rungs;
        }
        finally
        {
            ScratchFolder.RemoveAll(scratch);
        }
    }

    /// <summary>The ladder as a table for the report, with the commit that it was climbed at.</summary>
    public static string Serialize(Run run, Commit commit, IReadOnlyList<Rung> rungs) =>
        JsonSerializer.Serialize(
            new
            {
                Commit = commit.Text,
                Profile = run.Profile.Name,
                Tables = new[]
                {
                    new
                    {
                        Title = "What stays the same when a run is repeated",
                        Columns,
                        Rows = rungs.Select(rung => rung.Cells),
                        Note = $"Measured with the {run.Profile.Name} profile and {run.LinearAlgebra.Name} linear algebra at "
                            + $"commit {commit.ShortName} "
                            + "against a first run in the locale C at UTC. A relative difference is |a − b|/max(|b|, 1e-16).",
                    },
                },
            },
            Json.Readable
        ) + "\n";

    private static IEnumerable<string> Others(ILinearAlgebra used) =>
        new[] { LinearAlgebraChoice.Auto, LinearAlgebraChoice.Managed }
            .Select(choice => choice.Select().Name)
            .Distinct()
            .Where(name => name != used.Name);
}
