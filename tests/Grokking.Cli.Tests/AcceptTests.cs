using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>`check --accept` takes new numbers for what is named and for nothing else; snapshots are copies here.</summary>
public sealed class AcceptTests : IDisposable
{
    private readonly TemporaryFolder folder = QuickRun.Copy();
    private readonly TemporaryFolder snapshots = new();

    public AcceptTests() => snapshots.CopyFrom(Path.Combine(Repository.Root, "tests", "Snapshots"));

    public void Dispose()
    {
        folder.Dispose();
        snapshots.Dispose();
    }

    [Theory]
    [InlineData("figure-1", "figure-1", "sample-ratio")]
    [InlineData("sample-ratio", "figure-1", "sample-ratio")] // a figure's study by its own name
    [InlineData("critical-ratio", "critical-ratio", "critical-ratio")] // a study without a figure
    public void What_is_accepted_is_verified_from_then_on(string accepted, string name, string study)
    {
        CachedResult.Change(folder, study, Later);
        CachedResult.Change(folder, "output-dimension", Later);
        var before = snapshots.Content();
        Assert.Equal(ExitCode.CheckFailed, Check().ExitCode);
        Assert.Equal(before, snapshots.Content());

        var outcome = Check("--accept", accepted);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode); // for the other
        Assert.Contains($"{name}: accepted", outcome.ErrorLines);
        foreach (var (path, bytes) in snapshots.Content())
            Assert.Equal(
                !path.StartsWith(Path.Combine("quick", $"{name}.grokking-times"), StringComparison.Ordinal),
                bytes.AsSpan().SequenceEqual(before[path])
            );

        Assert.Contains($"{name}: as verified", Check().ErrorLines);
        // What rests on the changed results is another matter, accepted by itself.
        Check("--accept", "figure-2", "--accept", "ledger").AssertSucceeded();
        Check().AssertSucceeded();
    }

    [Fact]
    public void Tolerances_survive_a_snapshot_that_lost_its_numbers()
    {
        string path = snapshots["quick", "initial-scale.ratios.verified.csv"];
        const string Own = "# *.mean: relative 1E-06, absolute 0, because this test says so";
        File.WriteAllText(path, $"# rows: 3\n{Own}\n");
        var outcome = Check("--study", "initial-scale");
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains("no line with the names of the columns", outcome.Error, StringComparison.Ordinal);

        Check("--study", "initial-scale", "--accept", "initial-scale").AssertSucceeded();
        Assert.Contains(Own, File.ReadAllLines(path));
        Check("--study", "initial-scale").AssertSucceeded();
    }

    [Fact]
    public void A_snapshot_that_is_gone_fails_and_can_be_made_again()
    {
        string path = snapshots["quick", "many-outputs.accuracies.verified.csv"];
        byte[] before = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.Equal(ExitCode.CheckFailed, Check().ExitCode);
        Check("--accept", "many-outputs").AssertSucceeded();
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    private GrokkingProcess.Outcome Check(params string[] more) =>
        QuickRun.Run("check", folder, ["--snapshots", snapshots.Path, .. more]);

    private static void Later(JsonNode result)
    {
        JsonNode setting = result["measured"] ?? (result["times"] ?? result["settings"])![0]!;
        CachedResult.Scale((setting["times"] ?? setting)["training"], "theory", 1.01);
    }
}
