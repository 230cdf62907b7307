using System.Text.Json;

namespace Grokking.Cli.Tests;

/// <summary>`judge` shows what becomes of an entry, from nothing, by running what it rests on alone.</summary>
public sealed class JudgeTests
{
    private static JsonElement Ledger() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "verdicts.json"))).RootElement;

    private static JsonElement[] Entries(params string[] lists) =>
        [.. lists.SelectMany(list => Ledger().GetProperty(list).EnumerateArray())];

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    /// <summary>One study, two studies, theory alone, an erratum.</summary>
    [Theory]
    [InlineData("C9", "label-noise")]
    [InlineData("C13a", "sample-ratio", "weight-decay")]
    [InlineData("C13b", "decay-times")]
    [InlineData("C6f", "approximations")]
    [InlineData("E-noise", "label-noise")]
    public void The_command_of_an_entry_shows_it_in_an_empty_folder(string id, params string[] studies)
    {
        using var folder = new TemporaryFolder();
        JsonElement entry = Entries("claims", "errata").Single(one => Text(one, "id") == id);
        // "grokking judge … --entry C9", as a reader of verdicts.json would type it.
        string[] command = Text(entry, "command").Split(' ');
        Assert.Equal("grokking", command[0]);
        var outcome = GrokkingProcess.Run([.. command[1..], "--output", folder.Path]);
        outcome.AssertSucceeded();
        Assert.StartsWith($"{id}, {Text(entry, "source")}: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(
            studies.Select(study => $"{study}: to run (no earlier result)"),
            outcome.ErrorLines.Where(line => line.Contains(": to run", StringComparison.Ordinal))
        );
        if (id.StartsWith('C'))
        {
            Assert.Contains($": {Text(entry, "verdict")}\n", outcome.Output, StringComparison.Ordinal);
            Assert.Contains(Text(entry, "statement"), outcome.Output, StringComparison.Ordinal);
            Assert.Contains(Text(entry, "reason"), outcome.Output, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(
                $"as printed  {Text(entry, "printed")}",
                outcome.Output,
                StringComparison.Ordinal
            );
            Assert.Contains(
                $"as derived  {Text(entry, "derived")}",
                outcome.Output,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Every_entry_has_a_command_of_its_own()
    {
        foreach (JsonElement entry in Entries("claims", "errata"))
            Assert.Equal(
                $"grokking judge --profile quick --seed 2024 --linear-algebra managed --entry {Text(entry, "id")}",
                Text(entry, "command")
            );
    }

    [Fact]
    public void What_is_published_stays_as_it_is()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] published = ["verdicts.json", "verdicts.md", "numbers.json", "data/approximations.json"];
        string[] before = [.. published.Select(name => File.ReadAllText(folder[name]))];
        QuickRun.Run("judge", folder, "--seed", "7", "--entry", "C3", "--entry", "C8").AssertSucceeded();
        Assert.Equal(before, published.Select(name => File.ReadAllText(folder[name])));
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Fact]
    public void Without_an_entry_all_are_judged_from_what_is_there()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var outcome = QuickRun.Run("judge", folder);
        outcome.AssertSucceeded();
        Assert.DoesNotContain("to run", outcome.Error, StringComparison.Ordinal);
        foreach (JsonElement claim in Entries("claims"))
            Assert.Contains(
                $"{Text(claim, "id")}, {Text(claim, "source")}: {Text(claim, "verdict")}\n",
                outcome.Output,
                StringComparison.Ordinal
            );
        foreach (JsonElement erratum in Entries("errata"))
            Assert.Contains($"\n{Text(erratum, "id")}, ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Warning: the quick profile", outcome.Output, StringComparison.Ordinal);
        folder.AssertWhole();
    }

    [Fact]
    public void Several_entries_are_shown_in_the_order_of_the_ledger()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string output = QuickRun
            .Run("judge", folder, "--entry", "E26", "--entry", "C6b", "--entry", "C3")
            .Output;
        int[] at =
        [
            .. new[] { "C3, ", "C6b, ", "E26, " }.Select(id => output.IndexOf(id, StringComparison.Ordinal)),
        ];
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
        Assert.DoesNotContain("C6c, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_there_is_not_is_refused_with_those_that_there_are()
    {
        using var folder = new TemporaryFolder();
        QuickRun.Run("judge", folder, "--entry", "C6").AssertRefused("--entry", "'C6'", "C6b", "C17b", "E26");
        QuickRun.Run("judge", folder, "--entry").AssertRefused("--entry");
        // A study is no entry.
        QuickRun.Run("judge", folder, "--study", "label-noise").AssertRefused("--study", "--entry");
    }
}
