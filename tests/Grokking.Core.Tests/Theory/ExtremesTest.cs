using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

/// <summary>
/// What theory promises, at 2 000 random points of its whole range: λ ∈ [1e-3, 100], γ ∈ [0, 1], ε ∈ [1e-15, 10],
/// d_out ∈ [1, 1000], η ∈ [1e-9, 1e3], a level in [0.01, 0.999], the ends, λ = 1 and γ = 0 among them.
/// </summary>
public sealed class ExtremesTest
{
    private static readonly Point[] Points = [.. Draw(new Random(20231016), 2000)];

    private sealed record Point(
        double Lambda,
        double Gamma,
        double Epsilon,
        int Outputs,
        double Eta,
        double Level
    )
    {
        public OneLayerParameters Parameters() =>
            new()
            {
                SampleRatio = Lambda,
                WeightDecay = Gamma,
                OutputDimension = Outputs,
                LearningRate = Eta,
            };

        public AccuracyCriterion Criterion() => new() { Epsilon = Epsilon, Level = Level };

        public GrokkingTime Times() => GrokkingTheory.Times(new OneLayerTheory(Parameters()), Criterion());
    }

    private static IEnumerable<Point> Draw(Random random, int count)
    {
        for (int i = 0; i < count; i++)
            yield return new Point(
                Pick(1e-3, 100, 1),
                Pick(1e-9, 1, 0),
                Pick(1e-15, 10, 1e-3),
                (int)Math.Round(Pick(1, 1000, 1)),
                Pick(1e-9, 1e3, 0.01),
                Pick(0.01, 0.999, 0.95)
            );

        // Mostly uniform in the logarithm; one in ten an end, one in ten the special value.
        double Pick(double low, double high, double special) =>
            random.Next(20) switch
            {
                0 => low,
                1 => high,
                2 or 3 => special,
                _ => Math.Clamp(low * Math.Pow(high / low, random.NextDouble()), low, high),
            };
    }

    [Fact]
    public void Every_prediction_is_finite_or_named()
    {
        foreach (Point point in Points)
        {
            GrokkingTimePrediction prediction = GrokkingTheory.Predict(
                new OneLayerTheory(point.Parameters()),
                point.Criterion()
            );
            foreach (
                ThresholdCrossing crossing in new[]
                {
                    prediction.Time.Training,
                    prediction.Time.Generalization,
                }
            )
                if (crossing is ThresholdCrossing.Reached { Epoch: var epoch })
                    Assert.True(double.IsFinite(epoch) && epoch > 0, $"{point}: t* = {epoch}");
                else
                    Assert.True(
                        crossing is ThresholdCrossing.Initially or ThresholdCrossing.Never,
                        $"{point}: {crossing}"
                    );
            foreach (
                double? spread in new[]
                {
                    prediction.TrainingSpread,
                    prediction.GeneralizationSpread,
                    prediction.DifferenceSpread,
                }
            )
                Assert.True(
                    spread is null || (double.IsFinite(spread.Value) && spread >= 0),
                    $"{point}: ± {spread}"
                );
            double?[] approximate =
            [
                AsymptoticGrokkingTime.Difference(point.Lambda, point.Eta),
                AsymptoticGrokkingTime.DifferenceNearOne(point.Lambda, point.Eta),
                AsymptoticGrokkingTime.TrainingTime(point.Lambda, point.Eta, point.Epsilon),
                AsymptoticGrokkingTime.GeneralizationTime(point.Lambda, point.Eta, point.Epsilon),
                AsymptoticGrokkingTime.RefinedDifference(point.Lambda, point.Eta, point.Epsilon),
            ];
            Assert.All(
                approximate,
                time => Assert.True(time is null || double.IsFinite(time.Value), $"{point}: {time}")
            );
            Assert.Equal(point.Lambda < 1, approximate[0] is not null);
            if (
                CriticalWeightDecay.Find(point.Lambda, point.Outputs, point.Criterion())
                is CriticalWeightDecay.At at
            )
                Assert.True(
                    double.IsFinite(at.WeightDecay) && at.WeightDecay > 0,
                    $"{point}: γ = {at.WeightDecay}"
                );
        }
    }

    /// <summary>
    /// L_tr ≤ L_gen for the flow: what is left of a mode, a² + b², falls with ν, and weighting it by ν, whose mean
    /// is 1, can only lower its mean (Chebyshev's association inequality).
    /// </summary>
    [Fact]
    public void Generalization_never_comes_first()
    {
        foreach (Point point in Points)
        {
            GrokkingTime times = point.Times();
            // Both are known to 1e-9, and for λ → 0, where every mode is the same, they are equal.
            if (times.Difference is { } difference)
                Assert.True(difference >= -1e-9 * times.Training.Time!.Value, $"{point}: Δt = {difference}");
            if (times.Generalization is ThresholdCrossing.Reached or ThresholdCrossing.Initially)
                Assert.True(times.Training.Time is not null, $"{point}: {times}");
        }
    }

    [Fact]
    public void A_looser_criterion_is_never_met_later()
    {
        foreach (Point point in Points)
        {
            GrokkingTime strict = point.Times();
            foreach (double factor in new[] { 1 + 1e-6, 3 })
            {
                GrokkingTime loose = (point with { Epsilon = point.Epsilon * factor }).Times();
                AssertNotLater(strict.Training, loose.Training, point);
                AssertNotLater(strict.Generalization, loose.Generalization, point);
            }
        }

        static void AssertNotLater(ThresholdCrossing strict, ThresholdCrossing loose, Point point)
        {
            if (strict is ThresholdCrossing.Initially)
                Assert.IsType<ThresholdCrossing.Initially>(loose);
            if (strict is ThresholdCrossing.Reached { Epoch: var epoch })
                Assert.True(loose.Time <= epoch, $"{point}: {strict}, then {loose}");
        }
    }

    /// <summary>
    /// Nothing happens to a loss at λ = 1 that is not long prepared: the smallest eigenvalue, (1 − √λ)² or the weight
    /// 1 − 1/λ of zeros, is felt when ηt/d_out ≈ 1/(1 − λ)², so that log L moves by about |1 − λ|√(ηt/d_out), and log t*
    /// by that over |d log L/d log t|.
    /// </summary>
    [Fact]
    public void Times_are_continuous_across_one()
    {
        const double aside = 1e-6;
        int compared = 0,
            skipped = 0;
        foreach (Point point in Points)
        {
            Point one = point with { Lambda = 1 };
            var theory = new OneLayerTheory(one.Parameters());
            double threshold = AccuracyLaw.ThresholdLoss(point.Outputs, point.Criterion());
            foreach (double lambda in new[] { 1 - aside, 1 + aside })
            {
                GrokkingTime beside = (point with { Lambda = lambda }).Times();
                Compare(theory.TrainingLoss, one.Times().Training, beside.Training);
                Compare(theory.GeneralizationLoss, one.Times().Generalization, beside.Generalization);
            }

            void Compare(LossCurve loss, ThresholdCrossing at, ThresholdCrossing beside)
            {
                // Both ends of a loss move by less than 1e-3 of themselves, or for γ = 0 to 1 − 1/λ from 0.
                double limit = Math.Max(loss.Final().Value, aside / point.Outputs);
                if (Math.Abs(Math.Log(threshold / limit)) < 1e-3 || (threshold < limit && point.Gamma == 0))
                {
                    skipped++;
                    return;
                }
                if (at is not ThresholdCrossing.Reached { Epoch: var time })
                {
                    compared++;
                    Assert.True(at.GetType() == beside.GetType(), $"{point}: {at}, beside it {beside}");
                    return;
                }
                double slope = -loss.LogDerivative(time).Value * time;
                double scale = aside * (1 + Math.Sqrt(point.Eta * time / point.Outputs)) / slope;
                if (scale > 1e-2)
                {
                    skipped++; // too near a limit, or so late that 1e-6 is not near
                    return;
                }
                compared++;
                double moved = Math.Abs(Math.Log((beside.Time ?? double.NaN) / time));
                Assert.True(moved <= 4 * scale, $"{point}: {at}, beside it {beside}, {moved / scale} scales");
            }
        }
        Assert.Equal(4 * Points.Length, compared + skipped);
        Assert.True(skipped < compared / 10, $"{compared} compared, {skipped} skipped");
    }

    /// <summary>At λ = 1 no weight lies at ν = 0, so that without weight decay nothing is left in the end.</summary>
    [Fact]
    public void Nothing_is_left_in_the_end_at_one()
    {
        foreach (Point point in Points)
        {
            var theory = new OneLayerTheory((point with { Lambda = 1, Gamma = 0 }).Parameters());
            Assert.Equal(0, theory.TrainingLoss.Final().Value);
            Assert.Equal(0, theory.GeneralizationLoss.Final().Value);
        }
    }

    [Fact]
    public void Closed_forms_are_the_quadrature()
    {
        var random = new Random(7);
        foreach (Point point in Points)
        {
            var theory = new OneLayerTheory(point.Parameters() with { WeightDecay = 0 });
            double root = Math.Sqrt(point.Lambda);
            // From before the first change to where the slowest mode has all but gone, or the end of ClosedForms' promise.
            double distance = (1 - point.Lambda) / (1 + root);
            double last = Math.Min(1e8, 300 / (4 * distance * distance));
            double etaTime = last * Math.Pow(1e-8, random.NextDouble());
            double time = etaTime * point.Outputs / point.Eta;
            double s = 4 * etaTime;
            // ClosedForms: 1e-14 (1 + (1 − √λ)²s), 2e-12 for λ ≥ 1e-3; quadrature: 1e-9 promised, 6e-14 measured.
            double training = 1e-13 * (10 + (distance * distance * s));
            Close(
                ClosedForms.TrainingLoss(point.Lambda, etaTime),
                theory.TrainingLoss.At(time).Value * point.Outputs,
                training
            );
            Close(
                ClosedForms.GeneralizationLoss(point.Lambda, etaTime),
                theory.GeneralizationLoss.At(time).Value * point.Outputs,
                1e-11
            );

            void Close(double expected, double actual, double tolerance) =>
                Assert.True(
                    Math.Abs(actual - expected) <= tolerance * expected,
                    $"{point}, ηt = {etaTime}: {expected} and {actual}, {Math.Abs((actual / expected) - 1)} apart"
                );
        }
    }

    [Fact]
    public void Limits_under_weight_decay_are_the_quadrature()
    {
        foreach (Point point in Points.Where(point => point.Gamma > 0))
        {
            var theory = new OneLayerTheory(point.Parameters());
            Close(
                WeightDecayLimits.TrainingLoss(point.Lambda, point.Gamma),
                theory.TrainingLoss.Final().Value
            );
            Close(
                WeightDecayLimits.GeneralizationLoss(point.Lambda, point.Gamma),
                theory.GeneralizationLoss.Final().Value
            );

            // Quadrature's promise is 1e-9; the closed form's 1e-14.
            void Close(double expected, double actual) =>
                Assert.True(
                    Math.Abs((actual * point.Outputs) - expected) <= 1e-9 * expected,
                    $"{point}: {expected} and {actual * point.Outputs}"
                );
        }
    }
}
