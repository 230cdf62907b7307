namespace Grokking.Cli.Tests.Faults;

/// <summary>No argument makes the command write among sources or other people's files.</summary>
public sealed class SourcesStayTests : IClassFixture<SourcesStayTests.Clone>
{
    private readonly OwnClone clone;

    public SourcesStayTests(Clone clone) => this.clone = clone.Own;

    public sealed class Clone : IDisposable
    {
        internal OwnClone Own { get; } = new();

        public void Dispose() => Own.Dispose();
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("src")]
    [InlineData("src/../src/Output")]
    [InlineData("tests/Snapshots/quick")]
    [InlineData("tests/Snapshots")]
    [InlineData("build/typeset")]
    [InlineData("bin")]
    [InlineData("link")] // to src
    public void An_output_folder_with_other_things_in_it_is_refused(string output)
    {
        if (!Directory.Exists(clone.Root["link"]))
            Directory.CreateSymbolicLink(clone.Root["link"], clone.Root["src"]);
        var before = clone.Root.Content();
        foreach (string verb in new[] { "simulate", "draw", "report", "check", "vary" })
            clone
                .Run(verb, "--profile", "quick", "--output", output)
                .AssertRefused("--output", $"'{output}'", "new, empty, or was made by this command");
        Assert.Equal(before, clone.Root.Content());
    }

    [Theory]
    [InlineData("--figure")]
    [InlineData("--study")]
    [InlineData("--profile")]
    [InlineData("--accept")]
    public void A_name_that_is_a_path_is_no_name(string option)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        foreach (string name in new[] { "../../src/Output/Json", "/etc/passwd", "figure-1/../figure-1", "*" })
            clone
                .Run([
                    "check",
                    .. QuickRun.Options.Where(one =>
                        option != "--profile" || one is not ("--profile" or "quick")
                    ),
                    "--output",
                    folder.Path,
                    option,
                    name,
                ])
                .AssertRefused(option, name, "allowed");
    }

    /// <summary>A damaged snapshot fails the check with a line that names it, and stays for whoever has to look.</summary>
    [Theory]
    [InlineData("emptied")]
    [InlineData("truncated")]
    [InlineData("flipped")]
    [InlineData("zeros")]
    [InlineData("deleted")]
    public void A_damaged_snapshot_fails_the_check_and_is_named(string damage)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string path = clone.Root["tests", "Snapshots", "quick", "figure-6.losses.verified.csv"];
        byte[] whole = File.ReadAllBytes(path);
        byte[]? damaged = damage switch
        {
            "emptied" => [],
            "truncated" => whole[..(whole.Length * 2 / 3)],
            "zeros" => new byte[whole.Length],
            "flipped" => Flipped(whole),
            _ => null,
        };
        try
        {
            if (damaged is null)
                File.Delete(path);
            else
                File.WriteAllBytes(path, damaged);
            var outcome = clone.Run(["check", .. QuickRun.Options, "--figure", "6", "--output", folder.Path]);
            Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
            Assert.Contains(
                outcome.ErrorLines,
                line => line.StartsWith("  figure-6, panel losses, ", StringComparison.Ordinal)
            );
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
            Assert.Equal(damaged, File.Exists(path) ? File.ReadAllBytes(path) : null);
        }
        finally
        {
            File.WriteAllBytes(path, whole);
        }
    }

    /// <summary>One bit makes a tolerance of 1E-07 one of 1E-00, within which any number is as verified.</summary>
    [Fact]
    public void A_tolerance_with_one_bit_flipped_lets_nothing_pass()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string path = clone.Root["tests", "Snapshots", "quick", "figure-6.losses.verified.csv"];
        string whole = File.ReadAllText(path);
        try
        {
            File.WriteAllText(path, whole.Replace("1E-07", "1E-00", StringComparison.Ordinal));
            var outcome = clone.Run(["check", .. QuickRun.Options, "--figure", "6", "--output", folder.Path]);
            Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
            Assert.Contains(
                "figure-6.losses.verified.csv: its rows or tolerances are not those whose hash it has",
                outcome.Error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.WriteAllText(path, whole);
        }
    }

    /// <summary>A digit in the middle becomes another digit.</summary>
    private static byte[] Flipped(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        int at = Array.FindIndex(flipped, bytes.Length / 2, one => one is >= (byte)'1' and <= (byte)'7');
        flipped[at] ^= 1;
        return flipped;
    }
}
