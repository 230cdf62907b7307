using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How signs of the paper that are no numbers are read where a claim or a formula is put to the test.</summary>
internal static class Readings
{
    /// <summary>
    /// ηt ≫ √λ is read as ηt ≥ 10 √λ: the least that it can mean, so that a form must hold from there on. Where a formula is
    /// right only within narrower bounds, those are found, not read off a sign: each is written beside its formula.
    /// </summary>
    public const double MuchLarger = 10;

    /// <summary>≃ between a printed form and exact theory.</summary>
    public static readonly Tolerance Approximately = new(0.1, "≃ is read as to a tenth");

    /// <summary>≃ between losses of two-layer networks and their prediction, |log(measured/predicted)|.</summary>
    public static readonly Tolerance TwoLayerLosses = new(
        Math.Log(1.25),
        "a quarter either way: the kernel of d_out outputs at finite d_h is not its mean"
    );
}
