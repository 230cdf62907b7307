using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Where does accuracy tend as d_out grows? (§3.2) Looked at after one epoch, when L is still known.</summary>
public sealed record ManyOutputsStudy : IStudy<ManyOutputsResult>
{
    /// <inheritdoc/>
    public string Id => "many-outputs";

    /// <summary>Settings that record their first epoch, each with its own d_out and ε.</summary>
    public required IReadOnlyList<OneLayerExperiment> Settings { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Settings;

    /// <inheritdoc/>
    public ManyOutputsResult Assemble(Measurements measurements, Execution execution) =>
        new() { Accuracies = [.. Settings.Select(one => Measure(one, measurements))] };

    private static FirstAccuracy Measure(OneLayerExperiment experiment, Measurements measurements)
    {
        LearningCurves[] curves = [.. measurements[experiment].Select(result => result.Curves!)];
        double loss = new OneLayerTheory(experiment.ToTheory())
            .GeneralizationLoss.At(curves[0].Grid.Epochs[0])
            .Value;
        return new FirstAccuracy(
            experiment.OutputDimension,
            experiment.Criterion.Epsilon,
            loss,
            experiment.TestSamples,
            SampleSummary.Of([.. curves.Select(one => one.GeneralizationAccuracy[0])]),
            AccuracyLaw.Accuracy(loss, experiment.OutputDimension, experiment.Criterion.Epsilon)
        );
    }
}
