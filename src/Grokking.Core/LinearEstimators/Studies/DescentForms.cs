using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Gradient flow beside the gradient descent that it stands for.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="LargestLossDeviation">
/// The largest |log(L flow / L descent)| of either loss at any epoch until its accuracy reaches its level.
/// </param>
/// <param name="FlowDifference">Δt by flow.</param>
/// <param name="DescentDifference">Δt by descent.</param>
public sealed record DescentForms(
    double SampleRatio,
    double LargestLossDeviation,
    double FlowDifference,
    double DescentDifference
)
{
    internal static DescentForms At(OneLayerParameters parameters)
    {
        var criterion = new AccuracyCriterion();
        var flow = new OneLayerTheory(parameters);
        var descent = new OneLayerTheory(parameters, Dynamics.Descent);
        GrokkingTime exact = GrokkingTheory.Times(descent, criterion);
        return new DescentForms(
            parameters.SampleRatio,
            Math.Max(
                Largest(flow.TrainingLoss, descent.TrainingLoss, exact.Training.Time!.Value),
                Largest(flow.GeneralizationLoss, descent.GeneralizationLoss, exact.Generalization.Time!.Value)
            ),
            GrokkingTheory.Times(flow, criterion).Difference!.Value,
            exact.Difference!.Value
        );
    }

    private static double Largest(LossCurve flow, LossCurve descent, double last) =>
        TimeGrid
            .Logarithmic((long)Math.Ceiling(last), pointsPerDecade: 16)
            .Epochs.Max(t => Math.Abs(flow.LogAt(t).Value - descent.LogAt(t).Value));
}
