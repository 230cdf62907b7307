using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Report;

/// <summary>The rows of the report's tables of times, as the Typst template reads them.</summary>
internal static class ReportTables
{
    /// <summary>Table N1: the settings of figure 1 with λ &lt; 1.</summary>
    public static IEnumerable<object> Summary(IEnumerable<GrokkingTimeComparison> settings) =>
        settings.SelectMany(Rows);

    /// <summary>Table N2: every setting whose curves a figure shows, once.</summary>
    public static IEnumerable<object> Settings(IReadOnlyList<FinishedRecipe> recipes) =>
        ShownSetting.All(recipes).Select(Times);

    /// <summary>Table N3: two layers.</summary>
    public static IEnumerable<object> TwoLayers(IReadOnlyList<FinishedRecipe> recipes) =>
        recipes
            .Select(one => one.Result)
            .OfType<HiddenWidthResult>()
            .SelectMany(result => result.Settings)
            .Select(TwoLayers);

    private static IEnumerable<object> Rows(GrokkingTimeComparison row, int position) =>
        [
            Row(NumberedSetting.Id(1, position, 0), row, "t_train", row.Training, null),
            Row(NumberedSetting.Id(1, position, 1), row, "t_generalization", row.Generalization, null),
            Row(NumberedSetting.Id(1, position, 2), row, "delta_t", row.Difference, row.Eq12),
        ];

    private static object Row(
        string id,
        GrokkingTimeComparison row,
        string quantity,
        TimeComparison time,
        double? eq12
    ) =>
        new
        {
            Id = id,
            row.SampleRatio,
            row.TrainingSamples,
            Quantity = quantity,
            Measured = time.Measured?.Mean,
            time.Measured?.StandardError,
            time.Theory,
            time.PredictedSpread,
            Z = time.ZScore,
            time.OnDrawnSpectra,
            time.Bias,
            ZOnDrawnSpectra = time.ZScoreOnDrawnSpectra,
            Eq12 = eq12,
        };

    private static object Times(ShownSetting shown, int position) =>
        new
        {
            Ids = Ids(2, position),
            shown.Figures,
            shown.Setting.SampleRatio,
            shown.Setting.TrainingSamples,
            shown.Setting.OutputDimension,
            shown.Setting.WeightDecay,
            TTrain = Time(shown.Setting.Times.Training),
            TGeneralization = Time(shown.Setting.Times.Generalization),
            DeltaT = Time(shown.Setting.Times.Difference),
        };

    private static object TwoLayers(HiddenWidthComparison setting, int position) =>
        new
        {
            Ids = Ids(3, position),
            setting.HiddenWidth,
            Activation = setting.Gain == 0 ? "linear" : "tanh",
            Replicas = setting.Training.Values.Count,
            TTrain = TwoLayerTime(setting.Training),
            TGeneralization = TwoLayerTime(setting.Generalization),
            DeltaT = TwoLayerTime(setting.Difference),
        };

    private static string[] Ids(int table, int position) =>
        [.. Enumerable.Range(0, 3).Select(time => NumberedSetting.Id(table, position, time))];

    private static object TwoLayerTime(TwoLayerTime time) =>
        new
        {
            Measured = time.Measured?.Mean,
            time.Measured?.StandardError,
            time.Theory,
            time.FrozenKernel,
            time.AsPrinted,
        };

    private static object Time(TimeComparison time) =>
        new
        {
            Measured = time.Measured?.Mean,
            time.Measured?.StandardError,
            time.Theory,
            time.PredictedSpread,
            ZOnDrawnSpectra = time.ZScoreOnDrawnSpectra,
        };
}
