using System.Globalization;
using System.Text.Json;

namespace Grokking.Cli.Tests;

/// <summary>The contract of <c>predict --json</c>: which keys, where, and what when a time does not exist.</summary>
public sealed class PredictTests
{
    private static readonly string[] TheoryKeys =
    [
        "t_train",
        "t_generalization",
        "delta_t",
        "sd_t_train",
        "sd_t_generalization",
        "sd_delta_t",
        "outcome_train",
        "outcome_generalization",
        "final_loss_train",
        "final_loss_generalization",
        "eq_12",
        "eq_26",
    ];

    private static JsonElement Predict(string arguments = "")
    {
        var outcome = GrokkingProcess.Run(
            $"predict --json {arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        outcome.AssertSucceeded();
        Assert.EndsWith("}\n", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(1, outcome.Output.Count(c => c == '\n'));
        return JsonDocument.Parse(outcome.Output).RootElement; // refuses anything after the object
    }

    private static string[] Keys(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public void The_defaults_are_those_of_the_paper()
    {
        JsonElement parameters = Predict().GetProperty("parameters");
        Assert.Equal(
            """{"d_in":1000,"lambda":0.9,"d_out":1,"eta":0.01,"gamma":0,"epsilon":0.001,"level":0.95,"dynamics":"flow"}""",
            parameters.GetRawText()
        );
    }

    [Fact]
    public void Every_argument_arrives_in_its_place() =>
        Assert.Equal(
            """{"d_in":50,"lambda":0.4,"d_out":7,"eta":0.02,"gamma":0.001,"epsilon":0.01,"level":0.9,"dynamics":"descent"}""",
            Predict(
                    "--d-in 50 --lambda 0.4 --d-out 7 --eta 0.02 --gamma 1e-3 --epsilon 1e-2 --level .9 --dynamics descent"
                )
                .GetProperty("parameters")
                .GetRawText()
        );

    [Fact]
    public void Theory_alone_has_exactly_its_keys()
    {
        JsonElement prediction = Predict();
        Assert.Equal(["parameters", "theory"], Keys(prediction));
        Assert.Equal(TheoryKeys, Keys(prediction.GetProperty("theory")));
    }

    [Fact]
    public void Measured_replicas_stand_beside_theory_and_progress_stays_off_standard_output()
    {
        JsonElement prediction = Predict("--simulate 3 --d-in 60 --lambda 0.5");
        Assert.Equal(["parameters", "theory", "measured"], Keys(prediction));
        Assert.Equal(TheoryKeys, Keys(prediction.GetProperty("theory")));
        JsonElement measured = prediction.GetProperty("measured");
        Assert.Equal(["replicas", "t_train", "t_generalization", "delta_t"], Keys(measured));
        Assert.Equal(3, measured.GetProperty("replicas").GetInt32());
        foreach (string time in Keys(measured)[1..])
            AssertSummarises(measured.GetProperty(time), 3);
        double[] Values(string time) => PredictTests.Values(measured.GetProperty(time));
        Assert.Equal(
            Values("delta_t"),
            Values("t_generalization").Zip(Values("t_train"), (late, early) => late - early)
        );
        Assert.All(Values("t_train"), time => Assert.Equal(Math.Floor(time), time));
    }

    [Fact]
    public void One_replica_has_no_standard_error()
    {
        JsonElement time = Predict("--simulate 1 --d-in 40 --lambda 0.5")
            .GetProperty("measured")
            .GetProperty("t_train");
        Assert.Equal(JsonValueKind.Null, time.GetProperty("standard_error").ValueKind);
        Assert.Equal(Values(time)[0], time.GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("0.9", "1E-03", "reached", "reached")]
    [InlineData("0.9", "1E+01", "initially", "initially")]
    [InlineData("1.5", "1E-03", "reached", "never")]
    public void Outcomes_have_names_and_times_that_do_not_exist_are_null(
        string lambda,
        string epsilon,
        string training,
        string generalization
    )
    {
        JsonElement theory = Predict($"--lambda {lambda} --epsilon {epsilon}").GetProperty("theory");
        AssertOutcome(theory, "train", training);
        AssertOutcome(theory, "generalization", generalization);
        bool both = training != "never" && generalization != "never";
        Assert.Equal(both, theory.GetProperty("delta_t").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public void Weight_decay_can_keep_training_from_ever_getting_there()
    {
        JsonElement theory = Predict("--gamma 1").GetProperty("theory");
        AssertOutcome(theory, "train", "never");
        AssertOutcome(theory, "generalization", "never");
        Assert.Equal(JsonValueKind.Null, theory.GetProperty("delta_t").ValueKind);
        Assert.Equal(JsonValueKind.Null, theory.GetProperty("sd_delta_t").ValueKind);
    }

    [Fact]
    public void A_measured_time_that_does_not_exist_is_null_with_its_reason_and_so_is_its_mean()
    {
        JsonElement measured = Predict("--simulate 2 --d-in 40 --lambda 1.5").GetProperty("measured");
        foreach (string time in new[] { "t_generalization", "delta_t" })
            Assert.Equal(
                """{"mean":null,"standard_error":null,"values":[null,null],"outcomes":[REASON,REASON]}""".Replace(
                    "REASON",
                    "\"not reached by epoch 1000000000000\"",
                    StringComparison.Ordinal
                ),
                measured.GetProperty(time).GetRawText()
            );
        Assert.Equal(2, Values(measured.GetProperty("t_train")).Length);
    }

    [Fact]
    public void The_number_of_training_samples_stands_for_lambda()
    {
        JsonElement bySamples = Predict("--d-in 300 --n-train 400");
        JsonElement byRatio = Predict("--d-in 300 --lambda 0.75");
        Assert.Equal(byRatio.GetRawText(), bySamples.GetRawText());
    }

    [Fact]
    public void Equations_that_do_not_speak_of_a_setting_are_null()
    {
        foreach (string silent in new[] { "--lambda 1.5", "--gamma 0.001" })
            Assert.Equal(
                JsonValueKind.Null,
                Predict(silent).GetProperty("theory").GetProperty("eq_12").ValueKind
            );
    }

    [Fact]
    public void The_table_shows_the_same_numbers()
    {
        string table = GrokkingProcess.Run("predict", "--lambda", "0.5").Output;
        JsonElement theory = Predict("--lambda 0.5").GetProperty("theory");
        foreach (
            string key in TheoryKeys.Where(key => theory.GetProperty(key).ValueKind == JsonValueKind.Number)
        )
            Assert.Contains(
                theory.GetProperty(key).GetDouble().ToString("G7", CultureInfo.InvariantCulture),
                table,
                StringComparison.Ordinal
            );
    }

    private static void AssertOutcome(JsonElement theory, string which, string outcome)
    {
        Assert.Equal(outcome, theory.GetProperty($"outcome_{which}").GetString());
        JsonElement time = theory.GetProperty($"t_{which}");
        JsonElement spread = theory.GetProperty($"sd_t_{which}");
        Assert.Equal(outcome == "never" ? JsonValueKind.Null : JsonValueKind.Number, time.ValueKind);
        Assert.Equal(outcome == "reached" ? JsonValueKind.Number : JsonValueKind.Null, spread.ValueKind);
        if (outcome == "initially")
            Assert.Equal(0, time.GetDouble());
    }

    private static void AssertSummarises(JsonElement time, int replicas)
    {
        Assert.Equal(["mean", "standard_error", "values", "outcomes"], Keys(time));
        double[] values = Values(time);
        Assert.Equal(replicas, values.Length);
        double mean = values.Sum() / replicas;
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (replicas - 1);
        // A mean of three whole numbers: only the order of summation may differ.
        Assert.Equal(mean, time.GetProperty("mean").GetDouble(), 1e-12 * mean);
        Assert.Equal(
            Math.Sqrt(variance / replicas),
            time.GetProperty("standard_error").GetDouble(),
            1e-9 * mean
        );
    }

    private static double[] Values(JsonElement time) =>
        [.. time.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    [Theory]
    [InlineData("0.1", "by eq. 26: 83089.35")]
    [InlineData("0.001", "by eq. 26: not a real number")]
    public void Equation_26_is_a_number_or_said_to_be_none(string epsilon, string said) =>
        Assert.Contains(
            said,
            GrokkingProcess.Run("predict", "--lambda", "0.9", "--epsilon", epsilon).Output,
            StringComparison.Ordinal
        );
}
