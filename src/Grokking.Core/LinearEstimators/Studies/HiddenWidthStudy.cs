using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Does the one-layer theory carry over to two layers, linear and tanh? (figure 5)</summary>
public sealed record HiddenWidthStudy : IStudy<HiddenWidthResult>
{
    /// <inheritdoc/>
    public string Id => "hidden-width";

    /// <summary>λ as the paper's other figures quote it; the caption of its figure 5 gives none.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>The settings, all with the same epochs.</summary>
    public required IReadOnlyList<TwoLayerExperiment> Settings { get; init; }

    /// <summary>Replicas unless the user asks for another number: two layers cost a hundred times one.</summary>
    public required int? OwnReplicas { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Settings;

    /// <inheritdoc/>
    public HiddenWidthResult Assemble(Measurements measurements, Execution execution) =>
        new([
            .. Settings.Select(setting =>
                Compare(
                    setting,
                    measurements[setting],
                    setting.Gain == 0
                        ? null
                        : measurements[
                            Settings.Single(other =>
                                other with
                                {
                                    LiteralEpochs = setting.LiteralEpochs,
                                } == setting with { Gain = 0 }
                            )
                        ]
                )
            ),
        ]);

    private HiddenWidthComparison Compare(
        TwoLayerExperiment setting,
        IReadOnlyList<TwoLayerResult> replicas,
        IReadOnlyList<TwoLayerResult>? linearReplicas
    )
    {
        // The paper's question is whether the linear theory holds, for tanh as well: the theory has no gain.
        TwoLayerExperiment linear = setting with
        {
            Gain = 0,
        };
        var expected = TwoLayerTheory.Expected(linear);
        var printed = TwoLayerTheory.AsPrinted(linear);
        TwoLayerTheory[] frozen = [.. replicas.Select(replica => FrozenKernel(linear, replica))];
        GrokkingTime[] frozenTimes = [.. frozen.Select(theory => theory.Times(setting.Criterion))];
        LearningCurves[] curves = [.. replicas.Select(replica => replica.Curves)];
        TwoLayerDeviation[] fromTheory = [.. curves.Select(curve => TwoLayerDeviation.Of(curve, expected))];
        TwoLayerDeviation[] fromPrinted = [.. curves.Select(curve => TwoLayerDeviation.Of(curve, printed))];
        GrokkingTime expectedTimes = expected.Times(setting.Criterion);
        GrokkingTime printedTimes = printed.Times(setting.Criterion);
        var comparison = LearningComparison.Of(
            curves,
            [.. replicas.Select(replica => replica.GrokkingTime)],
            t => expected.TrainingLoss(t).Value,
            t => expected.GeneralizationLoss(t).Value,
            expectedTimes,
            setting.OutputDimension,
            setting.Criterion
        );
        var frozenPrediction = FrozenPrediction.Of(frozen[0], comparison.Epochs, setting);
        return new HiddenWidthComparison
        {
            SampleRatio = SampleRatio,
            TrainingSamples = setting.TrainingSamples,
            HiddenWidth = setting.HiddenWidth,
            OutputDimension = setting.OutputDimension,
            Gain = setting.Gain,
            Curves = comparison,
            FrozenKernel = frozenPrediction,
            OverTheory = LossesOverTheory.Of(comparison, frozenPrediction),
            Weights = Weights(replicas, comparison.Epochs, expected),
            WeightsAsPrinted = [.. comparison.Epochs.Select(t => 0.5 + printed.WeightsChange(t).Value)],
            WeightsChange = OverReplicas((norms, initial) => norms.Weights - initial.Weights),
            OutputWeights = OverReplicas((norms, _) => norms.Output),
            Distance = OverReplicas((norms, _) => norms.Distance),
            LargestWeightsChange = SampleSummary.Of([
                .. replicas.Select(one =>
                    one.Norms.Max(norms => Math.Abs((norms.Weights / one.InitialNorms.Weights) - 1))
                ),
            ]),
            Training = Time(time => time.Training.Time),
            Generalization = Time(time => time.Generalization.Time),
            Difference = Time(time => time.Difference),
            InitialDistance = SampleSummary.Of([
                .. replicas.Select(replica => replica.InitialNorms.Distance),
            ]),
            FirstGeneralizationLoss = SampleSummary.Of([.. curves.Select(one => one.GeneralizationLoss[0])]),
            ExpectedInitialDistance = TwoLayerTheory.MeanDistance(linear),
            InitialWeights = SampleSummary.Of([.. replicas.Select(replica => replica.InitialNorms.Weights)]),
            FromTheory = Largest(fromTheory),
            FromFrozenKernel = Largest(curves.Zip(frozen, TwoLayerDeviation.Of)),
            FromPrinted = Largest(fromPrinted),
            ReplicasFromTheory = Replicas(fromTheory),
            ReplicasFromPrinted = Replicas(fromPrinted),
            ReplicasFromLinear = linearReplicas is null
                ? null
                : Replicas(
                    curves.Zip(linearReplicas, (one, other) => TwoLayerDeviation.Of(one, other.Curves))
                ),
            Gradients = replicas.Max(replica => replica.Gradients),
        };

        SampleSummary[] OverReplicas(Func<TwoLayerNorms, TwoLayerNorms, double> quantity) =>
            [
                .. Enumerable
                    .Range(0, comparison.Epochs.Count)
                    .Select(i =>
                        SampleSummary.Of([
                            .. replicas.Select(one => quantity(one.Norms[i], one.InitialNorms)),
                        ])
                    ),
            ];

        TwoLayerTime Time(Func<GrokkingTime, double?> time)
        {
            double?[] values = [.. replicas.Select(replica => time(replica.GrokkingTime))];
            return new TwoLayerTime(
                values,
                SampleSummary.OfAll(values),
                time(expectedTimes),
                SampleSummary.OfAll([.. frozenTimes.Select(time)])?.Mean,
                time(printedTimes)
            );
        }
    }

    /// <summary>The prediction from all that is drawn at epoch 0: kernel, distances and the spectrum of Σ.</summary>
    internal static TwoLayerTheory FrozenKernel(TwoLayerExperiment setting, TwoLayerResult replica) =>
        TwoLayerTheory.FrozenKernel(
            setting,
            SpectralMeasure.Of(replica.Eigenvalues),
            [.. replica.InitialModes.Select(mode => mode.Eigenvalue)],
            [.. replica.InitialModes.Select(mode => mode.Distance)]
        );

    private static ComparedCurve Weights(
        IReadOnlyList<TwoLayerResult> replicas,
        IReadOnlyList<double> epochs,
        TwoLayerTheory theory
    )
    {
        double[][] h =
        [
            .. replicas.Select(replica => replica.Norms.Select(norms => norms.Weights).ToArray()),
        ];
        IEnumerable<int> points = Enumerable.Range(0, epochs.Count);
        return new ComparedCurve(
            h[0],
            [.. points.Select(i => h.Average(one => one[i]))],
            [.. points.Select(i => h.Min(one => one[i]))],
            [.. points.Select(i => h.Max(one => one[i]))],
            [.. epochs.Select(t => 0.5 + theory.WeightsChange(t).Value)]
        );
    }

    private static SampleSummary Replicas(IEnumerable<TwoLayerDeviation> deviations) =>
        SampleSummary.Of([.. deviations.Select(one => Math.Max(one.Training, one.Generalization))]);

    private static TwoLayerDeviation Largest(IEnumerable<TwoLayerDeviation> all) =>
        all.Aggregate(
            (one, other) =>
                new TwoLayerDeviation(
                    Math.Max(one.Training, other.Training),
                    Math.Max(one.Generalization, other.Generalization)
                )
        );
}
