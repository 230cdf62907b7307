using System.Numerics;
using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

namespace Grokking.Core.Tests.Theory;

public sealed class AsymptoticGrokkingTimeTest
{
    private const double Rate = 0.01;

    [Theory]
    [InlineData(0.1, 1e-3)]
    [InlineData(0.3, 1e-6)]
    [InlineData(0.5, 0.1)]
    public void Eq_24_is_what_is_printed(double ratio, double epsilon)
    {
        double root = Math.Sqrt(ratio);
        double scale = 3 / (8 * Rate * (1 - root) * (1 - root));
        double power = Math.Pow(epsilon, 2.0 / 3);
        double sixth =
            Math.Pow(ratio, 1.5)
            + Math.Pow(ratio, -1.5)
            - (6 * ratio)
            + (15 * root)
            - (6 / ratio)
            + (15 / root)
            - 20;
        double second = Math.Pow(ratio, -1.5) + (1 / root) - (2 / ratio);
        double training =
            scale * LambertW.Principal(2 * Math.Cbrt(4) / (3 * power) * Math.Cbrt(sixth / Math.PI));
        double generalization =
            scale * LambertW.Principal(Math.Pow(2, 5.0 / 3) / (3 * power) * Math.Cbrt(second / Math.PI));
        // The printed polynomial cancels from 15/√λ to (1−√λ)⁶/λ^{3/2}: by 1e3 at λ = 0.5, more above.
        Approximately.Equal(
            training,
            AsymptoticGrokkingTime.TrainingTime(ratio, Rate, epsilon)!.Value,
            1e-11
        );
        Approximately.Equal(
            generalization,
            AsymptoticGrokkingTime.GeneralizationTime(ratio, Rate, epsilon)!.Value,
            1e-13
        );
    }

    [Theory]
    [InlineData(0.1, 1e-3)]
    [InlineData(0.9, 1e-3)]
    [InlineData(0.9, 1e-9)]
    [InlineData(0.99999, 1e-6)]
    public void Eq_24_solves_eq_11_at_a_quarter_of_epsilon(double ratio, double epsilon)
    {
        double training = AsymptoticGrokkingTime.TrainingTime(ratio, Rate, epsilon)!.Value;
        double generalization = AsymptoticGrokkingTime.GeneralizationTime(ratio, Rate, epsilon)!.Value;
        // The loss turns the times' 1e-15 into as many times the exponent.
        Approximately.Equal(epsilon / 4, LateTime.TrainingLoss(ratio, Rate * training), 1e-12);
        Approximately.Equal(epsilon / 4, LateTime.GeneralizationLoss(ratio, Rate * generalization), 1e-12);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Eq_12_is_eq_24_as_epsilon_vanishes_and_eq_26_gets_there_sooner(double ratio)
    {
        double leading = AsymptoticGrokkingTime.Difference(ratio, Rate)!.Value;
        double previous = double.PositiveInfinity;
        foreach (double epsilon in new[] { 1e-10, 1e-50, 1e-250 })
        {
            double lambert =
                AsymptoticGrokkingTime.GeneralizationTime(ratio, Rate, epsilon)!.Value
                - AsymptoticGrokkingTime.TrainingTime(ratio, Rate, epsilon)!.Value;
            double refined = AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, epsilon)!.Value;
            double error = Math.Abs((leading / lambert) - 1);
            Assert.InRange(error, 0, previous);
            Assert.InRange(Math.Abs((refined / lambert) - 1), 0, 0.4 * error);
            previous = error;
        }
        Assert.InRange(previous, 0, 0.005); // log-slow: 1/log(1/ε)
    }

    // On both sides of the band in which it is not real; the third is eq. 26 at A < 1, where both its logarithms are negative.
    [Theory]
    [InlineData(0.5, 1e-6)]
    [InlineData(0.9, 1e-5)]
    [InlineData(0.9, 0.1)]
    [InlineData(0.99, 0.1)]
    public void Eq_26_is_what_is_printed(double ratio, double epsilon) =>
        Approximately.Equal(
            Eq26AsPrinted(ratio, epsilon),
            AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, epsilon)!.Value,
            1e-11 // 1 − √λ as printed loses two digits at λ = 0.99
        );

    [Theory]
    [InlineData(0.5, 1e-6)]
    [InlineData(0.9, 1e-5)]
    [InlineData(0.9, 0.1)]
    public void Eq_26_is_the_difference_of_complex_logarithms_in_eq_24(double ratio, double epsilon)
    {
        double gap = 1 - Math.Sqrt(ratio);
        Complex difference =
            W(InnerArgument(ratio, epsilon)) - W(InnerArgument(ratio, epsilon) * Math.Pow(gap, 4.0 / 3));
        Assert.Equal(0, difference.Imaginary, 1e-12);
        Approximately.Equal(
            3 / (8 * Rate * gap * gap) * difference.Real,
            AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, epsilon)!.Value,
            1e-11
        );

        static Complex W(double x) => Complex.Log(x) - Complex.Log(Complex.Log(x));
    }

    [Fact]
    public void Eq_26_for_large_epsilon_is_real_and_wrong_by_factors() =>
        // The exact Δt is 1917 epochs (95 %): eq. 12 has 29 times, eq. 26 43 times as many.
        Assert.Equal(83_089.35325, AsymptoticGrokkingTime.RefinedDifference(0.9, Rate, 0.1)!.Value, 1e-4);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void Eq_26_is_no_real_number_in_a_band_of_epsilon(double ratio)
    {
        double gap = 1 - Math.Sqrt(ratio);
        // A = 1 and A (1−√λ)^{4/3} = 1 solved for ε.
        double upper = 4 * Math.Sqrt(2) * gap / (Math.Sqrt(27 * Math.PI) * Math.Pow(ratio, 0.75));
        double lower = upper * gap * gap;
        foreach (double inside in new[] { 1.001 * lower, Math.Sqrt(lower * upper), 0.999 * upper })
        {
            Assert.Null(AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, inside));
            Assert.False(double.IsFinite(Eq26AsPrinted(ratio, inside)));
        }
        foreach (double outside in new[] { 0.999 * lower, 1.001 * upper })
            Assert.NotNull(AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, outside));
    }

    private static double Eq26AsPrinted(double ratio, double epsilon)
    {
        double root = Math.Sqrt(ratio);
        return (Math.Log(1 / (1 - root)) / (2 * Rate * (1 - root) * (1 - root)))
            + (
                3
                / (8 * Rate * (1 - root) * (1 - root))
                * Math.Log(
                    1 + (Math.Log(Math.Pow(1 - root, 4.0 / 3)) / Math.Log(InnerArgument(ratio, epsilon)))
                )
            );
    }

    /// <summary>A as eq. 26 prints it.</summary>
    private static double InnerArgument(double ratio, double epsilon)
    {
        double root = Math.Sqrt(ratio);
        return 2
            * Math.Pow(2 - (2 * root), 2.0 / 3)
            / (3 * Math.Cbrt(Math.PI) * root * Math.Pow(epsilon, 2.0 / 3));
    }

    [Fact]
    public void The_form_near_one_is_eq_12_there()
    {
        double ratio = 1 - 1e-7;
        Approximately.Equal(
            AsymptoticGrokkingTime.Difference(ratio, Rate)!.Value,
            AsymptoticGrokkingTime.DifferenceNearOne(ratio, Rate)!.Value,
            1e-7
        );
    }

    [Fact]
    public void Outside_their_domain_there_is_no_value()
    {
        foreach (double ratio in new[] { 1, 1.5 })
        {
            Assert.Null(AsymptoticGrokkingTime.Difference(ratio, Rate));
            Assert.Null(AsymptoticGrokkingTime.DifferenceNearOne(ratio, Rate));
            Assert.Null(AsymptoticGrokkingTime.TrainingTime(ratio, Rate, 1e-3));
            Assert.Null(AsymptoticGrokkingTime.GeneralizationTime(ratio, Rate, 1e-3));
            Assert.Null(AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, 1e-3));
        }
        // At the paper's own λ and ε the logarithm of a negative number: A = 10.5, A (1−√λ)^{4/3} = 0.2.
        Assert.Null(AsymptoticGrokkingTime.RefinedDifference(0.9, Rate, 1e-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticGrokkingTime.Difference(double.NaN, Rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticGrokkingTime.TrainingTime(0.5, Rate, 0));
    }
}
