using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Cli.Commands;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Report;

/// <summary>
/// The settings of the report's tables of times, N1 (λ &lt; 1), N2 (every figure's) and N3 (two layers), numbered so
/// that each number can be traced: its id is that of its row and the name of its column, e.g. "N1.3.theory".
/// </summary>
internal static class ReportNumbers
{
    /// <summary>The table of contents of numbers.json, in the order of the report.</summary>
    public static IReadOnlyList<NumberedSetting> Of(IReadOnlyList<FinishedRecipe> recipes) =>
        [
            .. Numbered(1, recipes.SelectMany(Summary)),
            .. Numbered(2, ShownSetting.All(recipes).Select(Setting)),
            .. Numbered(3, recipes.SelectMany(TwoLayers)),
        ];

    /// <summary>numbers.json: every number of the tables.</summary>
    public static string Serialize(
        IEnumerable<NumberedSetting> settings,
        IReadOnlyList<FinishedRecipe> recipes
    )
    {
        Dictionary<string, JsonNode> documents = recipes.ToDictionary(
            recipe => DataOf(recipe),
            recipe => (JsonNode)new JsonObject { ["result"] = JsonNode.Parse(recipe.Json) }
        );
        return JsonSerializer.Serialize(
                settings.SelectMany(setting => setting.Numbers(documents[setting.Data])),
                Json.Readable
            ) + "\n";
    }

    private static IEnumerable<NumberedSetting> Numbered(int table, IEnumerable<NumberedSetting> settings) =>
        settings.Select((setting, i) => setting with { Table = table, Position = i });

    private static IEnumerable<NumberedSetting> Summary(FinishedRecipe recipe) =>
        recipe.Result is SampleRatioResult result
            ? result
                .Times.Select((times, i) => OneLayer(recipe, times, $"/result/times/{i}"))
                .Where((_, i) => result.Times[i].SampleRatio < 1)
            : [];

    private static NumberedSetting Setting(ShownSetting shown) =>
        OneLayer(shown.Recipe, shown.Setting.Times, $"/result/settings/{shown.Position}/times");

    private static NumberedSetting OneLayer(
        FinishedRecipe recipe,
        GrokkingTimeComparison times,
        string pointer
    )
    {
        var origin = Origin.Of(recipe.Key);
        OneLayerExperiment experiment = recipe
            .Recipe.Study.Experiments.OfType<OneLayerExperiment>()
            .First(one =>
                one.TrainingSamples == times.TrainingSamples
                && one.OutputDimension == times.OutputDimension
                && one.WeightDecay == times.WeightDecay
            );
        return Numbered(
            recipe,
            pointer,
            NumberColumn.OfOneLayer,
            new()
            {
                ["lambda"] = times.SampleRatio,
                ["d_in"] = experiment.InputDimension,
                ["n_train"] = times.TrainingSamples,
                ["d_out"] = times.OutputDimension,
                ["gamma"] = times.WeightDecay,
                ["epsilon"] = times.Epsilon,
            },
            PredictCommand.Line(experiment, origin)
        );
    }

    private static IEnumerable<NumberedSetting> TwoLayers(FinishedRecipe recipe)
    {
        TwoLayerExperiment[] experiments = [.. recipe.Recipe.Study.Experiments.OfType<TwoLayerExperiment>()];
        return recipe.Result is HiddenWidthResult
            ? experiments.Select(
                (experiment, i) =>
                    Numbered(
                        recipe,
                        $"/result/settings/{i}",
                        NumberColumn.OfTwoLayers,
                        new()
                        {
                            ["d_in"] = experiment.InputDimension,
                            ["n_train"] = experiment.TrainingSamples,
                            ["d_h"] = experiment.HiddenWidth,
                            ["d_out"] = experiment.OutputDimension,
                            ["gain"] = experiment.Gain,
                            ["epsilon"] = experiment.Criterion.Epsilon,
                        },
                        PredictCommand.Line(experiment)
                    )
            )
            : [];
    }

    private static NumberedSetting Numbered(
        FinishedRecipe recipe,
        string pointer,
        NumberColumn[] columns,
        Dictionary<string, double> setting,
        string predict
    ) =>
        new()
        {
            Table = 0,
            Position = 0,
            Setting = setting,
            Origin = Origin.Of(recipe.Key),
            Data = DataOf(recipe),
            Pointer = pointer,
            Columns = columns,
            Predict = predict,
        };

    private static string DataOf(FinishedRecipe recipe) => $"data/{recipe.Recipe.Name}.json";
}
