using Grokking.Claims;
using Grokking.Cli.Provenance;
using Grokking.Figures;
using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Report;

/// <summary>
/// Every number of the report, as the Typst template reads it: no number is typed there. It holds no clock and no
/// host, so that the same commit gives the same report.
/// </summary>
internal static class ReportData
{
    public static object Of(
        Run run,
        IReadOnlyList<FinishedRecipe> recipes,
        IReadOnlyList<NumberedSetting> numbers,
        IReadOnlyList<Origin> results,
        ExtraTables extra,
        Commit commit,
        bool hasVerdicts
    )
    {
        SampleRatioResult? sampleRatio = recipes
            .Select(one => one.Result)
            .OfType<SampleRatioResult>()
            .FirstOrDefault();
        SampleRatioStudy study = run.Profile.Studies.OfType<SampleRatioStudy>().Single();
        var experiment = study.Curves[0].Experiment;
        GrokkingTimeComparison[] summary = [.. (sampleRatio?.Times ?? []).Where(row => row.SampleRatio < 1)];
        return new
        {
            Title = "Grokking in Linear Estimators",
            Description = "A reproduction of Levi, Beck and Bar-Sinai (ICLR 2024), computed from first principles",
            Arxiv = "2310.16441",
            Commit = new { commit.ShortName, commit.Date },
            Command = run.CommandLine("report"),
            HasVerdicts = hasVerdicts,
            Confidence = Measurement.Level,
            Profile = run.Profile.Name,
            IsPapers = run.Profile.Name == Profile.Paper.Name,
            PapersInputDimension = PapersInputDimension(),
            Replicas = run.ReplicasOf(study),
            Seed = run.Seed.ToString(),
            experiment.InputDimension,
            experiment.Criterion,
            Agreement = Agreement.Of(summary),
            ManyOutputs = Agreement.Of(
                recipes
                    .Select(one => one.Result)
                    .OfType<OutputDimensionResult>()
                    .SelectMany(result => result.Settings)
                    .Where(setting => setting.OutputDimension > 1)
                    .Select(setting => setting.Times)
            ),
            MainResult = MainResult(summary),
            Summary = ReportTables.Summary(summary),
            Times = ReportTables.Settings(recipes),
            TwoLayers = ReportTables.TwoLayers(recipes),
            TwoLayerEngine = new
            {
                Name = Run.NameOf(run.Engine),
                LiteralEpochs = run.Engine != TwoLayerEngine.Mixed
                    ? (int?)null
                    : run
                        .Profile.Studies.OfType<HiddenWidthStudy>()
                        .Single()
                        .Settings.Max(setting => setting.LiteralEpochs),
                FlowAccuracy.Tolerance,
                FlowAccuracy.Training,
                FlowAccuracy.Generalization,
                FlowAccuracy.HiddenWidth,
                FlowAccuracy.LastEpoch,
            },
            Parameters = ReportParameters.Of(run),
            Figures = recipes.Select(one => Figure(run, one)),
            Numbers = numbers.Select(Numbers),
            Results = results,
            Studies = results.Select(origin => Study(run, recipes, origin)),
            Benchmark = extra.Benchmark,
            Reproducibility = extra.Reproducibility,
            Provenance = ProvenanceOf(run, commit),
        };
    }

    private const double PapersSampleRatio = 0.9;

    private static int PapersInputDimension() =>
        Profile.Paper.Studies.OfType<SampleRatioStudy>().Single().Curves[0].Experiment.InputDimension;

    private static object Numbers(NumberedSetting setting) =>
        new
        {
            setting.Table,
            First = NumberedSetting.Id(setting.Table, setting.Position, 0),
            Last = NumberedSetting.Id(setting.Table, setting.Position, 2),
            setting.Setting,
            setting.Origin.Replicas,
            Seed = setting.Origin.Seed.ToString(),
            setting.Origin.Study,
            setting.Origin.Key,
            setting.Predict,
            setting.Simulate,
            OfPredict = setting
                .Columns.Where(column => column.Field is not null)
                .Select(column => column.Name),
            OfSimulate = setting.Columns.Where(column => column.Field is null).Select(column => column.Name),
        };

    /// <summary>Δt at the paper's parameters, in units of eq. 12 and of exact theory; null if it was not measured.</summary>
    private static object? MainResult(IEnumerable<GrokkingTimeComparison> rows) =>
        rows.SingleOrDefault(row => row.SampleRatio == PapersSampleRatio)
            is { Eq12: { } eq12, Difference: { Measured: { } measured, Theory: { } theory } } row
            ? new
            {
                row.SampleRatio,
                row.OutputDimension,
                row.Epsilon,
                OverEq12 = Measurement.Of(measured).In(eq12),
                OverTheory = Measurement.Of(measured).In(theory),
            }
            : null;

    /// <summary>A result, with the figure that shows it if there is one in the report.</summary>
    private static object Study(Run run, IReadOnlyList<FinishedRecipe> recipes, Origin origin) =>
        new
        {
            Id = origin.Study,
            recipes.FirstOrDefault(one => one.Recipe.Study.Id == origin.Study)?.Recipe.Figure.Number,
            IsSimulated = run.Profile.Studies.Single(study => study.Id == origin.Study).Experiments.Any(),
            origin.Replicas,
            origin.Key,
            origin.Command,
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
            Origin.Of(finished.Key).Command,
            Origin.Of(finished.Key).Replicas,
        };
    }

    private static IEnumerable<object> ProvenanceOf(Run run, Commit commit) =>
        [
            Named("command", run.CommandLine("simulate", [])),
            Named("commit", commit.Name),
            Named("profile", run.Profile.Name),
            Named("seed", run.Seed.ToString()),
            Named("linear algebra", run.LinearAlgebra.Name),
            Named("core assembly", typeof(IStudy).Assembly.ManifestModule.ModuleVersionId.ToString()),
            .. Versions.All(run.LinearAlgebra).Select(one => Named(one.Name, one.Version)),
        ];

    private static object Named(string name, string value) => new { Name = name, Value = value };
}
