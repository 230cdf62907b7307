using System.Text.Json.Nodes;
using Grokking.Cli.Output;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using Spectre.Console;

namespace Grokking.Cli.Commands;

/// <summary>What <c>grokking predict</c> found, as a table for people or JSON for programs.</summary>
internal sealed class Prediction(
    OneLayerParameters parameters,
    AccuracyCriterion criterion,
    Dynamics dynamics,
    OneLayerTheory theory,
    IReadOnlyList<GrokkingTime> measured
)
{
    private readonly GrokkingTimePrediction times = GrokkingTheory.Predict(theory, criterion);
    private readonly double? eq12 = AsymptoticGrokkingTime.Difference(parameters);
    private readonly double? eq26 = AsymptoticGrokkingTime.RefinedDifference(parameters, criterion.Epsilon);

    public string ToJson()
    {
        var document = new JsonObject
        {
            ["parameters"] = new JsonObject
            {
                ["d_in"] = parameters.InputDimension,
                ["lambda"] = parameters.SampleRatio,
                ["d_out"] = parameters.OutputDimension,
                ["eta"] = parameters.LearningRate,
                ["gamma"] = parameters.WeightDecay,
                ["epsilon"] = criterion.Epsilon,
                ["level"] = criterion.Level,
                ["dynamics"] = dynamics == Dynamics.Flow ? "flow" : "descent",
            },
            ["theory"] = new JsonObject
            {
                ["t_train"] = times.Time.Training.Time,
                ["t_generalization"] = times.Time.Generalization.Time,
                ["delta_t"] = times.Time.Difference,
                ["sd_t_train"] = times.TrainingSpread,
                ["sd_t_generalization"] = times.GeneralizationSpread,
                ["sd_delta_t"] = times.DifferenceSpread,
                ["outcome_train"] = Outcome(times.Time.Training),
                ["outcome_generalization"] = Outcome(times.Time.Generalization),
                ["final_loss_train"] = theory.TrainingLoss.Final().Value,
                ["final_loss_generalization"] = theory.GeneralizationLoss.Final().Value,
                ["eq_12"] = eq12,
                ["eq_26"] = eq26,
            },
        };
        if (measured.Count > 0)
            document["measured"] = new JsonObject
            {
                ["replicas"] = measured.Count,
                ["t_train"] = Sample(time => time.Training.Time),
                ["t_generalization"] = Sample(time => time.Generalization.Time),
                ["delta_t"] = Sample(time => time.Difference),
            };
        return document.ToJsonString(Json.Compact);
    }

    public void PrintTable()
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("epochs", "theory", "± one draw", "outcome");
        if (measured.Count > 0)
            table.AddColumns($"measured ({measured.Count})", "± standard error");
        Row("t*_tr", time => time.Training.Time, times.TrainingSpread, Outcome(times.Time.Training));
        Row(
            "t*_gen",
            time => time.Generalization.Time,
            times.GeneralizationSpread,
            Outcome(times.Time.Generalization)
        );
        Row("Δt", time => time.Difference, times.DifferenceSpread, "");
        AnsiConsole.Write(table);
        Console.WriteLine($"Δt by eq. 12: {Text(eq12)}, by eq. 26: {Text(eq26)}");
        Console.WriteLine(
            $"final losses: training {Text(theory.TrainingLoss.Final().Value)}, "
                + $"generalisation {Text(theory.GeneralizationLoss.Final().Value)}"
        );

        void Row(string name, Func<GrokkingTime, double?> time, double? spread, string outcome)
        {
            List<string> cells = [name, Text(time(times.Time)), Text(spread), outcome];
            if (measured.Count > 0)
            {
                SampleSummary? summary = Summary(time);
                cells.AddRange([Text(summary?.Mean), Text(summary?.StandardError)]);
            }
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
    }

    private JsonObject Sample(Func<GrokkingTime, double?> time)
    {
        SampleSummary? summary = Summary(time);
        return new JsonObject
        {
            ["mean"] = summary?.Mean,
            ["standard_error"] = summary?.StandardError,
            ["values"] = new JsonArray([.. measured.Select(one => (JsonNode?)time(one))]),
        };
    }

    /// <summary>Null unless the time exists in every replica: a mean over the rest would flatter.</summary>
    private SampleSummary? Summary(Func<GrokkingTime, double?> time) =>
        SampleSummary.OfAll([.. measured.Select(time)]);

    private static string Outcome(ThresholdCrossing crossing) =>
        crossing switch
        {
            ThresholdCrossing.Reached => "reached",
            ThresholdCrossing.Initially => "initially",
            _ => "never",
        };

    private static string Text(double? value) => value is null ? "–" : value.Value.ToString("G7");
}
