using Grokking.Curves;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Core.Tests.Studies;

public sealed class LogLogPeakTests
{
    private static readonly double[] Dimensions = [10, 16, 26, 42, 68];

    [Fact]
    public void Each_replicas_parabola_has_its_own_vertex()
    {
        // Exact parabolas in log–log with their vertices at 20 and 30: mean 25, standard deviation 5√2.
        SampleSummary peak = LogLogPeak.Of(Dimensions, [.. Dimensions.Select(Row)])!;
        Assert.Equal(25, peak.Mean, 1e-9);
        Assert.Equal(5 * Math.Sqrt(2), peak.StandardDeviation!.Value, 1e-9);

        static double?[] Row(double dimension) => [Delay(dimension, 20), Delay(dimension, 30)];
    }

    [Fact]
    public void Without_every_delay_or_with_a_valley_there_is_none()
    {
        Assert.Null(
            LogLogPeak.Of(
                Dimensions,
                [
                    [null],
                    .. Dimensions.Skip(1).Select(d => Row(Delay(d, 20))),
                ]
            )
        );
        Assert.Null(LogLogPeak.Of(Dimensions, [.. Dimensions.Select(d => Row(1 / Delay(d, 20)))]));

        static double?[] Row(double delay) => [delay];
    }

    private static double Delay(double dimension, double vertex) =>
        70_000 * Math.Exp(-0.2 * Math.Pow(Math.Log(dimension / vertex), 2));
}
