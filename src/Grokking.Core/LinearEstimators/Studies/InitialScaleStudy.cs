using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What does it matter how large the student is at first, S → αS? (§3.1.3)</summary>
public sealed record InitialScaleStudy : IStudy<InitialScaleResult>
{
    /// <inheritdoc/>
    public string Id => "initial-scale";

    /// <summary>The same setting at several α, of which the first is 1; γ = 0.</summary>
    public required IReadOnlyList<OneLayerExperiment> Curves { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves;

    /// <inheritdoc/>
    public InitialScaleResult Assemble(Measurements measurements, Execution execution)
    {
        IReadOnlyList<OneLayerResult> plain = measurements[Curves[0]];
        return new InitialScaleResult
        {
            Epochs = [.. plain[0].Curves!.Grid.Epochs.Select(epoch => (double)epoch)],
            Scales =
            [
                .. Curves.Skip(1).Select(scaled => Compare(scaled.StudentScale, measurements[scaled], plain)),
            ],
        };
    }

    private static ScaledStart Compare(
        double scale,
        IReadOnlyList<OneLayerResult> scaled,
        IReadOnlyList<OneLayerResult> plain
    )
    {
        return new ScaledStart(scale, Ratios(one => one.TrainingLoss), Ratios(one => one.GeneralizationLoss));

        SampleSummary[] Ratios(Func<LearningCurves, IReadOnlyList<double>> loss) =>
            [
                .. plain[0]
                    .Curves!.Grid.Epochs.Select(
                        (_, i) =>
                            SampleSummary.Of([
                                .. scaled.Zip(
                                    plain,
                                    (one, other) => loss(one.Curves!)[i] / loss(other.Curves!)[i]
                                ),
                            ])
                    ),
            ];
    }
}
