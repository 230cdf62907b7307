using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class ClosedFormsTest
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(30)]
    public void Eq_9_as_printed_is_the_Bessel_form(double ratio)
    {
        Assert.Equal(1, ClosedForms.TrainingLossAsPrinted(ratio, 0));
        for (double etaTime = 1e-3; 4 * (1 + ratio) * etaTime < 690; etaTime *= 1.7)
        {
            double tolerance = 1e-15 * (10 + (8 * (1 + ratio) * etaTime)); // the exponents' rounding
            Approximately.Equal(
                ClosedForms.TrainingLoss(ratio, etaTime),
                ClosedForms.TrainingLossAsPrinted(ratio, etaTime),
                tolerance
            );
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(0.999999)]
    [InlineData(1)]
    [InlineData(1.000001)]
    [InlineData(1.5)]
    [InlineData(100)]
    public void L_gen_is_the_expectation(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        SpectralMeasure measure = law.Measure();
        for (double s = 1e-6; s * law.LowerEdge < 300 && s < 1e20; s *= 7)
        {
            double expected = measure.Expectation(node => Math.Exp(-s * node)).Value;
            Approximately.Equal(expected, ClosedForms.GeneralizationLoss(ratio, s / 4), 2e-12, $"s = {s}");
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    public void L_gen_falls_by_L_tr(double ratio)
    {
        foreach (double etaTime in new[] { 0.01, 0.3, 2 })
        {
            double h = 1e-4 * etaTime;
            double slope =
                (
                    ClosedForms.GeneralizationLoss(ratio, etaTime + h)
                    - ClosedForms.GeneralizationLoss(ratio, etaTime - h)
                ) / (8 * h); // by s = 4ηt
            Approximately.Equal(-ClosedForms.TrainingLoss(ratio, etaTime), slope, 1e-7); // h² and 1e-16/h
        }
    }

    [Fact]
    public void Starts_and_limits()
    {
        foreach (double ratio in new[] { 0.01, 0.9, 1, 1.1, 50 })
        {
            Assert.Equal(1, ClosedForms.TrainingLoss(ratio, 0), 1e-15);
            Assert.Equal(1, ClosedForms.GeneralizationLoss(ratio, 0), 1e-13); // terms of order 1/λ cancel
            double limit = Math.Max(0, 1 - (1 / ratio));
            Assert.Equal(limit, ClosedForms.GeneralizationLoss(ratio, 1e12), 1e-6);
        }
    }

    [Fact]
    public void Refuses_the_printed_form_where_it_overflows() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClosedForms.TrainingLossAsPrinted(0.9, 1000));
}
