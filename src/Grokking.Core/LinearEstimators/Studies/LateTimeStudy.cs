using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How late is late? The exact losses against eqs 11, 22 and 23. (figure 6; theory alone)</summary>
public sealed record LateTimeStudy : IStudy<LateTimeResult>
{
    /// <inheritdoc/>
    public string Id => "late-times";

    /// <summary>The model; λ &lt; 1, γ = 0.</summary>
    public required OneLayerParameters Parameters { get; init; }

    /// <summary>Epochs at which losses are given, increasing, positive.</summary>
    public required IReadOnlyList<double> Epochs { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => [];

    /// <inheritdoc/>
    public LateTimeResult Assemble(Measurements measurements, Execution execution)
    {
        var theory = new OneLayerTheory(Parameters);
        double[] training = [.. Epochs.Select(t => theory.TrainingLoss.At(t).Value)];
        double[] generalization = [.. Epochs.Select(t => theory.GeneralizationLoss.At(t).Value)];
        return new LateTimeResult
        {
            SampleRatio = Parameters.SampleRatio,
            Epochs = Epochs,
            TrainingLoss = training,
            GeneralizationLoss = generalization,
            Forms =
            [
                Form(
                    "training-loss.eq_22",
                    t => LateTime.TrainingLoss(Parameters.SampleRatio, Parameters.LearningRate * t),
                    training
                ),
                Form(
                    "generalization-loss.eq_23",
                    t =>
                        LateTime.RefinedGeneralizationLoss(
                            Parameters.SampleRatio,
                            Parameters.LearningRate * t
                        ),
                    generalization
                ),
                Form(
                    "generalization-loss.eq_11",
                    t => LateTime.GeneralizationLoss(Parameters.SampleRatio, Parameters.LearningRate * t),
                    generalization
                ),
            ],
        };
    }

    private LateTimeForm Form(string name, Func<double, double> form, double[] exact)
    {
        double[] values = [.. Epochs.Select(form)];
        return new LateTimeForm(
            name,
            values,
            [.. values.Zip(exact, (value, loss) => Math.Abs((value / loss) - 1))]
        );
    }
}
