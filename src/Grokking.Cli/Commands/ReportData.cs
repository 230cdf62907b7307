using Grokking.Cli.Provenance;
using Grokking.Figures;
using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Commands;

/// <summary>
/// Every number of the report, as the Typst template reads it: no number is typed there. It holds no clock and no
/// host, so that the same commit gives the same report.
/// </summary>
internal static class ReportData
{
    public static object Of(Run run, IReadOnlyList<FinishedRecipe> recipes, Commit commit, bool hasVerdicts)
    {
        SampleRatioResult? sampleRatio = recipes
            .Select(one => one.Result)
            .OfType<SampleRatioResult>()
            .FirstOrDefault();
        var experiment = run.Profile.Studies.OfType<SampleRatioStudy>().Single().Curves[0].Experiment;
        GrokkingTimeComparison[] summary = [.. (sampleRatio?.Times ?? []).Where(row => row.SampleRatio < 1)];
        return new
        {
            Title = "Grokking in Linear Estimators",
            Description = "A reproduction of Levi, Beck and Bar-Sinai (ICLR 2024), computed from first principles",
            Commit = new
            {
                commit.Id,
                commit.Short,
                Dirty = commit.IsDirty,
            },
            HasVerdicts = hasVerdicts,
            Profile = run.Profile.Name,
            Replicas = run.Replicas ?? run.Profile.Replicas,
            Seed = run.Seed.ToString(),
            experiment.InputDimension,
            experiment.Criterion,
            Agreement = Agreement(summary),
            ManyOutputs = Agreement([
                .. recipes
                    .Select(one => one.Result)
                    .OfType<OutputDimensionResult>()
                    .SelectMany(result => result.Settings)
                    .Where(setting => setting.OutputDimension > 1)
                    .Select(setting => setting.Times),
            ]),
            Summary = summary.SelectMany(Rows),
            Times = recipes.SelectMany(Times),
            TwoLayers = recipes.Select(one => one.Result).OfType<HiddenWidthResult>().SelectMany(TwoLayers),
            Parameters = Parameters(run),
            Figures = recipes.Select(one => Figure(run, one)),
            Provenance = ProvenanceOf(run, commit),
        };
    }

    private static object Agreement(GrokkingTimeComparison[] rows)
    {
        TimeComparison[] times =
        [
            .. rows.SelectMany(row => new[] { row.Training, row.Generalization, row.Difference })
                .Where(time => time.ZScoreOnDrawnSpectra is not null),
        ];
        return new
        {
            All = times.Length,
            WithinFour = times.Count(time => Math.Abs(time.ZScoreOnDrawnSpectra!.Value) <= 4),
            Largest = times.Length == 0
                ? (double?)null
                : times.Max(time => Math.Abs(time.ZScoreOnDrawnSpectra!.Value)),
        };
    }

    private static IEnumerable<object> Rows(GrokkingTimeComparison row) =>
        [
            Row(row, "t_train", row.Training, null),
            Row(row, "t_generalization", row.Generalization, null),
            Row(row, "delta_t", row.Difference, row.Eq12),
        ];

    private static object Row(
        GrokkingTimeComparison row,
        string quantity,
        TimeComparison time,
        double? eq12
    ) =>
        new
        {
            row.SampleRatio,
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

    private static IEnumerable<object> Times(FinishedRecipe finished)
    {
        IReadOnlyList<CurveComparison> settings = finished.Result switch
        {
            SampleRatioResult result => result.Settings,
            OutputDimensionResult result => result.Settings,
            WeightDecayResult result => result.Settings,
            _ => [],
        };
        return settings.Select(setting => new
        {
            Figure = finished.Recipe.Figure.Number,
            setting.SampleRatio,
            setting.OutputDimension,
            setting.WeightDecay,
            TTrain = Time(setting.Times.Training),
            TGeneralization = Time(setting.Times.Generalization),
            DeltaT = Time(setting.Times.Difference),
        });
    }

    private static IEnumerable<object> TwoLayers(HiddenWidthResult result) =>
        result.Settings.Select(setting => new
        {
            setting.HiddenWidth,
            Activation = setting.Gain == 0 ? "linear" : "tanh",
            Replicas = setting.Training.Values.Count,
            TTrain = TwoLayerTime(setting.Training),
            TGeneralization = TwoLayerTime(setting.Generalization),
            DeltaT = TwoLayerTime(setting.Difference),
        });

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

    private static object Figure(Run run, FinishedRecipe finished)
    {
        IFigure figure = finished.Recipe.Figure;
        FigureDrawing drawing = figure.Draw(finished.Result);
        return new
        {
            figure.Number,
            Svg = $"figures/{finished.Recipe.Name}.svg",
            Caption = figure.Caption(finished.Result),
            Alt = drawing.Description,
            Data = $"data/{finished.Recipe.Name}.json",
            finished.Recipe.Source,
            Study = finished.Recipe.Study.Id,
            Key = finished.Key.Hash,
            Command = run.CommandLine("simulate", figure.Number),
        };
    }

    private static IEnumerable<object> Parameters(Run run)
    {
        var experiment = run.Profile.Studies.OfType<SampleRatioStudy>().Single().Curves[0].Experiment;
        var outputs = run.Profile.Studies.OfType<OutputDimensionStudy>().Single().Curves;
        return
        [
            Parameter("d_\"in\"", "input dimension", experiment.InputDimension),
            Parameter("d_\"out\"", "output dimension, unless a figure varies it", experiment.OutputDimension),
            Parameter("eta", "learning rate", experiment.LearningRate),
            Parameter("gamma", "weight decay, unless a figure varies it", experiment.WeightDecay),
            Parameter("epsilon", "error below which a sample is correct", experiment.Criterion.Epsilon),
            Parameter("a", "accuracy level that marks t*", experiment.Criterion.Level),
            Parameter("N_\"test\"", "fresh samples for one output", experiment.TestSamples),
            Parameter("N_\"test\"", "fresh samples for several outputs", outputs[^1].Experiment.TestSamples),
            Parameter("R", "replicas of a one-layer setting", run.Replicas ?? run.Profile.Replicas),
        ];
    }

    private static object Parameter(string symbol, string meaning, double value) =>
        new
        {
            Symbol = symbol,
            Meaning = meaning,
            Value = value,
        };

    private static IEnumerable<object> ProvenanceOf(Run run, Commit commit) =>
        [
            Named("command", run.CommandLine("simulate")),
            Named("commit", commit.IsDirty ? $"{commit.Id} with uncommitted changes" : commit.Id),
            Named("profile", run.Profile.Name),
            Named("seed", run.Seed.ToString()),
            Named("linear algebra", run.LinearAlgebra.Name),
            Named("core assembly", typeof(IStudy).Assembly.ManifestModule.ModuleVersionId.ToString()),
            .. Versions.All().Select(one => Named(one.Name, one.Version)),
        ];

    private static object Named(string name, string value) => new { Name = name, Value = value };
}
