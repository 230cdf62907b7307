using System.Text.RegularExpressions;

namespace Grokking.Cli.Tests;

public sealed partial class HelpTests
{
    private static readonly string[] OfRuns =
    [
        "--profile",
        "--figure",
        "--seed",
        "--replicas",
        "--threads",
        "--output",
        "--force",
        "--linear-algebra",
        "--engine",
    ];

    private static readonly string[] OfPrediction =
    [
        "--d-in",
        "--lambda",
        "--n-train",
        "--d-out",
        "--eta",
        "--gamma",
        "--epsilon",
        "--level",
        "--d-h",
        "--activation",
        "--gain",
        "--dynamics",
        "--simulate",
        "--n-test",
        "--engine",
        "--seed",
        "--threads",
        "--linear-algebra",
        "--json",
    ];

    public static TheoryData<string, string[]> Verbs =>
        new()
        {
            { "simulate", OfRuns },
            { "draw", OfRuns },
            { "report", OfRuns },
            { "judge", [.. OfRuns.Except(["--figure"]), "--entry"] },
            { "predict", OfPrediction },
        };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_names_every_option(string verb, string[] options)
    {
        var help = GrokkingProcess.Run(verb, "--help");
        Assert.Equal(ExitCode.Success, help.ExitCode);
        Assert.Empty(help.Error);
        string[] named = [.. Option().Matches(help.Output).Select(match => match.Value)];
        foreach (string option in options)
            Assert.Contains(option, named);
    }

    [Fact]
    public void Help_names_every_verb()
    {
        var help = GrokkingProcess.Run("--help");
        Assert.Equal(ExitCode.Success, help.ExitCode);
        foreach (string verb in new[] { "simulate", "draw", "report", "judge", "predict" })
            Assert.Matches($"(?m)^  {verb} ", help.Output);
    }

    [Fact]
    public void Help_tells_defaults_and_choices()
    {
        string predict = GrokkingProcess.Run("predict", "--help").Output;
        foreach (
            string one in new[]
            {
                "[default: 1000]",
                "[default: 0.9]",
                "[default: 0.001]",
                "flow|descent",
                "in [1, 100000]",
            }
        )
            Assert.Contains(one, predict, StringComparison.Ordinal);
        string simulate = GrokkingProcess.Run("simulate", "--help").Output;
        foreach (string one in new[] { "paper|quick", "auto|openblas|managed", "[default: output]" })
            Assert.Contains(one, simulate, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        var version = GrokkingProcess.Run("--version");
        Assert.Equal(ExitCode.Success, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", version.Output);
        Assert.Empty(version.Error);
    }

    [GeneratedRegex("(?<= )--[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
