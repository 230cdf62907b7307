using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Both losses of one output without weight decay, exact and by the printed forms, at one time.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="Lateness">ηt/√λ.</param>
/// <param name="Training">L_tr as the expectation of eq. 8, by quadrature.</param>
/// <param name="Eq9">Eq. 9 as printed; null where its factors overflow.</param>
/// <param name="Eq22">Eq. 22, which is the first of eq. 11.</param>
/// <param name="Generalization">L_gen as the expectation of eq. 8, by quadrature.</param>
/// <param name="ClosedGeneralization">L_gen in closed form, which the paper does not have.</param>
/// <param name="Eq11">Eq. 11; null for λ ≥ 1.</param>
/// <param name="Eq23">Eq. 23; null for λ > 1.</param>
public sealed record LossForms(
    double SampleRatio,
    double Lateness,
    double Training,
    double? Eq9,
    double Eq22,
    double Generalization,
    double ClosedGeneralization,
    double? Eq11,
    double? Eq23
)
{
    // Later losses are near the end of what a double holds.
    private const double Smallest = 1e-250;

    /// <summary>ηt.</summary>
    public double EtaTime => Lateness * Math.Sqrt(SampleRatio);

    /// <summary>(1 − √λ)² ηt, the exponent of eq. 11 but for its factor of 4.</summary>
    public double Exponent => Math.Pow(1 - Math.Sqrt(SampleRatio), 2) * EtaTime;

    /// <summary>The forms at those of the times at which L_tr is not yet below 1e-250.</summary>
    internal static IEnumerable<LossForms> At(double lambda, IEnumerable<double> lateness)
    {
        var parameters = new OneLayerParameters { SampleRatio = lambda, LearningRate = 1 };
        var theory = new OneLayerTheory(parameters);
        foreach (double late in lateness)
        {
            double time = late * Math.Sqrt(lambda);
            double training = theory.TrainingLoss.At(time).Value;
            if (training > Smallest)
                yield return new LossForms(
                    lambda,
                    late,
                    training,
                    8 * Math.Sqrt(lambda) * time <= 700
                        ? ClosedForms.TrainingLossAsPrinted(lambda, time)
                        : null,
                    LateTime.TrainingLoss(lambda, time),
                    theory.GeneralizationLoss.At(time).Value,
                    ClosedForms.GeneralizationLoss(lambda, time),
                    lambda < 1 ? LateTime.GeneralizationLoss(lambda, time) : null,
                    lambda <= 1 ? LateTime.RefinedGeneralizationLoss(lambda, time) : null
                );
        }
    }
}
