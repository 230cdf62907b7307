using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What do noisy labels do to a student? (figure S1)</summary>
public sealed record LabelNoiseStudy : IStudy<LabelNoiseResult>
{
    /// <inheritdoc/>
    public string Id => "label-noise";

    /// <summary>The same setting at several σ, of which the first is 0; γ = 0.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <summary>λ at which the excess is given for t → ∞, in (0, 1).</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public LabelNoiseResult Assemble(Measurements measurements, Execution execution)
    {
        IReadOnlyList<OneLayerResult> clean = measurements[Curves[0].Experiment];
        return new LabelNoiseResult
        {
            SampleRatio = Curves[0].SampleRatio,
            TrainingSamples = Curves[0].Experiment.TrainingSamples,
            Settings = [.. Curves.Select(setting => Compare(setting, measurements[setting.Experiment]))],
            Excesses =
            [
                .. Curves.Skip(1).Select(setting => Excess(setting, measurements[setting.Experiment], clean)),
            ],
            SampleRatios = SampleRatios,
            FinalExcesses =
            [
                .. SampleRatios.Select(lambda =>
                    new LabelNoiseTheory(
                        Curves[0].Experiment.ToTheory() with
                        {
                            SampleRatio = lambda,
                        },
                        labelNoise: 1
                    ).GeneralizationExcess(double.PositiveInfinity)
                ),
            ],
        };
    }

    private static NoiseExcess Excess(
        Setting setting,
        IReadOnlyList<OneLayerResult> noisy,
        IReadOnlyList<OneLayerResult> clean
    )
    {
        double noise = setting.Experiment.LabelNoise;
        var theory = new LabelNoiseTheory(setting.Experiment.ToTheory(), noise);
        return new NoiseExcess(
            noise,
            SampleSummary.Of([
                .. noisy.Zip(clean, (one, other) => (Last(one) - Last(other)) / noise / noise),
            ]),
            theory.GeneralizationExcess(setting.Experiment.LastEpoch)
        );

        static double Last(OneLayerResult result) => result.Curves!.GeneralizationLoss[^1];
    }

    private static NoisySetting Compare(Setting setting, IReadOnlyList<OneLayerResult> replicas)
    {
        OneLayerExperiment experiment = setting.Experiment;
        var theory = new LabelNoiseTheory(experiment.ToTheory(), experiment.LabelNoise);
        double threshold = AccuracyLaw.ThresholdLoss(experiment.OutputDimension, experiment.Criterion);
        var predicted = new GrokkingTime(
            FirstBelow(theory.TrainingLoss, threshold, replicas[0].Curves!.Grid),
            FirstBelow(theory.GeneralizationLoss, threshold, replicas[0].Curves!.Grid)
        );
        return new NoisySetting(
            experiment.LabelNoise,
            LearningComparison.Of(
                [.. replicas.Select(replica => replica.Curves!)],
                [.. replicas.Select(replica => replica.GrokkingTime)],
                theory.TrainingLoss,
                theory.GeneralizationLoss,
                predicted,
                experiment.OutputDimension,
                experiment.Criterion
            )
        );
    }

    /// <summary>
    /// Where a loss that need not be monotone first meets L*: between the first epoch of the grid at which it does and
    /// the one before.
    /// </summary>
    private static ThresholdCrossing FirstBelow(Func<double, double> loss, double threshold, TimeGrid grid)
    {
        if (loss(0) <= threshold)
            return new ThresholdCrossing.Initially();
        double above = 0;
        foreach (long epoch in grid.Epochs)
        {
            double below = epoch;
            if (loss(below) > threshold)
            {
                above = below;
                continue;
            }
            while (below - above > 1e-10 * below)
            {
                double middle = (above + below) / 2;
                (above, below) = loss(middle) > threshold ? (middle, below) : (above, middle);
            }
            return new ThresholdCrossing.Reached(below);
        }
        return new ThresholdCrossing.NotReachedBy(above);
    }
}
