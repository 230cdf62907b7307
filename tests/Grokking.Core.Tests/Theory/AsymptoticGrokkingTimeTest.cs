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

    [Fact]
    public void Eq_26_is_what_is_printed()
    {
        const double ratio = 0.5;
        const double epsilon = 1e-6;
        double root = Math.Sqrt(ratio);
        double argument =
            2
            * Math.Pow(2 - (2 * root), 2.0 / 3)
            / (3 * Math.Cbrt(Math.PI) * root * Math.Pow(epsilon, 2.0 / 3));
        double printed =
            (Math.Log(1 / (1 - root)) / (2 * Rate * (1 - root) * (1 - root)))
            + (
                3
                / (8 * Rate * (1 - root) * (1 - root))
                * Math.Log(1 + (Math.Log(Math.Pow(1 - root, 4.0 / 3)) / Math.Log(argument)))
            );
        Approximately.Equal(
            printed,
            AsymptoticGrokkingTime.RefinedDifference(ratio, Rate, epsilon)!.Value,
            1e-13
        );
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
        // At the paper's own λ and ε the logarithm of a negative number: A (1−√λ)^{4/3} = 0.2.
        Assert.Null(AsymptoticGrokkingTime.RefinedDifference(0.9, Rate, 1e-3));
        Assert.Null(AsymptoticGrokkingTime.RefinedDifference(0.9, Rate, 9.1e-5));
        Assert.NotNull(AsymptoticGrokkingTime.RefinedDifference(0.9, Rate, 8.9e-5));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticGrokkingTime.Difference(double.NaN, Rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticGrokkingTime.TrainingTime(0.5, Rate, 0));
    }
}
