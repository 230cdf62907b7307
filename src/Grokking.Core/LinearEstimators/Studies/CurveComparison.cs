using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One setting while it learns, measured over replicas and predicted.</summary>
public sealed record CurveComparison
{
    /// <summary>λ = d_in/N_tr as the paper quotes it; the whole number of samples realises it as closely as it can.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>N_tr.</summary>
    public required int TrainingSamples { get; init; }

    /// <summary>d_out.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>γ.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>The epochs at which everything below is given.</summary>
    public required IReadOnlyList<double> Epochs { get; init; }

    /// <summary>L_tr, eq. 1.</summary>
    public required ComparedCurve TrainingLoss { get; init; }

    /// <summary>L_gen over the input distribution, eq. 2.</summary>
    public required ComparedCurve GeneralizationLoss { get; init; }

    /// <summary>Fraction of training samples that are correct.</summary>
    public required ComparedCurve TrainingAccuracy { get; init; }

    /// <summary>Fraction of fresh samples that are correct.</summary>
    public required ComparedCurve GeneralizationAccuracy { get; init; }

    /// <summary>t*_tr, t*_gen and Δt, measured and predicted.</summary>
    public required GrokkingTimeComparison Times { get; init; }

    /// <summary>Replica 0 at its t*_tr; null if there is none.</summary>
    public required CrossingMark? MeasuredTrainingMark { get; init; }

    /// <summary>Replica 0 at its t*_gen; null if there is none.</summary>
    public required CrossingMark? MeasuredGeneralizationMark { get; init; }

    /// <summary>Theory at its t*_tr; null if there is none.</summary>
    public required CrossingMark? PredictedTrainingMark { get; init; }

    /// <summary>Theory at its t*_gen; null if there is none.</summary>
    public required CrossingMark? PredictedGeneralizationMark { get; init; }

    /// <summary>The panels "losses" and "accuracies" of several settings that share their epochs.</summary>
    internal static IEnumerable<DataTable> Tables(IReadOnlyList<CurveComparison> settings)
    {
        var epochs = DataColumn.Of("epoch", settings[0].Epochs);
        yield return new DataTable(
            "losses",
            [
                epochs,
                .. settings.SelectMany(s =>
                    s.TrainingLoss.Columns($"training-loss[{s.Label}]")
                        .Concat(s.GeneralizationLoss.Columns($"generalization-loss[{s.Label}]"))
                ),
            ]
        );
        yield return new DataTable(
            "accuracies",
            [
                epochs,
                .. settings.SelectMany(s =>
                    s.TrainingAccuracy.Columns($"training-accuracy[{s.Label}]")
                        .Concat(s.GeneralizationAccuracy.Columns($"generalization-accuracy[{s.Label}]"))
                ),
            ]
        );
    }

    private string Label => $"lambda={SampleRatio:R},d_out={OutputDimension},gamma={WeightDecay:R}";
}
