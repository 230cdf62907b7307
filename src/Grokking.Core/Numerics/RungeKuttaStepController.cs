namespace Grokking.Numerics;

/// <summary>
/// Chooses step lengths of a second-order method from the scaled error of the last steps: the predictive
/// controller of Watts and Gustafsson, as in RKC.
/// </summary>
internal sealed class RungeKuttaStepController
{
    private const double Caution = 0.8;
    private const double MostGrowth = 10;
    private const double MostShrinkage = 0.1;
    private const double SmallestError = 1e-12; // an error of 0 must not divide

    private double _keptStep = double.NaN;
    private double _keptError;

    /// <summary>The step to try after one that met the tolerance, error ≤ 1.</summary>
    public double AfterKept(double step, double error)
    {
        error = Math.Max(error, SmallestError);
        double factor = Caution / Math.Cbrt(error);
        if (!double.IsNaN(_keptStep))
            factor *= step / _keptStep * Math.Cbrt(_keptError / error);
        (_keptStep, _keptError) = (step, error);
        return step * Math.Clamp(factor, MostShrinkage, MostGrowth);
    }

    /// <summary>The step to try after one that missed the tolerance; an error of NaN shrinks most.</summary>
    public static double AfterRejected(double step, double error) =>
        step * (error > 1 ? Math.Max(Caution / Math.Cbrt(error), MostShrinkage) : MostShrinkage);
}
