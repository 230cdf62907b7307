using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using MathNet.Numerics;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Grokking times of one output without weight decay, exact and by the printed forms, in epochs.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Difference">Exact Δt at the level of the figures, 95 %.</param>
/// <param name="Training">Exact t*_tr at the level of eq. 24, erf √2.</param>
/// <param name="Generalization">Exact t*_gen at that level.</param>
/// <param name="Eq12">Δt by eq. 12.</param>
/// <param name="Eq12NearOne">Δt by the text's limit of eq. 12 for λ → 1.</param>
/// <param name="Eq24Training">t*_tr by eq. 24.</param>
/// <param name="Eq24Generalization">t*_gen by eq. 24.</param>
/// <param name="Eq24WithoutPower">
/// Eq. 24's t*_gen − t*_tr plus 3/(8η(1−√λ)²) log(t*_gen/t*_tr), by which the power of t in eq. 11 brings them together.
/// By w + log w = log x for w = W(x) this is eq. 12.
/// </param>
/// <param name="Eq26">Δt by eq. 26; null where it is no real number.</param>
public sealed record TimeForms(
    double SampleRatio,
    double Epsilon,
    double Difference,
    double Training,
    double Generalization,
    double Eq12,
    double Eq12NearOne,
    double Eq24Training,
    double Eq24Generalization,
    double Eq24WithoutPower,
    double? Eq26
)
{
    internal static TimeForms At(OneLayerParameters parameters, double epsilon)
    {
        var (lambda, eta) = (parameters.SampleRatio, parameters.LearningRate);
        var theory = new OneLayerTheory(parameters);
        var criterion = new AccuracyCriterion { Epsilon = epsilon };
        GrokkingTime shown = GrokkingTheory.Times(theory, criterion);
        GrokkingTime asymptotic = GrokkingTheory.Times(
            theory,
            criterion with
            {
                Level = SpecialFunctions.Erf(Math.Sqrt(2)),
            }
        );
        double first = AsymptoticGrokkingTime.TrainingTime(lambda, eta, epsilon)!.Value;
        double second = AsymptoticGrokkingTime.GeneralizationTime(lambda, eta, epsilon)!.Value;
        double gap = (1 - lambda) / (1 + Math.Sqrt(lambda));
        return new TimeForms(
            lambda,
            epsilon,
            shown.Difference!.Value,
            asymptotic.Training.Time!.Value,
            asymptotic.Generalization.Time!.Value,
            AsymptoticGrokkingTime.Difference(lambda, eta)!.Value,
            AsymptoticGrokkingTime.DifferenceNearOne(lambda, eta)!.Value,
            first,
            second,
            second - first + (3 / (8 * eta * gap * gap) * Math.Log(second / first)),
            AsymptoticGrokkingTime.RefinedDifference(lambda, eta, epsilon)
        );
    }
}
