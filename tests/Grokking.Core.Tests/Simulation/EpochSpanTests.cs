using Grokking.Curves;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

/// <summary>Sums of powers that follow from anchors are the sums themselves.</summary>
public class EpochSpanTests
{
    private static readonly long[] Epochs = [0, .. TimeGrid.Logarithmic(1_000_000, 16).Epochs];

    // λ = 0.9 and 0.1 at η = 0.01, and rates so slow that nothing happens, so fast that all is gone, or all alike.
    [Theory]
    [InlineData(5e-5, 0.08)]
    [InlineData(9e-3, 0.035)]
    [InlineData(1e-9, 1e-8)]
    [InlineData(1e-7, 1)]
    [InlineData(1e-3, 1e-3)]
    public void OutputsFollowFromAnchors(double slowest, double fastest)
    {
        double[] rates =
        [
            .. Enumerable.Range(0, 41).Select(i => slowest * Math.Pow(fastest / slowest, i / 40.0)),
        ];
        Follows(new EpochSpan(rates), rates, EpochSpan.Tolerance);
    }

    [Theory]
    [InlineData(1e-6, 1e-4)]
    [InlineData(9e-3, 0.035)]
    [InlineData(1e-3, 0.4)]
    public void SquaresFollowFromAnchorsBetweenTwoRates(double slowest, double fastest)
    {
        // Any rates between the two, none of them on the net but for the ends; two so near that only late epochs tell.
        double[] rates =
        [
            .. Enumerable.Range(0, 41).Select(i => slowest * Math.Pow(fastest / slowest, i / 40.0)),
            slowest * (1 + 1e-7),
        ];
        Follows(
            EpochSpan.Between(2 * slowest, 2 * fastest),
            [.. rates.SelectMany(one => rates.Select(other => one + other))],
            CountsOfManyOutputs.BetweenPoints * EpochSpan.Tolerance
        );
    }

    [Theory]
    [InlineData(1e-6, 1e-4)]
    [InlineData(9e-3, 0.035)]
    [InlineData(1e-3, 0.4)]
    [InlineData(7.5e-8, 1.1e-4)] // λ = 0.9, d_out = 700
    [InlineData(1.5e-6, 2.2e-3)]
    public void PowersAreAsRoughBetweenThePointsOfTheNetToo(double slowest, double fastest)
    {
        var span = EpochSpan.Between(slowest, fastest);
        IReadOnlyList<long> anchors = span.Extend(Epochs);
        double[] rates =
        [
            .. Enumerable.Range(0, 20_011).Select(i => slowest * Math.Pow(fastest / slowest, i / 20_010.0)),
        ];
        foreach (long epoch in Epochs)
        {
            if (span.Coefficients(epoch) is not { } coefficients)
                continue;
            double largest = Math.Exp(-slowest * epoch);
            double worst = rates.Max(rate =>
                Math.Abs(
                    coefficients.Zip(anchors, (c, anchor) => c * Math.Exp(-rate * anchor)).Sum()
                        - Math.Exp(-rate * epoch)
                )
            );
            Assert.InRange(worst / largest, 0, CountsOfManyOutputs.BetweenPoints * EpochSpan.Tolerance);
        }
    }

    private static void Follows(EpochSpan span, double[] rates, double tolerance)
    {
        IReadOnlyList<long> anchors = span.Extend(Epochs);
        int followed = 0;
        foreach (long epoch in Epochs)
        {
            if (span.Coefficients(epoch) is not { } coefficients)
                continue;
            double largest = Math.Exp(-rates.Min() * epoch);
            foreach (double rate in rates)
            {
                double combined = coefficients
                    .Zip(anchors, (c, anchor) => c * Math.Exp(-rate * anchor))
                    .Sum();
                Assert.InRange(Math.Abs(combined - Math.Exp(-rate * epoch)) / largest, 0, tolerance);
            }
            followed++;
        }
        Assert.True(
            anchors.Count < followed,
            $"{anchors.Count} anchors, {followed} epochs that follow from them, are no saving"
        );
    }
}
