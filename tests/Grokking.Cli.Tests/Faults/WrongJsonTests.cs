using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests.Faults;

/// <summary>
/// JSON that is sound and says something else, in every file that is read: an answer or one line, never "unexpected".
/// </summary>
[Collection(nameof(OwnConsole))]
public sealed class WrongJsonTests
{
    private static readonly string[] Wrong =
    [
        "null",
        "1",
        "true",
        "\"x\"",
        "[]",
        "[1]",
        "{}",
        "{\"x\":null}",
    ];

    /// <summary>Each file with the verbs that read it.</summary>
    public static TheoryData<string, string[]> Files =>
        new()
        {
            { "figures/drawn.json", ["simulate", "draw", "verify"] },
            { "data/figure-1.json", ["simulate", "report", "verify"] },
            { "data/report.json", ["simulate", "verify"] },
            { "numbers.json", ["verify"] },
            { "typeset.json", ["simulate", "verify"] },
            { "verdicts.json", ["simulate", "report", "verify"] },
            { "ro-crate-metadata.json", ["simulate", "verify"] },
            { "run.json", ["simulate"] },
            { "benchmark.json", ["report"] },
            { "reproducibility.json", ["report"] },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_answered_or_refused_in_one_line(string name, string[] verbs)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        if (!File.Exists(folder[name]))
            File.WriteAllText(
                folder[name],
                """{"tables": [{"title": "T", "columns": ["a"], "rows": [["b"]], "note": "n"}], "commit": "c", "profile": "quick"}"""
            );
        string whole = File.ReadAllText(folder[name]);
        foreach (string text in Wrong.Concat(Changed(whole)))
        foreach (string verb in verbs)
        {
            File.WriteAllText(folder[name], text);
            string[] options = verb == "verify" ? [] : [.. QuickRun.Options, "--figure", "6"];
            var outcome = OwnConsole.Run([verb, .. options, "--output", folder.Path]);
            string told = $"{verb} with {text}: {outcome.ExitCode}, {outcome.Error}";
            Assert.True(
                outcome.ExitCode is ExitCode.Success or ExitCode.CheckFailed or ExitCode.CouldNotRun,
                told
            );
            Assert.False(outcome.Error.Contains("unexpected", StringComparison.Ordinal), told);
            if (outcome.ExitCode == ExitCode.CouldNotRun)
                Assert.True(outcome.ErrorLines.Length == 1, told);
        }
    }

    /// <summary>The document with one of its first places, each in turn, holding something else.</summary>
    private static IEnumerable<string> Changed(string whole)
    {
        const int Enough = 6;
        int places = Places(JsonNode.Parse(whole)).Count();
        for (int place = 0; place < Math.Min(Enough, places); place++)
        {
            JsonNode document = JsonNode.Parse(whole)!;
            // Places far down are as many as there are numbers; the first and some of all the others are tried.
            int at = place < Enough / 2 ? place : place * (places / Enough);
            Places(document).ElementAt(at)(JsonNode.Parse(Wrong[place % Wrong.Length]));
            yield return document.ToJsonString();
        }
    }

    /// <summary>Ways to put something else into a place, for every place of a document.</summary>
    private static IEnumerable<Action<JsonNode?>> Places(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.ToArray()
                .SelectMany(one => Places(one.Value).Prepend(value => map[one.Key] = value)),
            JsonArray list => Enumerable
                .Range(0, list.Count)
                .SelectMany(i => Places(list[i]).Prepend(value => list[i] = value)),
            _ => [],
        };
}
