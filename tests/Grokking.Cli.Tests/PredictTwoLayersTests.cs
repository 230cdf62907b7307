using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>`predict --d-h`: the one-layer prediction at another rate and scale, which is what eq. 19 says.</summary>
public sealed class PredictTwoLayersTests
{
    [Fact]
    public void Losses_shrink_and_slow_down_as_equation_19_says_with_its_factor()
    {
        // L² = ‖D(0)‖²/d_out · L¹(η/(2 d_out²)), ‖D(0)‖² = 1/(2 d_h), against L¹ of d_out outputs at rate η/d_out and
        // scale 1/d_out: the same threshold is met by one layer with ε multiplied by 2 d_h and η divided by 2 d_out.
        const int width = 40;
        const int outputs = 5;
        JsonNode two = Predict($"--d-h {width} --d-out {outputs} --epsilon 1e-4 --lambda 0.7 --eta 0.02");
        JsonNode one = Predict(
            $"--d-out {outputs} --epsilon {2 * width * 1e-4} --lambda 0.7 --eta {0.02 / (2 * outputs)}"
        );
        foreach (string time in new[] { "t_train", "t_generalization", "delta_t" })
            Assert.Equal(
                (double)one["theory"]![time]!,
                (double)two["theory"]![time]!,
                1e-6 * (double)one["theory"]![time]!
            );
    }

    [Fact]
    public void A_gain_near_0_is_the_linear_network_and_a_large_one_is_not()
    {
        JsonNode linear = Predict("--d-h 40 --d-out 5 --epsilon 1e-4");
        JsonNode faint = Predict("--d-h 40 --d-out 5 --epsilon 1e-4 --activation tanh --gain 1e-3");
        JsonNode steep = Predict("--d-h 40 --d-out 5 --epsilon 1e-4 --activation tanh --gain 20");
        double expected = (double)linear["theory"]!["t_train"]!;
        Assert.Equal(expected, (double)faint["theory"]!["t_train"]!, 1e-5 * expected);
        Assert.NotEqual(expected, (double)steep["theory"]!["t_train"]!, 0.1 * expected);
    }

    [Theory]
    [InlineData("flow")]
    [InlineData("literal")]
    public void Measured_replicas_lie_near_theory(string engine)
    {
        JsonNode both = Predict(
            $"--d-in 150 --d-h 60 --d-out 2 --epsilon 1e-3 --lambda 0.5 --simulate 3 --engine {engine}"
        );
        double theory = (double)both["theory"]!["t_train"]!;
        double measured = (double)both["measured"]!["t_train"]!["mean"]!;
        Assert.Equal(3, both["measured"]!["t_train"]!["values"]!.AsArray().Count);
        // Small networks stray: a factor of two is what a wrong power of d_out or d_h would exceed.
        Assert.InRange(measured / theory, 0.5, 2);
    }

    [Fact]
    public void A_time_beyond_the_longest_run_says_so()
    {
        // λ > 1: generalisation never comes, and no run is longer than a million epochs.
        JsonNode measured = Predict("--d-in 30 --d-h 20 --lambda 3 --simulate 2")["measured"]!;
        Assert.Equal(
            ["not reached by epoch 1000000", "not reached by epoch 1000000"],
            measured["t_generalization"]!["outcomes"]!.AsArray().Select(one => (string)one!)
        );
        Assert.Null(measured["t_generalization"]!["mean"]);
        Assert.Equal(
            ["reached", "reached"],
            measured["t_train"]!["outcomes"]!.AsArray().Select(one => (string)one!)
        );
    }

    private static JsonNode Predict(string options)
    {
        var outcome = GrokkingProcess.Run(["predict", "--json", .. options.Split(' ')]);
        outcome.AssertSucceeded();
        return JsonNode.Parse(outcome.Output)!;
    }
}
