using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Grokking.Figures.LinearEstimators;

namespace Grokking.Cli.Tests;

/// <summary>What a reviewer finds in the output folder.</summary>
public sealed class PublishedFilesTests
{
    private static readonly string[] Figures =
    [
        .. LinearEstimatorsFigures.All.Select(figure => figure.Number),
    ];

    private static string In(params IEnumerable<string> parts) => Path.Combine([QuickRun.Folder, .. parts]);

    private static string[] PublishedFiles() =>
        [
            .. TemporaryFolder
                .ContentOf(QuickRun.Folder)
                .Keys.Where(path => !path.StartsWith("cache", StringComparison.Ordinal))
                .Except(["run.json", "manifest-sha256.txt"]),
        ];

    [Fact]
    public void The_manifest_holds_the_hash_of_every_published_file()
    {
        string[] lines = File.ReadAllLines(In("manifest-sha256.txt"));
        string[] expected =
        [
            .. PublishedFiles()
                .Select(path =>
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(In(path)))) + "  " + path
                ),
        ];
        Assert.Equal(expected, lines); // both in ordinal order of the path
    }

    [Fact]
    public void Every_figure_comes_in_three_kinds_with_its_numbers()
    {
        foreach (string figure in Figures)
        {
            Assert.StartsWith(
                "<svg",
                File.ReadAllText(In("figures", $"figure-{figure}.svg")),
                StringComparison.Ordinal
            );
            AssertStarts("%PDF-"u8, In("figures", $"figure-{figure}.pdf"));
            AssertStarts([0x89, (byte)'P', (byte)'N', (byte)'G'], In("figures", $"figure-{figure}.png"));
            Assert.NotEmpty(Directory.GetFiles(In("data"), $"figure-{figure}.*.csv"));
            using var json = JsonDocument.Parse(File.ReadAllBytes(In("data", $"figure-{figure}.json")));
            Assert.Equal(
                ["figure", "key", "ingredients", "result"],
                json.RootElement.EnumerateObject().Select(property => property.Name)
            );
            Assert.True(Directory.Exists(In("cache", json.RootElement.GetProperty("key").GetString()!)));
        }
        AssertStarts("%PDF-"u8, In("report.pdf"));
    }

    [Fact]
    public void No_number_is_missing_its_meaning()
    {
        string[] bad = ["NaN", "∞", "-∞", "Infinity", "-Infinity", "-0"];
        foreach (string path in Directory.EnumerateFiles(In("data"), "*.csv"))
            Assert.DoesNotContain(
                File.ReadAllText(path).Split('\n').Skip(1).SelectMany(line => line.Split(',')),
                field => bad.Contains(field) || field.EndsWith('\r')
            );
        foreach (string path in Directory.EnumerateFiles(In("data"), "*.json"))
            Assert.DoesNotContain("NaN", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_run_record_knows_time_and_host()
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(In("run.json")));
        JsonElement steps = record.RootElement.GetProperty("steps");
        Assert.Equal(["simulate", "draw", "report"], steps.EnumerateObject().Select(step => step.Name));
        string[] revealing =
        [
            // To the second: the commit, too, may be of today.
            .. steps
                .EnumerateObject()
                .Select(step => step.Value.GetProperty("started").GetDateTimeOffset())
                .Select(time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            QuickRun.Folder,
            Environment.MachineName + "\"",
        ];
        foreach (string path in TemporaryFolder.ContentOf(QuickRun.Folder).Keys)
            if (
                path != "run.json"
                && Path.GetExtension(path) is ".json" or ".csv" or ".svg" or ".txt" or ".sha256"
            )
                foreach (string text in revealing)
                    Assert.DoesNotContain(text, File.ReadAllText(In(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_run_record_are_those_a_reader_needs()
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(In("run.json")));
        Assert.Equal(
            ["commit", "versions", "machine", "steps"],
            record.RootElement.EnumerateObject().Select(property => property.Name)
        );
        Assert.Matches(
            "^([0-9a-f]{40}(-dirty)?|unknown)$",
            record.RootElement.GetProperty("commit").GetString()
        );
    }

    private static void AssertStarts(ReadOnlySpan<byte> magic, string path) =>
        Assert.True(File.ReadAllBytes(path).AsSpan().StartsWith(magic), $"{path} is of another kind");
}
