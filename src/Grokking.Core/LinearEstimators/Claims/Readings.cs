using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How signs of the paper that are no numbers are read, everywhere alike.</summary>
internal static class Readings
{
    /// <summary>a ≫ b is read as a ≥ 10 b: the least that it can mean, so that a form must hold from there on.</summary>
    public const double MuchLarger = 10;

    /// <summary>≃ between a printed form and exact theory.</summary>
    public static readonly Tolerance Approximately = new(0.1, "≃ is read as to a tenth");

    /// <summary>≃ between losses of two-layer networks and their prediction, |log(measured/predicted)|.</summary>
    public static readonly Tolerance TwoLayerLosses = new(
        Math.Log(1.25),
        "a quarter either way: the kernel of d_out outputs at finite d_h is not its mean"
    );
}
