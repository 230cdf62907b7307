using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Does a wide hidden layer make a network overparameterised enough that it generalises from fewer samples than inputs?
/// A linear network of two layers at λ > 1, followed to the end.
/// </summary>
public sealed record OverparameterizedStudy : IStudy<OverparameterizedResult>
{
    /// <inheritdoc/>
    public string Id => "overparameterized";

    /// <summary>The setting, linear, with more inputs than samples.</summary>
    public required TwoLayerExperiment Setting { get; init; }

    /// <summary>Replicas unless the user asks for another number.</summary>
    public required int? OwnReplicas { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => [Setting];

    /// <inheritdoc/>
    public OverparameterizedResult Assemble(Measurements measurements, Execution execution)
    {
        IReadOnlyList<TwoLayerResult> replicas = measurements[Setting];
        LearningCurves[] curves = [.. replicas.Select(replica => replica.Curves)];
        var theory = TwoLayerTheory.Expected(Setting);
        return new OverparameterizedResult
        {
            SampleRatio = Setting.SampleRatio,
            HiddenWidth = Setting.HiddenWidth,
            OutputDimension = Setting.OutputDimension,
            LastEpoch = curves[0].Grid.Epochs[^1],
            FinalTraining = Last(curve => curve.TrainingLoss),
            FinalGeneralization = Last(curve => curve.GeneralizationLoss),
            FinalGeneralizationTheory =
                theory.FinalGeneralizationLoss / theory.GeneralizationLoss(curves[0].Grid.Epochs[0]).Value,
        };

        SampleSummary Last(Func<LearningCurves, IReadOnlyList<double>> loss) =>
            SampleSummary.Of([.. curves.Select(curve => loss(curve)[^1] / loss(curve)[0])]);
    }
}
