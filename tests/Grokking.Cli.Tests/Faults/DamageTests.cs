using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Tests.Faults;

/// <summary>Damage to any file of cache/ and data/ is noticed by its hash, said, and mended from what is whole.</summary>
public sealed class DamageTests
{
    private static readonly string[] CacheFiles = ["result.json", "result.sha256", "key.json"];

    private static readonly Dictionary<string, Func<byte[], byte[]>> Damages = new()
    {
        ["truncated"] = bytes => bytes[..(bytes.Length / 2)],
        ["emptied"] = _ => [],
        ["flipped"] = bytes => Flipped(bytes, bytes.Length / 3),
    };

    public static TheoryData<string> Kinds => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_damaged_file_is_named_and_made_again(string kind)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content();
        // One file of each study's entry in turn, so that all kinds of files are damaged and no run is needed twice.
        var entries = Directory.GetDirectories(folder["cache"]).Order(StringComparer.Ordinal).ToArray();
        string[] studies = [.. entries.Select(StudyOf)];
        for (int i = 0; i < entries.Length; i++)
            Damage(Path.Combine(entries[i], CacheFiles[i % CacheFiles.Length]), Damages[kind]);
        string[] published =
        [
            .. before
                .Keys.Where(path =>
                    path.StartsWith("data", StringComparison.Ordinal)
                    || path.StartsWith("verdicts", StringComparison.Ordinal)
                )
                .Where(path => !path.EndsWith("report.json", StringComparison.Ordinal)),
        ];
        foreach (string path in published)
            Damage(folder[path], Damages[kind]);

        var outcome = QuickRun.Run("simulate", folder);

        outcome.AssertSucceeded();
        foreach (var (entry, study) in entries.Zip(studies))
            Assert.Contains(
                $"{study}: to run (cache entry '{entry}' does not match its hash)",
                outcome.ErrorLines
            );
        Assert.Equal(
            published
                .Order(StringComparer.Ordinal)
                .Select(path => $"{path} did not match its hash in manifest-sha256.txt: made again"),
            outcome.ErrorLines.Where(line => line.Contains("manifest", StringComparison.Ordinal))
        );
        before.Remove("run.json");
        var after = folder.Content();
        after.Remove("run.json");
        Assert.Equal(before, after);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_report_is_made_of_is_named_and_made_again(string kind)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content();
        string[] damaged = ["data/report.json", "numbers.json", "report.pdf", "typeset.json"];
        foreach (string path in damaged)
            Damage(folder[path], Damages[kind]);

        var outcome = QuickRun.Run("report", folder);

        outcome.AssertSucceeded();
        Assert.All(
            damaged,
            path =>
                Assert.Contains(
                    $"{path} did not match its hash in manifest-sha256.txt: made again",
                    outcome.ErrorLines
                )
        );
        before.Remove("run.json");
        var after = folder.Content();
        after.Remove("run.json");
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_run_that_does_not_make_a_damaged_file_does_not_vouch_for_it()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string manifest = File.ReadAllText(folder["manifest-sha256.txt"]);
        string damaged = folder["data", "figure-1.losses.csv"];
        Damage(damaged, Damages["flipped"]);
        var outcome = QuickRun.Run("simulate", folder, "--figure", "6");
        outcome.AssertSucceeded();
        Assert.Contains(
            "data/figure-1.losses.csv does not match its hash in manifest-sha256.txt",
            outcome.ErrorLines
        );
        Assert.Equal(manifest, File.ReadAllText(folder["manifest-sha256.txt"]));
        QuickRun.Run("simulate", folder).AssertSucceeded();
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", "figure-1.losses.csv")),
            File.ReadAllBytes(damaged)
        );
    }

    /// <summary>Without a manifest the numbers are compared with the result in the cache, figures with drawn.json, the report with typeset.json.</summary>
    [Fact]
    public void A_lost_manifest_does_not_make_damage_right()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string manifest = File.ReadAllText(folder["manifest-sha256.txt"]);
        string[] damaged =
        [
            "data/figure-1.losses.csv",
            "data/figure-2.json",
            "figures/figure-1.png",
            "report.pdf",
        ];
        File.WriteAllText(folder["manifest-sha256.txt"], "");
        foreach (string path in damaged)
            Damage(folder[path], Damages["flipped"]);
        for (int run = 0; run < 2; run++)
        {
            var outcome = QuickRun.Run("simulate", folder, "--figure", "6");
            outcome.AssertSucceeded();
            Assert.Equal(
                damaged.Select(path => $"{path} does not match"),
                outcome
                    .ErrorLines.Where(line => line.Contains("does not match", StringComparison.Ordinal))
                    .Select(line => line[..(line.IndexOf("match", StringComparison.Ordinal) + 5)])
            );
            Assert.Equal(manifest, File.ReadAllText(folder["manifest-sha256.txt"]));
        }
        QuickRun.Run("simulate", folder).AssertSucceeded();
        QuickRun.Run("draw", folder).AssertSucceeded();
        QuickRun.Run("report", folder).AssertSucceeded();
        Assert.Equal(manifest, File.ReadAllText(folder["manifest-sha256.txt"]));
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("png")]
    [InlineData("svg")]
    public void A_damaged_figure_is_drawn_again(string kind)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string path = folder["figures", $"figure-6.{kind}"];
        byte[] whole = File.ReadAllBytes(path);
        Damage(path, Damages["flipped"]);
        QuickRun.Run("draw", folder, "--figure", "6").AssertSucceeded();
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("manifest-sha256.txt")]
    [InlineData("run.json")]
    [InlineData("ro-crate-metadata.json")]
    public void What_only_describes_is_written_anew_whatever_it_said(string name)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] contents =
        [
            "",
            "\0",
            "null",
            "{\"steps\":{\"simulate\":1,\"simulate\":2}}",
            "x  data/figure-6.json\nx  data/figure-6.json\n",
            "0  ../../etc/passwd\n",
        ];
        string whole = File.ReadAllText(folder[name]);
        foreach (string content in contents)
        {
            File.WriteAllText(folder[name], content);
            QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
            if (name != "run.json") // it has a clock in it
                Assert.Equal(whole, File.ReadAllText(folder[name]));
            else
                JsonDocument.Parse(File.ReadAllText(folder[name])).Dispose();
        }
    }

    /// <summary>Not a sample of bytes but every one, in turn; so many that no process is started for each.</summary>
    [Fact]
    public void No_byte_of_an_entry_can_be_flipped_unnoticed()
    {
        using var folder = new TemporaryFolder();
        Profile quick = Profile.Quick;
        StudyKey[] keys = [.. quick.Studies.Take(2).Select(study => StudyKey.Of(study, RunOf(quick, 1)))];
        StudyKey sought = StudyKey.Of(quick.Studies[0], RunOf(quick, 2));
        var cache = new StudyCache(folder.Path);
        const string result = """{"a":[1.5,2.5],"b":"c"}""";
        cache.Store(keys[0], result);
        Assert.Equal(new CacheEntry.Found(result), cache.Find(keys[0]));
        foreach (string name in CacheFiles)
        {
            string path = folder[keys[0].Hash, name];
            byte[] whole = File.ReadAllBytes(path);
            for (int at = 0; at < whole.Length; at++)
            {
                File.WriteAllBytes(path, Flipped(whole, at));
                Assert.IsType<CacheEntry.Corrupt>(cache.Find(keys[0]));
                // Nor does it disturb the explanation why another key has no result.
                Assert.NotEmpty(Assert.IsType<CacheEntry.Missing>(cache.Find(sought)).Reason);
            }
            File.WriteAllBytes(path, whole);
        }
        Assert.IsType<CacheEntry.Found>(cache.Find(keys[0]));
    }

    private static Run RunOf(Profile profile, ulong seed) =>
        new()
        {
            Profile = profile,
            Replicas = null,
            Seed = seed,
            LinearAlgebra = LinearAlgebraChoice.Managed.Select(),
            Engine = TwoLayerEngine.Flow,
            Threads = 1,
            Output = "nowhere",
            Studies = profile.Studies,
            Figures = [],
            Force = false,
        };

    private static string StudyOf(string entry) =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(entry, "key.json")))
            .RootElement.GetProperty("study")
            .GetString()!;

    private static void Damage(string path, Func<byte[], byte[]> damage) =>
        File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));

    private static byte[] Flipped(byte[] bytes, int at)
    {
        byte[] flipped = [.. bytes];
        flipped[at] ^= 1;
        return flipped;
    }
}
