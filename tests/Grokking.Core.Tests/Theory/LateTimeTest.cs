using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class LateTimeTest
{
    private static double Error(
        Func<double, double, double> approximation,
        Func<double, double, double> exact,
        double ratio,
        double etaTime
    ) => (approximation(ratio, etaTime) / exact(ratio, etaTime)) - 1;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1)]
    [InlineData(2)]
    public void Eq_22_errs_by_the_next_term_of_Hankel_s_expansion(double ratio)
    {
        double etaTime = 400 / Math.Sqrt(ratio);
        if (4 * new MarchenkoPastur(ratio).LowerEdge * etaTime > 600)
            etaTime = 150 / new MarchenkoPastur(ratio).LowerEdge;
        double error = Error(LateTime.TrainingLoss, ClosedForms.TrainingLoss, ratio, etaTime);
        double next = 3 / (64 * Math.Sqrt(ratio) * etaTime);
        Assert.Equal(1, error / next, 0.01);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Eq_11_for_generalisation_errs_by_first_order_in_the_edge_s_time(double ratio)
    {
        double edge = new MarchenkoPastur(ratio).LowerEdge;
        double Scaled(double exponent) =>
            Error(LateTime.GeneralizationLoss, ClosedForms.GeneralizationLoss, ratio, exponent / 4 / edge)
            * exponent;
        // ∫_s^∞ s^{−3/2} e^{−cs} ds = s^{−3/2} e^{−cs}/c (1 − 3/(2cs) + …), and eq. 22 itself errs by 3/(16√λ s).
        double limit = 1.5 + (3 * edge / (16 * Math.Sqrt(ratio)));
        Assert.Equal(limit, Scaled(300), 0.01);
        Assert.Equal(2, (Scaled(150) - limit) / (Scaled(300) - limit), 0.1); // what is left falls like 1/t
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.9999)]
    [InlineData(1)]
    public void Eq_23_is_eq_22_integrated(double ratio)
    {
        double etaTime = 3;
        double end = ratio == 1 ? 1e10 : 60 / new MarchenkoPastur(ratio).LowerEdge;
        // In log t; what lies beyond the end is the rest of the formula.
        double integral = Simpson.Integrate(
            u => 4 * Math.Exp(u) * LateTime.TrainingLoss(ratio, Math.Exp(u)),
            Math.Log(etaTime),
            Math.Log(end)
        );
        double expected = integral + LateTime.RefinedGeneralizationLoss(ratio, end);
        Approximately.Equal(expected, LateTime.RefinedGeneralizationLoss(ratio, etaTime), 1e-9);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(1)]
    public void Eq_23_is_uniformly_as_good_as_eq_22(double ratio)
    {
        foreach (double etaTime in new[] { 1.0, 10, 100, 1000 })
        {
            double error = Error(
                LateTime.RefinedGeneralizationLoss,
                ClosedForms.GeneralizationLoss,
                ratio,
                etaTime
            );
            Assert.InRange(error * etaTime * Math.Sqrt(ratio), 0, 1.4 * 3 / 64);
        }
    }

    [Fact]
    public void Refuses_ratios_where_the_forms_do_not_hold()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LateTime.GeneralizationLoss(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LateTime.RefinedGeneralizationLoss(1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LateTime.TrainingLoss(0.9, 0));
    }
}
