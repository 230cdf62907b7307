using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Grokking.Cli.Tests.Faults;

/// <summary>
/// Hundreds of random and hostile argument lists: each is refused with exit code 2 and one line, or answered rightly;
/// never a stack trace, never "unexpected".
/// </summary>
[Collection(nameof(OwnConsole))]
public sealed class HostileArgumentTests
{
    /// <summary>Random tests find the same everywhere; another seed is for whoever wants to search on.</summary>
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20231016, 11);

    private static readonly string[] Values =
    [
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "∞",
        "1e308",
        "-1e308",
        "1e309",
        "1e-320",
        "-0",
        "0",
        "-1",
        "1",
        "2",
        "1,5",
        "1.5",
        "0x10",
        "1_000",
        "",
        " ",
        "\t",
        "\n",
        "--",
        "-",
        "@file",
        "@",
        "@/",
        "@/bin/ls",
        "@/dev/zero",
        "@/proc/self/environ",
        "[x]",
        "[bold]x[/]",
        "{0}",
        "%s",
        "$(id)",
        "`id`",
        "../../etc/passwd",
        "/dev/null",
        "é",
        "\u202e",
        "😀",
        "2147483648",
        "-2147483649",
        "18446744073709551616",
        new string('9', 400),
        new string('x', 10_000),
        "--help",
        "-h",
        "-?",
        "/?",
        "--version",
        "flow",
        "tanh",
        "paper",
        "quick",
        "figure-1",
        "0.9",
        "1e-3",
        "null",
        "true",
    ];

    private static readonly string[] PredictOptions =
    [
        "--lambda",
        "--eta",
        "--gamma",
        "--epsilon",
        "--level",
        "--d-in",
        "--d-out",
        "--activation",
        "--gain",
        "--dynamics",
        "--engine",
        "--seed",
        "--threads",
        "--linear-algebra",
        "--json",
    ];

    /// <summary>These run networks; so that they are small, --d-in and --d-out are given.</summary>
    private static readonly string[] SimulationOptions =
    [
        "--d-h",
        "--simulate",
        "--n-train",
        "--n-test",
        "--activation",
        "--gain",
        "--lambda",
        "--eta",
        "--seed",
        "--threads",
    ];

    private static readonly string[] RunOptions =
    [
        "--profile",
        "--figure",
        "--study",
        "--seed",
        "--replicas",
        "--threads",
        "--force",
        "--linear-algebra",
        "--engine",
        "--accept",
        "--json",
    ];

    private static readonly string[] RunVerbs = ["simulate", "draw", "report", "check", "verify", "vary"];

    /// <summary>What a run verb could do is never done: its output folder is a file, below one, or no folder at all.</summary>
    private static Gen<string[]> Lines(string noFolder)
    {
        Gen<string> output = Gen.Frequency(
            (4, Gen.Constant(noFolder)),
            (2, Gen.Elements(Values).Select(value => $"{noFolder}/{value}")),
            (2, Gen.Elements("", " ", "\t", "/dev/null", "/dev/null/x", "/proc/self/environ", "/proc/x"))
        );
        Gen<string> value = Gen.Elements(Values);
        Gen<string[]> Some(string[] options) =>
            Gen.Frequency(
                    (
                        6,
                        Gen.Zip(Gen.Elements(options), value).Select(pair => new[] { pair.Item1, pair.Item2 })
                    ),
                    (1, Gen.Elements(options).Select(option => new[] { option })),
                    (1, value.Select(one => new[] { one }))
                )
                .ArrayOf()
                .Resize(6)
                .Select(parts => parts.SelectMany(part => part).ToArray());
        return Gen.OneOf(
            Some(PredictOptions).Select(more => (string[])["predict", .. more]),
            Some(SimulationOptions)
                .Select(more => (string[])["predict", "--d-in", "6", "--d-out", "2", .. more]),
            Gen.Zip(Gen.Elements(RunVerbs), Gen.Zip(output, Some(RunOptions)))
                .Select(line => (string[])[line.Item1, "--output", line.Item2.Item1, .. line.Item2.Item2]),
            value.ArrayOf().Resize(5).Select(words => words.Where(word => !RunVerbs.Contains(word)).ToArray())
        );
    }

    [Fact]
    public void No_list_of_arguments_breaks_the_command()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "mine");
        int refused = 0,
            answered = 0;
        Prop.ForAll(
                Lines(folder["file"]).ToArbitrary(),
                line =>
                {
                    GrokkingProcess.Outcome outcome = OwnConsole.Run(line);
                    AssertSound(line, outcome);
                    _ = outcome.ExitCode == 0 ? answered++ : refused++;
                }
            )
            .Check(Seeded.WithMaxTest(600));
        Assert.Equal("mine", File.ReadAllText(folder["file"]));
        Assert.True(refused > 200 && answered > 20, $"{refused} refused, {answered} answered");
    }

    [Fact]
    public void No_name_of_a_folder_of_snapshots_breaks_the_check()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] check =
        [
            "check",
            .. QuickRun.Options,
            "--figure",
            "6",
            "--output",
            folder.Path,
            "--snapshots",
        ];
        foreach (string value in Values.Concat(["/dev/null", "/proc/self", folder["run.json"]]))
            AssertSound([.. check, value], OwnConsole.Run([.. check, value]));
    }

    /// <summary>The same through the shell's eyes, where a crash of the runtime would show.</summary>
    [Fact]
    public void Nor_does_it_in_a_process_of_its_own()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "mine");
        Prop.ForAll(Lines(folder["file"]).ToArbitrary(), line => AssertSound(line, GrokkingProcess.Run(line)))
            .Check(Seeded.WithMaxTest(200));
    }

    /// <summary>Such a name has other commands read their arguments from a file; of this one it has nothing read.</summary>
    [Theory]
    [InlineData("@/")]
    [InlineData("@/bin/ls")]
    [InlineData("@/dev/zero")]
    [InlineData("@/proc/self/environ")]
    public void An_at_sign_opens_no_file(string name)
    {
        GrokkingProcess.Run("predict", name).AssertRefused($"'{name}' is not known");
        GrokkingProcess.Run("predict", "--lambda", name).AssertRefused("--lambda", $"'{name}'");
    }

    private static void AssertSound(string[] line, GrokkingProcess.Outcome outcome)
    {
        string told = $"{JsonSerializer.Serialize(line)}: exit code {outcome.ExitCode}, {outcome.Error}";
        Assert.True(outcome.ExitCode is ExitCode.Success or ExitCode.CouldNotRun, told);
        Assert.False(outcome.Error.Contains("unexpected", StringComparison.Ordinal), told);
        Assert.False(outcome.Error.Contains("   at ", StringComparison.Ordinal), told);
        if (outcome.ExitCode == ExitCode.CouldNotRun)
        {
            Assert.True(outcome.Output.Length == 0, told);
            Assert.True(outcome.ErrorLines.Length == 1, told);
            return;
        }
        Assert.True(outcome.Output.Length > 0, told);
        Assert.True(outcome.Error.Length == 0, told);
        Assert.False(outcome.Output.Contains("NaN", StringComparison.Ordinal), told);
        if (line[0] == "predict" && outcome.Output.StartsWith('{'))
            JsonDocument.Parse(outcome.Output).Dispose(); // infinite and NaN are no JSON
    }
}
