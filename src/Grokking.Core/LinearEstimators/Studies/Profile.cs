using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>All studies at one set of sizes: the paper's own, or small ones that run the same code in seconds.</summary>
public sealed record Profile
{
    /// <summary>"paper" or "quick".</summary>
    public required string Name { get; init; }

    /// <summary>What its verdicts cannot say, a sentence without its full stop; null for the paper's own sizes.</summary>
    public string? Caveat { get; init; }

    /// <summary>Independent draws of every setting, unless the user asks for another number.</summary>
    public required int Replicas { get; init; }

    /// <summary>Every study, each of its own kind of result.</summary>
    public required IReadOnlyList<IStudy> Studies { get; init; }

    /// <summary>The parameters of the paper: d_in = 1000, η = 0.01, ε = 1e-3.</summary>
    public static Profile Paper { get; } =
        Of(
            "paper",
            replicas: 10,
            new ProfileSizes
            {
                InputDimension = 1000,
                TestSamples = 10_000,
                TestSamplesOfManyOutputs = 2_000,
                OutputDimensions = [1, 50, 700],
                MeasuredSampleRatios = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95],
                PointsPerDecade = 16,
                TheoryPoints = 199,
                DiagramPoints = 200,
                HiddenWidths = [50, 200],
                GainInputDimension = 300,
                LastTwoLayerEpoch = 300_000,
                LiteralEpochs = 100_000,
            }
        );

    /// <summary>The same studies small: d_in = 200, three replicas.</summary>
    public static Profile Quick { get; } =
        Of(
            "quick",
            replicas: 3,
            new ProfileSizes
            {
                InputDimension = 200,
                TestSamples = 1_000,
                TestSamplesOfManyOutputs = 400,
                OutputDimensions = [1, 10, 100],
                MeasuredSampleRatios = [0.3, 0.5, 0.7],
                PointsPerDecade = 6,
                TheoryPoints = 49,
                DiagramPoints = 40,
                HiddenWidths = [10, 40],
                GainInputDimension = 60,
                LastTwoLayerEpoch = 100_000,
                LiteralEpochs = 1_000,
            }
        ) with
        {
            Caveat =
                "the quick profile tries the code on small systems and few replicas: its verdicts say nothing about the paper",
        };

    /// <summary>The same profile with two-layer networks trained by the given engine.</summary>
    public Profile TrainedBy(TwoLayerEngine engine)
    {
        return this with
        {
            Studies =
            [
                .. Studies.Select(study =>
                    study switch
                    {
                        HiddenWidthStudy hidden => hidden with { Settings = Trained(hidden.Settings) },
                        GainStudy gain => gain with { Settings = Trained(gain.Settings) },
                        OverparameterizedStudy wide => wide with { Setting = Trained([wide.Setting])[0] },
                        _ => study,
                    }
                ),
            ],
        };

        TwoLayerExperiment[] Trained(IReadOnlyList<TwoLayerExperiment> settings) =>
            [.. settings.Select(setting => setting.TrainedBy(engine))];
    }

    /// <summary>Every profile, in the order in which help lists them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Paper, Quick];

    private static Profile Of(string name, int replicas, ProfileSizes sizes)
    {
        var atPointNine = new OneLayerParameters { SampleRatio = 0.9, InputDimension = sizes.InputDimension };
        return new Profile
        {
            Name = name,
            Replicas = replicas,
            Studies =
            [
                new SampleRatioStudy
                {
                    Curves = [sizes.Curve(0.1), sizes.Curve(0.9), sizes.Curve(1.5)],
                    Times = [.. sizes.MeasuredSampleRatios.Select(sizes.Time)],
                    SampleRatios =
                    [
                        .. Enumerable
                            .Range(1, sizes.TheoryPoints)
                            .Select(i => (double)i / (sizes.TheoryPoints + 1)),
                    ],
                    Epsilons = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9],
                },
                new OutputDimensionStudy
                {
                    Curves = [.. sizes.OutputDimensions.Select(outputs => sizes.Curve(0.9, outputs))],
                    Times =
                    [
                        .. SupplementaryStudies
                            .AroundLongest.Except(sizes.OutputDimensions)
                            .Select(outputs => SupplementaryStudies.TimesOf(sizes.Curve(0.9, outputs))),
                    ],
                    SampleRatios = [0.1, 0.5, 0.7, 0.9, 0.95],
                    LargestOutputDimension = 1000,
                },
                new WeightDecayStudy
                {
                    Curves =
                    [
                        .. new[] { 1e-5, 1e-3, 1e-2 }.Select(gamma => sizes.Curve(0.9, weightDecay: gamma)),
                    ],
                    SampleRatios = [0.3, 0.5, 0.7, 0.9, 0.95],
                    WeightDecays = LogLog.Space(1e-6, 0.1, (3 * sizes.TheoryPoints / 2) + 1),
                },
                new PhaseDiagramStudy
                {
                    Fixed = atPointNine,
                    Criterion = new AccuracyCriterion(),
                    WeightDecays = LogLog.Space(1e-6, 0.1, sizes.DiagramPoints),
                    SampleRatios =
                    [
                        .. Enumerable
                            .Range(0, sizes.DiagramPoints)
                            .Select(i => 0.02 + (1.96 * i / (sizes.DiagramPoints - 1))),
                    ],
                    OutputDimensions = LogLog.WholeNumbers(1, 1000, sizes.DiagramPoints),
                },
                new HiddenWidthStudy
                {
                    SampleRatio = 0.9,
                    Settings =
                    [
                        .. from gain in new[] { 0.0, 1.0 }
                        from width in sizes.HiddenWidths
                        select sizes.TwoLayers(sizes.InputDimension, width, gain) with
                        {
                            LiteralEpochs = gain == 0 ? sizes.LiteralEpochs : 0,
                        },
                    ],
                    OwnReplicas = 3,
                },
                new GainStudy
                {
                    Settings =
                    [
                        .. new[] { 0, 0.5, 1, 2, 5, 10, 20, 50 }.Select(gain =>
                            sizes.TwoLayers(sizes.GainInputDimension, sizes.HiddenWidths[^1], gain) with
                            {
                                LastEpoch = 100_000,
                                ScoresFreshSamples = false, // losses and times are all that is asked
                            }
                        ),
                    ],
                    OwnReplicas = 3,
                },
                new OverparameterizedStudy
                {
                    Setting = sizes.TwoLayers(sizes.GainInputDimension, sizes.HiddenWidths[^1], gain: 0) with
                    {
                        TrainingSamples = Setting.TrainingSamples(sizes.GainInputDimension, 1.5),
                    },
                    OwnReplicas = 3,
                },
                new LateTimeStudy
                {
                    Parameters = atPointNine,
                    Epochs = LogLog.Space(1, 1e6, (6 * sizes.PointsPerDecade) + 1),
                },
                .. SupplementaryStudies.Of(
                    (lambda, outputs) => sizes.Curve(lambda, outputs),
                    atPointNine,
                    sizes.OutputDimensions
                ),
            ],
        };
    }
}
