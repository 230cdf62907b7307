namespace Grokking.Cli.Tests;

/// <summary>Every refusal names the argument, the value and what is allowed, and nothing runs.</summary>
public sealed class BadArgumentTests
{
    [Theory]
    [InlineData("--lambda", "0", "[0.0001, 10000]")]
    [InlineData("--lambda", "-0.5", "[0.0001, 10000]")]
    [InlineData("--lambda", "NaN", "[0.0001, 10000]")]
    [InlineData("--lambda", "Infinity", "[0.0001, 10000]")]
    [InlineData("--lambda", "-Infinity", "[0.0001, 10000]")]
    [InlineData("--lambda", "∞", "a number")]
    [InlineData("--lambda", "1,5", "a number")]
    [InlineData("--lambda", "1e", "a number")]
    [InlineData("--lambda", "", "a number")]
    [InlineData("--epsilon", "0", "[1E-15, 1000000]")]
    [InlineData("--epsilon", "-1E-05", "[1E-15, 1000000]")]
    [InlineData("--epsilon", "NaN", "[1E-15, 1000000]")]
    [InlineData("--epsilon", "0,001", "a number")]
    [InlineData("--level", "0", "(0, 1)")]
    [InlineData("--level", "1", "(0, 1)")]
    [InlineData("--level", "-0.1", "(0, 1)")]
    [InlineData("--level", "95", "(0, 1)")]
    [InlineData("--level", "NaN", "(0, 1)")]
    [InlineData("--eta", "0", "[1E-09, 1000]")]
    [InlineData("--eta", "NaN", "[1E-09, 1000]")]
    [InlineData("--gamma", "-1", "[0, 1000]")]
    [InlineData("--gamma", "NaN", "[0, 1000]")]
    [InlineData("--d-in", "0", "[1, 1000000000]")]
    [InlineData("--d-in", "1.5", "[1, 1000000000]")]
    [InlineData("--d-in", "10000000000", "[1, 1000000000]")]
    [InlineData("--d-out", "0", "[1, 100000]")]
    [InlineData("--dynamics", "jump", "flow, descent")]
    [InlineData("--simulate", "-1", "[0, 10000]")]
    [InlineData("--threads", "0", "[1, 1024]")]
    [InlineData("--seed", "-1", "[0, 18446744073709551615]")]
    [InlineData("--linear-algebra", "fast", "auto, openblas, managed")]
    public void Predict_refuses(string option, string value, string allowed) =>
        GrokkingProcess
            .Run("predict", "--json", option, value)
            .AssertRefused(option, value, "allowed", allowed);

    [Theory]
    [InlineData("--profile", "huge", "paper, quick")]
    [InlineData("--profile", "QUICK", "paper, quick")]
    [InlineData("--figure", "7", "1, 2, 3, 4")]
    [InlineData("--figure", "all", "1, 2, 3, 4")]
    [InlineData("--replicas", "0", "[1, 10000]")]
    [InlineData("--replicas", "3.0", "[1, 10000]")]
    [InlineData("--replicas", "99999999999999999999", "[1, 10000]")]
    [InlineData("--threads", "0", "[1, 1024]")]
    [InlineData("--threads", "-2", "[1, 1024]")]
    [InlineData("--seed", "dice", "[0, 18446744073709551615]")]
    [InlineData("--linear-algebra", "mkl", "auto, openblas, managed")]
    public void Simulate_refuses_before_it_makes_a_folder(string option, string value, string allowed)
    {
        using var folder = new TemporaryFolder();
        string output = folder["output"];
        GrokkingProcess
            .Run("simulate", "--output", output, option, value)
            .AssertRefused(option, value, "allowed", allowed);
        Assert.False(Directory.Exists(output));
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("report")]
    public void The_other_verbs_refuse_alike(string verb) =>
        GrokkingProcess
            .Run(verb, "--figure", "1", "--figure", "7")
            .AssertRefused("--figure", "7", "1, 2, 3, 4");

    [Theory]
    [InlineData("sow", "simulate, draw, ", "sow")]
    [InlineData("--lambda", "simulate, draw, ", "--lambda", "0.5")]
    [InlineData("harder", "--profile", "simulate", "harder")]
    [InlineData("--figure", "--lambda", "predict", "--figure", "1")]
    [InlineData("0.6", "--lambda", "predict", "--lambda", "0.5", "0.6")]
    public void What_is_not_known_is_named_beside_what_is(
        string unknown,
        string known,
        params string[] line
    ) => GrokkingProcess.Run(line).AssertRefused($"'{unknown}'", "allowed", known);

    [Fact]
    public void No_verb_at_all_is_refused() => GrokkingProcess.Run().AssertRefused("simulate, draw, ");

    [Fact]
    public void An_option_without_its_value_is_refused() =>
        GrokkingProcess.Run("predict", "--lambda").AssertRefused("--lambda");

    [Fact]
    public void An_option_given_twice_is_refused() =>
        GrokkingProcess.Run("predict", "--lambda", "0.5", "--lambda", "0.6").AssertRefused("--lambda");

    [Theory]
    [InlineData("1000000000", "0.9", "1")]
    [InlineData("1000000000", "0.0001", "1")] // d_in/λ is beyond an int
    [InlineData("1000", "0.001", "1")]
    [InlineData("1000", "0.9", "100000")]
    public void A_simulation_beyond_memory_is_refused(string inputs, string lambda, string outputs) =>
        GrokkingProcess
            .Run(
                "predict",
                "--json",
                "--simulate",
                "1",
                "--d-in",
                inputs,
                "--lambda",
                lambda,
                "--d-out",
                outputs
            )
            .AssertRefused("allowed: ");

    [Theory]
    [InlineData("--d-in 1000 --d-h 20000 --lambda 0.01")] // the hidden layer of all samples
    [InlineData("--d-in 20000 --d-h 20000 --lambda 100")] // the weights alone
    public void A_hidden_layer_beyond_memory_is_refused(string line) =>
        GrokkingProcess
            .Run($"predict --json --simulate 1 {line}".Split(' '))
            .AssertRefused("--simulate", "d_h", "allowed: ");

    [Fact]
    public void Lambda_and_the_number_of_samples_are_not_both_given() =>
        GrokkingProcess
            .Run("predict", "--lambda", "0.5", "--n-train", "10")
            .AssertRefused("--lambda", "0.5", "--n-train");

    [Theory]
    [InlineData("--eta 1 --dynamics descent")] // theory sees it
    [InlineData("--eta 1 --simulate 2 --d-in 50")] // the flow does not, but a replica does
    [InlineData("--eta 1 --simulate 2 --d-in 50 --dynamics descent")]
    [InlineData("--eta 100 --simulate 2 --d-in 30 --d-h 20 --engine literal")]
    [InlineData("--eta 1000 --simulate 2 --d-in 30 --d-h 20 --engine literal")] // within two epochs
    [InlineData("--eta 100 --simulate 2 --d-in 30 --d-h 20 --engine flow")] // it could go on, but descent could not
    [InlineData("--eta 1000 --simulate 2 --d-in 30 --d-h 20 --activation tanh")]
    public void A_step_that_diverges_is_refused(string line)
    {
        string eta = line.Split(" --")[0];
        GrokkingProcess
            .Run($"predict --json {line}".Split(' '))
            .AssertRefused(eta.Replace(" ", " is ", StringComparison.Ordinal), "verge"); // diverges, does not converge
    }

    [Theory]
    [InlineData("--gain", "2")]
    [InlineData("--activation", "tanh")]
    [InlineData("--engine", "literal")]
    public void What_only_two_layers_have_needs_them(string option, string value) =>
        GrokkingProcess.Run("predict", option, value).AssertRefused(option, value, "allowed with --d-h");

    [Theory]
    [InlineData("--d-h", "0", "[1, 20000]")]
    [InlineData("--gamma", "0.1", "0")]
    [InlineData("--dynamics", "descent", "flow")]
    [InlineData("--gain", "2", "--activation tanh only: (0, 1000]")] // a linear network has none
    [InlineData("--gain", "NaN", "(0, 1000]", "--activation", "tanh")]
    [InlineData("--gain", "0", "(0, 1000]", "--activation", "tanh")]
    [InlineData("--gain", "1001", "(0, 1000]", "--activation", "tanh")]
    [InlineData("--activation", "sin", "linear, tanh")]
    [InlineData("--engine", "steam", "flow, literal")]
    public void Two_layers_refuse(string option, string value, string allowed, params string[] more)
    {
        string[] width = option == "--d-h" ? [] : ["--d-h", "50"];
        GrokkingProcess
            .Run(["predict", "--json", .. width, option, value, .. more])
            .AssertRefused(option, value, "allowed", allowed);
    }
}
