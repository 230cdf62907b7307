using Grokking.LinearEstimators.Theory;
using MathNet.Numerics;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Both sides of ₀F̃₁(a; z) = ₀F₁(a; z) Γ(a), by which the text beside eq. 9 explains ₀F̃₁.</summary>
/// <param name="Parameter">a.</param>
/// <param name="Argument">z.</param>
/// <param name="Regularized">₀F̃₁(a; z).</param>
/// <param name="AsPrinted">₀F₁(a; z) Γ(a); ₀F₁(a; z)/Γ(a) would be right.</param>
public sealed record GlossForms(double Parameter, double Argument, double Regularized, double AsPrinted)
{
    internal static GlossForms At(double parameter, double argument) =>
        new(
            parameter,
            argument,
            Hypergeometric.Regularized(parameter, argument),
            Hypergeometric.Plain(parameter, argument) * SpecialFunctions.Gamma(parameter)
        );
}
