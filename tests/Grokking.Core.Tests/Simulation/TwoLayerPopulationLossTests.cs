using Grokking.LinearEstimators.Simulation;
using Grokking.Numerics;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerPopulationLossTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(20)]
    public void ItIsTheMeanOverManyFreshSamples(double gain)
    {
        var draw = Draw(Small);
        double exact = Loss(draw.Student, draw.Teacher, gain);
        var samples = new Seed(3).For("population loss", 0, "samples").GaussianMatrix(40_000, 12);
        double[] errors = SampleErrors(draw.Student, draw.Teacher, samples, gain);

        double mean = errors.Average();
        double spread = Math.Sqrt(errors.Average(error => Math.Pow(error - mean, 2)) / errors.Length);
        Assert.Equal(mean, exact, 4 * spread); // four standard errors, about 2 % here
    }

    [Fact]
    public void AUnitWithoutInputsIsOneWithoutOutputs()
    {
        var draw = Draw(Small);
        var (deaf, mute) = (draw.Student.Copy(), draw.Student.Copy());
        for (int i = 0; i < deaf.First.Rows; i++)
            deaf.First[i, 1] = 0;
        mute.Second.Row(1).Clear();
        Assert.Equal(1, Loss(deaf, draw.Teacher, 1) / Loss(mute, draw.Teacher, 1), 1e-13);
    }

    [Theory]
    [InlineData(1, 0.1, 0.3, 0.5)]
    [InlineData(1, 2, 1, -0.7)]
    [InlineData(1, 2, 1, 1e-2)] // where the second term is already small
    [InlineData(3, 2, 3, 0.8)]
    public void TheProductMomentIsTheTwoDimensionalIntegral(
        double gain,
        double left,
        double right,
        double correlation
    )
    {
        // x = z₁, y = ρz₁ + √(1 − ρ²)z₂ on a square grid: the trapezoidal rule is exact here to about 1e-12.
        const double step = 0.05;
        double expected = 0;
        for (double z1 = -8; z1 <= 8; z1 += step)
        for (double z2 = -8; z2 <= 8; z2 += step)
        {
            double y = (correlation * z1) + (Math.Sqrt(1 - (correlation * correlation)) * z2);
            double density = Math.Exp(-((z1 * z1) + (z2 * z2)) / 2) / (2 * Math.PI);
            expected += step * step * density * Math.Tanh(gain * left * z1) * Math.Tanh(gain * right * y);
        }
        expected /= gain * gain;

        // Among others that it must not be mistaken for.
        HermiteSeries[] functions =
        [
            HermiteSeries.OfTanh(gain, 2 * right),
            HermiteSeries.OfTanh(gain, right),
            HermiteSeries.OfTanh(gain, right),
        ];
        var moments = new double[3];
        new HermiteTable(functions).ProductMoments(
            HermiteSeries.OfTanh(gain, left),
            [0.9, correlation, -correlation],
            moments
        );
        double actual = moments[1];
        Assert.Equal(-actual, moments[2]);
        Assert.Equal(1, actual / expected, 1e-9);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(4, 1)]
    public void TheSeriesSumsToTheSecondMoment(double gain, double scale)
    {
        var series = HermiteSeries.OfTanh(gain, scale);

        var moments = new double[1];
        new HermiteTable([series]).ProductMoments(series, [1], moments);

        // E[f²] = Σ c_n², and what lies beyond the last order is small for a smooth function.
        Assert.Equal(1, moments[0] / series.SecondMoment, 1e-3);
        Assert.True(moments[0] <= series.SecondMoment * (1 + 1e-12));
    }

    [Fact]
    public void ASmallGainHasTheLossOfTheLinearNetwork()
    {
        var draw = Draw(Small);
        var distance = Combined(
            Product(draw.Student.First, draw.Student.Second),
            -1,
            Product(draw.Teacher.First, draw.Teacher.Second)
        );

        double loss = Loss(draw.Student, draw.Teacher, 1e-5);

        Assert.Equal(1, loss / (distance.SquaredNorm() / 3), 1e-9); // φ(u) = u (1 − g²u²/3 …)
    }

    [Fact]
    public void ATeacherHasNoLossAgainstItself()
    {
        var teacher = Draw(Small).Teacher;

        // A sum of terms of size 0.1 that cancel but for rounding and the series' last orders.
        Assert.Equal(0, Loss(teacher, teacher, 1), 1e-12);
    }

    [Theory]
    [InlineData(1, 0.07)]
    [InlineData(1, 3)]
    [InlineData(100, 0.1)]
    public void CoefficientsAreExactAsFarAsPromised(double gain, double scale)
    {
        var (first, square) = (0.0, 0.0);
        const double step = 1e-3;
        for (int i = -12_000; i <= 12_000; i++)
        {
            double z = i * step;
            double value = Math.Tanh(gain * scale * z) / gain;
            double weight = step * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            first += weight * value * z;
            square += weight * value * value;
        }

        var series = HermiteSeries.OfTanh(gain, scale);
        Assert.Equal(first, series.LinearCoefficient, 1e-12 * scale);
        Assert.Equal(square, series.SecondMoment, 1e-12 * scale * scale);
    }

    private static double Loss(TwoLayerWeights student, TwoLayerWeights teacher, double gain) =>
        new TwoLayerPopulationLoss(Turned(teacher), gain, Implementations.Managed).Of(Turned(student));
}
