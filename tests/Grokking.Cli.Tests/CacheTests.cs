using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Tests;

/// <summary>A study runs again when it must, says why, and a damaged result is never believed.</summary>
public sealed class CacheTests
{
    private static readonly string[] Studies = [.. Profile.Quick.Studies.Select(study => study.Id)];

    private static string[] Lines(GrokkingProcess.Outcome outcome)
    {
        outcome.AssertSucceeded();
        return outcome.ErrorLines;
    }

    [Fact]
    public void A_second_run_does_nothing_and_says_so()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content();
        string[] lines = Lines(QuickRun.Run("simulate", folder));
        Assert.Equal(Studies.Select(study => $"{study}: up to date"), lines.Take(Studies.Length));
        Assert.DoesNotContain(lines, line => line.Contains("to run", StringComparison.Ordinal));
        before.Remove("run.json");
        var after = folder.Content();
        after.Remove("run.json");
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("--seed", "7", "seed: 2024 → 7")]
    [InlineData("--replicas", "2", "replicas: 3 → 2")]
    [InlineData("--profile", "paper", "parameters.parameters.input_dimension: 200 → 1000")]
    public void Another_ingredient_of_the_key_runs_again_and_is_named(string option, string value, string why)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] line = [.. new[] { "simulate", "--linear-algebra", "managed", "--figure", "6" }];
        string[] profile = option == "--profile" ? [] : ["--profile", "quick"];
        string[] lines = Lines(
            GrokkingProcess.Run([.. line, .. profile, "--output", folder.Path, option, value])
        );
        Assert.StartsWith("late-times: to run (", lines[0], StringComparison.Ordinal);
        Assert.Contains(why, lines[0], StringComparison.Ordinal);
        // What was there under the old key is still there.
        Assert.Equal("late-times: up to date", Lines(QuickRun.Run("simulate", folder, "--figure", "6"))[0]);
    }

    [Fact]
    public void Threads_are_no_ingredient() =>
        Assert.Equal(
            "late-times: up to date",
            Lines(QuickRun.Run("simulate", QuickRun.Copy(), "--figure", "6", "--threads", "1"))[0]
        );

    [Fact]
    public void Force_runs_again_what_is_up_to_date_and_finds_the_same()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content("cache");
        Assert.Equal(
            "late-times: to run (--force)",
            Lines(QuickRun.Run("simulate", folder, "--figure", "6", "--force"))[0]
        );
        Assert.Equal(before, folder.Content("cache"));
    }

    public static TheoryData<string, Func<byte[], byte[]?>> Damages =>
        new()
        {
            { "result.json", bytes => bytes[..(bytes.Length / 2)] }, // truncated
            { "result.json", bytes => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]] }, // a bit flipped
            { "result.json", _ => [] }, // emptied
            { "result.json", _ => null }, // deleted
            { "result.sha256", _ => [] },
            { "result.sha256", _ => null },
            { "key.json", _ => [] },
            { "key.json", _ => "{}"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_is_refused_by_those_who_read_and_mended_by_those_who_write(
        string name,
        Func<byte[], byte[]?> damage
    )
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string entry = EntryOf(folder, "late-times");
        var before = folder.Content();
        Damage(Path.Combine(entry, name), damage);
        var damaged = folder.Content();

        foreach (string verb in new[] { "draw", "report" })
            QuickRun.Run(verb, folder, "--figure", "6").AssertRefused(entry, "hash", "grokking simulate");
        Assert.Equal(damaged, folder.Content());

        string[] lines = Lines(QuickRun.Run("simulate", folder, "--figure", "6"));
        Assert.Contains($"late-times: to run (cache entry '{entry}' does not match its hash)", lines);
        before.Remove("run.json");
        var after = folder.Content();
        after.Remove("run.json");
        Assert.Equal(before, after);
    }

    [Fact]
    public void An_entry_without_a_key_does_not_exist()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.Delete(Path.Combine(EntryOf(folder, "late-times"), "key.json"));
        QuickRun.Run("draw", folder, "--figure", "6").AssertRefused("figure-6", "grokking simulate");
        Assert.Equal(
            "late-times: to run (no earlier result)",
            Lines(QuickRun.Run("simulate", folder, "--figure", "6"))[0]
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"study":{"a":[1]}}""")]
    public void A_damaged_key_of_another_entry_explains_nothing_and_harms_nothing(string key)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(Path.Combine(EntryOf(folder, "late-times"), "key.json"), key);
        Assert.Equal(
            "late-times: to run (no earlier result)",
            Lines(QuickRun.Run("simulate", folder, "--figure", "6", "--seed", "7"))[0]
        );
    }

    [Fact]
    public void What_a_killed_run_left_half_written_is_swept_away()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["data", "figure-6.json.grokking-partial"], "half");
        File.WriteAllText(folder["figures", "figure-6.png.grokking-partial"], "half");
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
        folder.AssertWhole();
    }

    private static string EntryOf(TemporaryFolder folder, string study) =>
        Directory
            .EnumerateDirectories(folder["cache"])
            .Single(entry =>
                File.ReadAllText(Path.Combine(entry, "key.json"))
                    .Contains($"\"study\": \"{study}\"", StringComparison.Ordinal)
            );

    private static void Damage(string path, Func<byte[], byte[]?> damage)
    {
        byte[]? bytes = damage(File.ReadAllBytes(path));
        if (bytes is null)
            File.Delete(path);
        else
            File.WriteAllBytes(path, bytes);
    }
}
