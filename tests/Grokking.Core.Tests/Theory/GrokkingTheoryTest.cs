using Grokking.Core.Tests.Numerics;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class GrokkingTheoryTest
{
    private static OneLayerParameters Parameters(
        double ratio,
        int outputs = 1,
        double decay = 0,
        double rate = 0.01
    ) =>
        new()
        {
            SampleRatio = ratio,
            OutputDimension = outputs,
            WeightDecay = decay,
            LearningRate = rate,
        };

    private static GrokkingTime Times(OneLayerParameters parameters, double epsilon = 1e-3) =>
        GrokkingTheory.Times(new OneLayerTheory(parameters), new AccuracyCriterion { Epsilon = epsilon });

    [Fact]
    public void A_loss_that_begins_at_its_threshold_has_met_it_and_one_that_ends_there_never_does()
    {
        foreach (double ratio in new[] { 0.3, 0.9, 1.5 })
        foreach (double decay in new[] { 1e-3, 0.1 })
            for (int outputs = 1; outputs <= 60; outputs++)
            {
                LossCurve loss = new OneLayerTheory(Parameters(ratio, outputs, decay)).GeneralizationLoss;
                Assert.IsType<ThresholdCrossing.Initially>(GrokkingTheory.Crossing(loss, loss.At(0).Value));
                Assert.IsType<ThresholdCrossing.Never>(GrokkingTheory.Crossing(loss, loss.Final().Value));
            }
    }

    [Theory]
    [InlineData(1e-3, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 20)]
    [InlineData(0.999999, 1)]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    public void Times_solve_the_closed_forms_by_bisection(double ratio, int outputs)
    {
        foreach (double epsilon in new[] { 1e-9, 1e-6, 1e-3, 0.1 })
        {
            var criterion = new AccuracyCriterion { Epsilon = epsilon };
            double target = outputs * AccuracyLaw.ThresholdLoss(outputs, criterion);
            if (target >= 1)
                continue;
            double Solve(Func<double, double, double> loss)
            {
                var (low, high) = (-20.0, 60.0);
                for (int i = 0; i < 60; i++)
                {
                    double middle = (low + high) / 2;
                    (low, high) = loss(ratio, Math.Exp(middle)) > target ? (middle, high) : (low, middle);
                }
                return Math.Exp(low) * outputs / 0.01;
            }
            GrokkingTime times = Times(Parameters(ratio, outputs), epsilon);
            // The aim is 1e-9; the oracle's cancellation at λ = 1e-3 leaves 1e-12.
            Approximately.Equal(Solve(ClosedForms.TrainingLoss), times.Training.Time!.Value, 1e-11);
            Approximately.Equal(
                Solve(ClosedForms.GeneralizationLoss),
                times.Generalization.Time!.Value,
                1e-11
            );
        }
    }

    [Fact]
    public void Every_point_of_the_domain_has_an_answer_that_solves_its_equation()
    {
        foreach (double ratio in new[] { 1e-3, 0.3, 0.9, 1 - 1e-6, 1, 1 + 1e-6, 1.5, 100 })
        {
            SpectralMeasure measure = new MarchenkoPastur(ratio).Measure();
            foreach (double decay in new[] { 0, 1e-300, 1e-100, 1e-9, 1e-4, 0.03, 1 })
            foreach (int outputs in new[] { 1, 30, 1000 })
            {
                var theory = new OneLayerTheory(measure, Parameters(ratio, outputs, decay));
                foreach (double epsilon in new[] { 1e-12, 1e-6, 1e-3, 0.5, 10 })
                    Verify(theory, new AccuracyCriterion { Epsilon = epsilon });
            }
        }

        static void Verify(OneLayerTheory theory, AccuracyCriterion criterion)
        {
            double threshold = AccuracyLaw.ThresholdLoss(theory.Parameters.OutputDimension, criterion);
            GrokkingTime times = GrokkingTheory.Times(theory, criterion);
            Verify2(theory.TrainingLoss, times.Training, threshold);
            Verify2(theory.GeneralizationLoss, times.Generalization, threshold);
        }

        static void Verify2(LossCurve loss, ThresholdCrossing crossing, double threshold)
        {
            switch (crossing)
            {
                case ThresholdCrossing.Initially:
                    Assert.True(loss.At(0).Value <= threshold);
                    break;
                case ThresholdCrossing.Never:
                    Assert.True(loss.Final().Value >= threshold);
                    break;
                case ThresholdCrossing.Reached { Epoch: var time }:
                    // log t* to 1e-15 · |log t*| times the slope, up to 40, and the rounding of an exponent of 40.
                    Assert.Equal(Math.Log(threshold), loss.LogAt(time).Value, 1e-12);
                    break;
                default:
                    Assert.Fail(crossing.ToString());
                    break;
            }
        }
    }

    [Fact]
    public void Times_shrink_as_the_task_gets_easier()
    {
        double previous = double.PositiveInfinity;
        for (double epsilon = 1e-12; epsilon < 2; epsilon *= 3)
        {
            double time = Times(Parameters(0.9, 5, 1e-9), epsilon).Generalization.Time!.Value;
            Assert.True(time < previous);
            previous = time;
        }
    }

    [Fact]
    public void Nothing_jumps_at_as_many_samples_as_inputs()
    {
        // ε large enough that L* is above 1 − 1/λ; d log t*/dλ is of order 1 there.
        GrokkingTime at = Times(Parameters(1), epsilon: 0.1);
        foreach (double ratio in new[] { 1 - 1e-9, 1 + 1e-9 })
        {
            GrokkingTime near = Times(Parameters(ratio), epsilon: 0.1);
            Approximately.Equal(at.Training.Time!.Value, near.Training.Time!.Value, 1e-8);
            Approximately.Equal(at.Generalization.Time!.Value, near.Generalization.Time!.Value, 1e-6);
        }
    }

    [Fact]
    public void Time_runs_in_units_of_outputs_over_learning_rate()
    {
        GrokkingTime slow = Times(Parameters(0.9));
        GrokkingTime fast = Times(Parameters(0.9, rate: 0.07));
        Approximately.Equal(slow.Difference!.Value, 7 * fast.Difference!.Value, 1e-12);
        // d_out = 4 with the loss a quarter: t* is four times that of one output at four times L*.
        var criterion = new AccuracyCriterion();
        double threshold = AccuracyLaw.ThresholdLoss(4, criterion);
        ThresholdCrossing one = GrokkingTheory.Crossing(
            new OneLayerTheory(Parameters(0.9)).GeneralizationLoss,
            4 * threshold
        );
        Approximately.Equal(4 * one.Time!.Value, Times(Parameters(0.9, 4)).Generalization.Time!.Value, 1e-12);
    }

    [Fact]
    public void Flow_and_descent_agree_at_a_small_learning_rate()
    {
        OneLayerParameters parameters = Parameters(0.9, rate: 1e-5);
        var descent = new OneLayerTheory(parameters, Dynamics.Descent);
        double time = GrokkingTheory.Times(descent, new AccuracyCriterion()).Difference!.Value;
        Approximately.Equal(Times(parameters).Difference!.Value, time, 1e-4); // of order ηλ₊
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    public void A_loss_that_starts_at_its_level_is_there_initially(double ratio)
    {
        LossCurve loss = new OneLayerTheory(Parameters(ratio)).GeneralizationLoss;
        Assert.IsType<ThresholdCrossing.Initially>(GrokkingTheory.Crossing(loss, loss.At(0).Value));
    }

    [Fact]
    public void Thresholds_next_to_the_start_and_the_limit_are_found()
    {
        LossCurve loss = new OneLayerTheory(Parameters(0.9, decay: 1e-3)).GeneralizationLoss;
        double start = loss.At(0).Value;
        double limit = loss.Final().Value;
        var early = Assert.IsType<ThresholdCrossing.Reached>(
            GrokkingTheory.Crossing(loss, start * (1 - 1e-9))
        );
        // L falls by E[2κ(a² + b ν/(ν+g) a)/2] = 2η(2 + O(g)) per epoch: 1e-9 takes 2.5e-8 epochs.
        Approximately.Equal(2.5e-8, early.Epoch, 2e-3);
        var late = Assert.IsType<ThresholdCrossing.Reached>(
            GrokkingTheory.Crossing(loss, limit * (1 + 1e-9))
        );
        Approximately.Equal(limit * (1 + 1e-9), loss.At(late.Epoch).Value, 1e-14);
        Assert.IsType<ThresholdCrossing.Never>(GrokkingTheory.Crossing(loss, limit));
        Assert.IsType<ThresholdCrossing.Initially>(GrokkingTheory.Crossing(loss, start));
        Assert.IsType<ThresholdCrossing.Initially>(GrokkingTheory.Crossing(loss, double.PositiveInfinity));
    }
}
