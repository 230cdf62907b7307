using System.Text.Json.Nodes;
using Grokking.Cli.Output;
using Grokking.Curves;
using Grokking.LinearEstimators.Theory;
using Spectre.Console;

namespace Grokking.Cli.Commands;

/// <summary>What <c>grokking predict</c> found, as a table for people or JSON for programs.</summary>
internal sealed class Prediction
{
    /// <summary>The setting, as the JSON object echoes it.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>The predicted times with the spread of one draw, where theory knows it.</summary>
    public required GrokkingTimePrediction Times { get; init; }

    /// <summary>The limit of L_tr.</summary>
    public required double FinalTrainingLoss { get; init; }

    /// <summary>The limit of L_gen.</summary>
    public required double FinalGeneralizationLoss { get; init; }

    /// <summary>Δt by eq. 12; null outside its domain.</summary>
    public required double? Eq12 { get; init; }

    /// <summary>Δt by eq. 26; null where eq. 12 is, and where it is not a real number.</summary>
    public required double? Eq26 { get; init; }

    /// <summary>One entry a replica; none if nothing was Measured.</summary>
    public required IReadOnlyList<GrokkingTime> Measured { get; init; }

    public string ToJson()
    {
        var document = new JsonObject
        {
            ["parameters"] = Parameters,
            ["theory"] = new JsonObject
            {
                ["t_train"] = Times.Time.Training.Time,
                ["t_generalization"] = Times.Time.Generalization.Time,
                ["delta_t"] = Times.Time.Difference,
                ["sd_t_train"] = Times.TrainingSpread,
                ["sd_t_generalization"] = Times.GeneralizationSpread,
                ["sd_delta_t"] = Times.DifferenceSpread,
                ["outcome_train"] = Outcome(Times.Time.Training),
                ["outcome_generalization"] = Outcome(Times.Time.Generalization),
                ["final_loss_train"] = FinalTrainingLoss,
                ["final_loss_generalization"] = FinalGeneralizationLoss,
                ["eq_12"] = Eq12,
                ["eq_26"] = Eq26,
            },
        };
        if (Measured.Count > 0)
            document["measured"] = new JsonObject
            {
                ["replicas"] = Measured.Count,
                ["t_train"] = Sample(time => time.Training.Time, time => Outcome(time.Training)),
                ["t_generalization"] = Sample(
                    time => time.Generalization.Time,
                    time => Outcome(time.Generalization)
                ),
                ["delta_t"] = Sample(time => time.Difference, OutcomeOfDifference),
            };
        return document.ToJsonString(Json.Compact);
    }

    public void PrintTable()
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("epochs", "theory", "± one draw", "outcome");
        if (Measured.Count > 0)
            table.AddColumns($"measured ({Measured.Count})", "± standard error");
        Row("t*_tr", time => time.Training.Time, Times.TrainingSpread, time => Outcome(time.Training));
        Row(
            "t*_gen",
            time => time.Generalization.Time,
            Times.GeneralizationSpread,
            time => Outcome(time.Generalization)
        );
        Row("Δt", time => time.Difference, Times.DifferenceSpread, OutcomeOfDifference);
        AnsiConsole.Write(table);
        Console.WriteLine($"Δt by eq. 12: {Text(Eq12)}, by eq. 26: {Eq26Text}");
        Console.WriteLine(
            $"final losses: training {Text(FinalTrainingLoss)}, "
                + $"generalisation {Text(FinalGeneralizationLoss)}"
        );

        void Row(
            string name,
            Func<GrokkingTime, double?> time,
            double? spread,
            Func<GrokkingTime, string> outcome
        )
        {
            List<string> cells = [name, Text(time(Times.Time)), Text(spread), outcome(Times.Time)];
            if (Measured.Count > 0)
            {
                SampleSummary? summary = Summary(time);
                cells.AddRange([
                    summary is null ? Missing(time, outcome) : Text(summary.Mean),
                    Text(summary?.StandardError),
                ]);
            }
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
    }

    private JsonObject Sample(Func<GrokkingTime, double?> time, Func<GrokkingTime, string> outcome)
    {
        SampleSummary? summary = Summary(time);
        return new JsonObject
        {
            ["mean"] = summary?.Mean,
            ["standard_error"] = summary?.StandardError,
            ["values"] = new JsonArray([.. Measured.Select(one => (JsonNode?)time(one))]),
            ["outcomes"] = new JsonArray([.. Measured.Select(one => (JsonNode)outcome(one))]),
        };
    }

    /// <summary>Null unless the time exists in every replica: a mean over the rest would flatter.</summary>
    private SampleSummary? Summary(Func<GrokkingTime, double?> time) =>
        SampleSummary.OfAll([.. Measured.Select(time)]);

    private static string Outcome(ThresholdCrossing crossing) =>
        crossing switch
        {
            ThresholdCrossing.Reached => "reached",
            ThresholdCrossing.Initially => "initially",
            ThresholdCrossing.NotReachedBy limit => $"not reached by epoch {limit.Epoch:R}",
            _ => "never",
        };

    /// <summary>Δt exists where both times do; else it lacks what the first of them lacks.</summary>
    private static string OutcomeOfDifference(GrokkingTime time) =>
        Outcome(time.Training.Time is null ? time.Training : time.Generalization);

    /// <summary>Why a measured mean does not exist: how many replicas lack the time, and what became of the first of them.</summary>
    private string Missing(Func<GrokkingTime, double?> time, Func<GrokkingTime, string> outcome)
    {
        GrokkingTime[] without = [.. Measured.Where(one => time(one) is null)];
        return $"{without.Length} of {Measured.Count} {outcome(without[0])}";
    }

    private string Eq26Text => Eq12 is not null && Eq26 is null ? "not a real number" : Text(Eq26);

    private static string Text(double? value) => value is null ? "–" : value.Value.ToString("G7");
}
