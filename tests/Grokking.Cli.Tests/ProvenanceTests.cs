using System.Text.Json.Nodes;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Tests;

/// <summary>Every file says itself where it comes from; what ran last does not matter.</summary>
public sealed class ProvenanceTests
{
    [Fact]
    public void Every_published_file_is_described_and_the_result_of_one_action()
    {
        JsonNode[] graph = Graph(QuickRun.Folder);
        string[] files = Ids(graph, "File");
        string[] published =
        [
            .. File.ReadAllLines(Path.Combine(QuickRun.Folder, "manifest-sha256.txt"))
                .Select(line => line.Split("  ")[1])
                .Except(["ro-crate-metadata.json"]),
        ];
        Assert.Equal(published, files);
        JsonNode[] actions = [.. graph.Where(entity => (string?)entity["@type"] == "CreateAction")];
        // The record of the drawings is about all figures and belongs to none.
        Assert.Equal(
            published.Except(["figures/drawn.json"]).Order(StringComparer.Ordinal),
            actions.SelectMany(action => Ids(action["result"]!)).Order(StringComparer.Ordinal)
        );
        string[] known = [.. graph.Select(entity => (string)entity["@id"]!)];
        Assert.Equal(known.Length, known.Distinct().Count());
        Assert.All(
            actions,
            action =>
            {
                Assert.Equal("#grokking", (string?)action["instrument"]!["@id"]);
                Assert.All(Ids(action["object"]!), id => Assert.Contains(id, known));
                Assert.StartsWith("grokking ", (string?)action["name"], StringComparison.Ordinal);
                Assert.Contains(
                    "--profile quick --seed 2024",
                    (string?)action["name"],
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void What_ran_last_does_not_relabel_what_it_did_not_make()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] another = ["--figure", "6", "--seed", "7", "--replicas", "2"];
        QuickRun.Run("simulate", folder, another).AssertSucceeded();
        JsonNode[] graph = Graph(folder.Path);
        Assert.Equal(
            "grokking simulate --profile quick --seed 7 --replicas 2 --linear-algebra managed --study late-times",
            CommandOf(graph, "data/figure-6.json")
        );
        Assert.DoesNotContain("--seed 7", CommandOf(graph, "data/figure-1.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("--seed 7", CommandOf(graph, "figures/figure-6.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain("--seed 7", CommandOf(graph, "report.pdf"), StringComparison.Ordinal);

        // Nor does a report point to data that hold another result.
        QuickRun.Run("report", folder, "--figure", "6").AssertRefused("figure-6.json", "grokking simulate");

        QuickRun.Run("draw", folder, another).AssertSucceeded();
        Assert.Contains(
            "--seed 7",
            CommandOf(Graph(folder.Path), "figures/figure-6.svg"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_record_of_a_run_names_what_was_asked_for()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] some = ["--figure", "6", "--study", "hidden-width"];
        QuickRun.Run("draw", folder, some).AssertSucceeded();
        JsonNode step = JsonNode.Parse(File.ReadAllText(folder["run.json"]))!["steps"]!["draw"]!;
        Assert.Equal(
            "grokking draw --profile quick --seed 2024 --linear-algebra managed --figure 6 --study hidden-width",
            (string?)step["command"]
        );
        Assert.Equal("mixed", (string?)step["engine"]);
        Assert.Equal("""{"hidden-width":3,"late-times":3}""", step["replicas"]!.ToJsonString());

        string[] byFlow = ["--figure", "6", "--engine", "flow"];
        QuickRun.Run("simulate", folder, byFlow).AssertSucceeded();
        step = JsonNode.Parse(File.ReadAllText(folder["run.json"]))!["steps"]!["simulate"]!;
        Assert.Equal("flow", (string?)step["engine"]);
        Assert.EndsWith("--engine flow --figure 6", (string?)step["command"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_verb_that_fails_halfway_leaves_a_manifest_that_is_true()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] another = ["--figure", "6", "--seed", "7"];
        QuickRun.Run("simulate", folder, another).AssertSucceeded();
        // The drawing is written before the typesetter, whose place is taken, fails.
        File.Delete(folder["figures", "figure-6.png"]);
        Directory.CreateDirectory(folder["figures", "figure-6.png"]);
        File.WriteAllText(folder["figures", "figure-6.svg"], "<svg/>");
        var outcome = QuickRun.Run("draw", folder, another);
        Assert.Equal(ExitCode.CouldNotRun, outcome.ExitCode);
        Directory.Delete(folder["figures", "figure-6.png"]);
        var verified = GrokkingProcess.Run("verify", "--output", folder.Path);
        Assert.DoesNotContain("figure-6.svg does not match", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_names_the_versions_that_its_numbers_can_depend_on()
    {
        string key = Directory
            .EnumerateDirectories(Path.Combine(QuickRun.Folder, "cache"))
            .Select(entry => File.ReadAllText(Path.Combine(entry, "key.json")))
            .First();
        JsonObject versions = JsonNode.Parse(key)!["versions"]!.AsObject();
        Assert.Equal(
            [".NET", "vectors", "MathNet.Numerics", "System.Numerics.Tensors"],
            versions.Select(one => one.Key)
        );
        Assert.Equal(Environment.Version.ToString(), (string?)versions[".NET"]);
    }

    [Theory]
    [InlineData("0123456789abcdef", false, "0123456789abcdef", "0123456789")]
    [InlineData(
        "0123456789abcdef",
        true,
        "0123456789abcdef (with uncommitted changes)",
        "0123456789 (with uncommitted changes)"
    )]
    [InlineData("unknown", false, "unknown", "unknown")]
    public void A_commit_that_files_differ_from_says_so(
        string id,
        bool isDirty,
        string name,
        string shortName
    )
    {
        var commit = new Commit(id, isDirty, null);
        Assert.Equal((name, shortName), (commit.Name, commit.ShortName));
    }

    private static string CommandOf(JsonNode[] graph, string file) =>
        (string)
            graph.Single(entity =>
                (string?)entity["@type"] == "CreateAction" && Ids(entity["result"]!).Contains(file)
            )["name"]!;

    private static string[] Ids(JsonNode references) =>
        [.. references.AsArray().Select(reference => (string)reference!["@id"]!)];

    private static string[] Ids(JsonNode[] graph, string type) =>
        [.. graph.Where(entity => (string?)entity["@type"] == type).Select(entity => (string)entity["@id"]!)];

    private static JsonNode[] Graph(string folder) =>
        [
            .. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "ro-crate-metadata.json")))!["@graph"]!
                .AsArray()
                .Select(entity => entity!),
        ];
}
