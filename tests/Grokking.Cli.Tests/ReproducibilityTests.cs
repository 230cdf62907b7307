using Grokking.Cli.Snapshots;
using Grokking.Curves;
using Grokking.LinearAlgebra;

namespace Grokking.Cli.Tests;

/// <summary>What must not matter does not: folder, threads, locale, time zone, who multiplies the matrices.</summary>
public sealed class ReproducibilityTests
{
    [Fact]
    public void Another_folder_one_thread_and_a_german_locale_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        QuickRun.All(
            folder["else", "where"],
            [("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8"), ("TZ", "Asia/Kathmandu")],
            "--threads",
            "1"
        );
        AssertSame(TemporaryFolder.ContentOf(QuickRun.Folder), folder.Content(Path.Combine("else", "where")));
    }

    [Fact]
    public void A_turkish_locale_gives_the_same_bytes()
    {
        // A short run suffices: what a locale breaks is reading arguments and writing numbers and names.
        using var folder = new TemporaryFolder();
        (string, string)[] turkish = [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "America/St_Johns")];
        string[] line = ["--profile", "QUICK".ToLowerInvariant(), "--figure", "6", "--output", folder.Path];
        GrokkingProcess
            .RunIn(turkish, ["simulate", .. line, "--linear-algebra", "managed"])
            .AssertSucceeded();
        foreach (var (path, bytes) in folder.Content("data"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", path)), bytes);
        Assert.Equal(
            GrokkingProcess.Run("predict", "--lambda", "0.5", "--json").Output,
            GrokkingProcess.RunIn(turkish, "predict", "--lambda", "0.5", "--json").Output
        );
        GrokkingProcess.RunIn(turkish, "predict", "--lambda", "1,5").AssertRefused("--lambda", "1,5");
    }

    [Fact]
    public void One_figure_alone_has_the_numbers_it_has_in_company()
    {
        using var folder = new TemporaryFolder();
        QuickRun.Run("simulate", folder, "--figure", "3").AssertSucceeded();
        var data = folder.Content("data");
        Assert.Contains("figure-3.json", data.Keys);
        foreach (var (path, bytes) in data)
            Assert.Equal(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", path)), bytes);
    }

    [FactWithOpenBlas]
    public void OpenBlas_gives_the_same_numbers_to_1e_9()
    {
        using var folder = new TemporaryFolder();
        GrokkingProcess
            .Run("simulate", "--profile", "quick", "--output", folder.Path, "--linear-algebra", "openblas")
            .AssertSucceeded();
        AssertAgrees(folder);
    }

    /// <summary>Our own kernel sums in another order there, and MathNet's eigensolver too.</summary>
    [Theory]
    [InlineData("AVX512")]
    [InlineData("AVX2")] // nor anything wider
    public void A_processor_without_wide_vectors_gives_the_same_numbers_to_1e_9(string vectors)
    {
        using var folder = new TemporaryFolder();
        GrokkingProcess
            .RunIn(
                [($"DOTNET_Enable{vectors}", "0")],
                ["simulate", .. QuickRun.Options, "--output", folder.Path]
            )
            .AssertSucceeded();
        AssertAgrees(folder);
    }

    private static void AssertAgrees(TemporaryFolder folder)
    {
        // Promised: 1e-9. Losses that have decayed below 1e-25 lie where e^{−4ηνt} multiplies the
        // eigenvalues' rounding, 1e-16, by 4ηt = 4e4 and more: they differ a little further and matter to nobody.
        var promised = new ColumnTolerance
        {
            Relative = 1e-9,
            Absolute = 1e-25,
            Reason = "the promise of --linear-algebra",
        };
        foreach (string path in Directory.EnumerateFiles(folder["data"], "*.csv"))
        {
            string name = Path.GetFileName(path);
            var differences = TableComparison.Differences(
                CsvFile.Read(Path.Combine(QuickRun.Folder, "data", name)).Table,
                CsvFile.Read(path).Table,
                _ => promised
            );
            Assert.True(differences.Count == 0, $"{name}: {differences.FirstOrDefault()}");
        }
    }

    /// <summary>A test that says that it was skipped where there is no OpenBLAS.</summary>
    private sealed class FactWithOpenBlasAttribute : FactAttribute
    {
        public FactWithOpenBlasAttribute()
        {
            if (LinearAlgebraChoice.Auto.Select().Name != "openblas")
                Skip = "there is no OpenBLAS on this machine";
        }
    }

    private static void AssertSame(
        SortedDictionary<string, byte[]> expected,
        SortedDictionary<string, byte[]> actual
    )
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (string path in expected.Keys.Where(path => path != "run.json"))
            Assert.True(expected[path].AsSpan().SequenceEqual(actual[path]), $"{path} differs");
    }
}
