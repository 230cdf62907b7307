using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One setting of the one-layer network while it learns, measured over replicas and predicted.</summary>
public sealed record CurveComparison
{
    /// <summary>λ = d_in/N_tr as the paper quotes it; the whole number of samples realises it as closely as it can.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>N_tr.</summary>
    public required int TrainingSamples { get; init; }

    /// <summary>How many fresh samples measured the generalisation accuracy.</summary>
    public required int TestSamples { get; init; }

    /// <summary>d_out.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>γ.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Losses and accuracies.</summary>
    public required LearningComparison Curves { get; init; }

    /// <summary>How far L_tr is from theory while theory's is at least L*.</summary>
    public required LossDeviation TrainingDeviation { get; init; }

    /// <summary>The same of L_gen.</summary>
    public required LossDeviation GeneralizationDeviation { get; init; }

    /// <summary>t*_tr, t*_gen and Δt, measured and predicted.</summary>
    public required GrokkingTimeComparison Times { get; init; }

    /// <summary>The panels "losses" and "accuracies" of several settings that share their epochs.</summary>
    internal static IEnumerable<DataTable> Tables(IReadOnlyList<CurveComparison> settings) =>
        LearningComparison.Tables([.. settings.Select(setting => (setting.Label, setting.Curves))]);

    private string Label => $"lambda={SampleRatio:R},d_out={OutputDimension},gamma={WeightDecay:R}";
}
