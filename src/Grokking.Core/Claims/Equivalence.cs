namespace Grokking.Claims;

/// <summary>
/// The test behind every verdict. Nearness of two numbers proves nothing while their uncertainty is larger than the
/// tolerance; an interval that lies within the band does, and one that lies outside disproves.
/// </summary>
public static class Equivalence
{
    /// <summary>Compares measured ± uncertainty with predicted ± tolerance, borders included in the band.</summary>
    /// <param name="predicted">What the claim says.</param>
    /// <param name="measured">What was found; null if nothing was measured.</param>
    /// <param name="uncertainty">Half the width of the confidence interval, not negative; null if unknown.</param>
    /// <param name="tolerance">Half the width of the band, not negative.</param>
    public static Verdict Test(double? predicted, double? measured, double? uncertainty, double? tolerance)
    {
        if (predicted is not { } expected || measured is not { } value || tolerance is not { } width)
            return Verdict.NotTested;
        if (uncertainty is not { } error)
            return Verdict.Inconclusive;
        double distance = Math.Abs(value - expected);
        return distance + error <= width ? Verdict.Holds
            : distance - error > width ? Verdict.Fails
            : Verdict.Inconclusive;
    }
}
