namespace Grokking.Cli.Tests.Faults;

/// <summary>The collector reserves addresses before anything runs: where few are allowed the command must start all the same.</summary>
public sealed class LittleMemoryTests
{
    [Fact]
    public void With_few_addresses_it_predicts()
    {
        var outcome = GrokkingProcess.RunUnder(
            ["bash", "-c", "ulimit -v 1500000; exec \"$@\"", "bash"],
            [],
            "predict"
        );
        outcome.AssertSucceeded();
        Assert.Contains("Δt", outcome.Output, StringComparison.Ordinal);
    }
}
