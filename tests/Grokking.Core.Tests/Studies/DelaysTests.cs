using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Studies;

public sealed class DelaysTests
{
    private static readonly Execution OneThread = new() { Threads = 1 };

    [Fact]
    public void Settings_that_share_a_curve_have_the_delays_they_have_alone()
    {
        OneLayerParameters[] settings =
        [
            // Neighbours that share nothing and others far apart that share a curve; repeated ones, too.
            .. from outputs in new[] { 1, 7, 50, 700, 7 }
            from lambda in new[] { 0.3, 0.9, 1.5 }
            from gamma in new[] { 0, 1e-3 }
            select new OneLayerParameters
            {
                SampleRatio = lambda,
                OutputDimension = outputs,
                WeightDecay = gamma,
            },
        ];
        foreach (double epsilon in new[] { 1e-5, 1e-3, 0.5 })
        {
            var criterion = new AccuracyCriterion { Epsilon = epsilon };
            double?[] delays = Delays.Exact(settings, criterion, OneThread);
            Assert.Equal(settings.Length, delays.Length);
            foreach (var (setting, delay) in settings.Zip(delays))
            {
                double? alone = GrokkingTheory.Times(new OneLayerTheory(setting), criterion).Difference;
                Assert.Equal(alone.HasValue, delay.HasValue);
                if (alone is { } expected)
                    // Times agree to 1e-14 or so, and their difference is down to a tenth of them; the rest is margin.
                    Assert.InRange(Math.Abs(delay!.Value - expected), 0, 1e-11 * expected);
            }
        }
    }
}
