using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

public class RungeKuttaErrorNormTests
{
    private static readonly RungeKuttaOptions Options = new()
    {
        RelativeTolerance = 1e-3,
        AbsoluteTolerance = 1e-2,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(21)]
    public void ItIsTheRootMeanSquareOverWhatIsAllowed(int size)
    {
        double[] error = [.. Enumerable.Range(0, size).Select(i => 0.1 * Math.Cos(i))];
        double[] before = [.. Enumerable.Range(0, size).Select(i => 30 * Math.Sin(i))];
        double[] after = [.. Enumerable.Range(0, size).Select(i => -20.0 * i / size)];

        double expected = Math.Sqrt(
            Enumerable
                .Range(0, size)
                .Average(i =>
                    Math.Pow(
                        error[i] / (1e-2 + (1e-3 * Math.Max(Math.Abs(before[i]), Math.Abs(after[i])))),
                        2
                    )
                )
        );

        Assert.Equal(1, RungeKuttaErrorNorm.Of(error, before, after, Options) / expected, 1e-14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void AnErrorThatIsNotANumberIsNotHidden(int where)
    {
        var error = new double[10];
        error[where] = double.NaN;
        Assert.Equal(double.NaN, RungeKuttaErrorNorm.Of(error, new double[10], new double[10], Options));
    }
}
