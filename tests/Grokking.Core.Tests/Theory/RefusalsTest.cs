using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

/// <summary>What lies outside the documented range is refused, and what lies on its ends is not.</summary>
public sealed class RefusalsTest
{
    private static readonly AccuracyCriterion Usual = new();

    public static TheoryData<string, Action> Refused =>
        new()
        {
            { "L < 0", () => AccuracyLaw.Accuracy(-1, 1, 1e-3) },
            { "L is NaN", () => AccuracyLaw.Accuracy(double.NaN, 1, 1e-3) },
            { "d_out = 0", () => AccuracyLaw.Accuracy(1, 0, 1e-3) },
            { "ε = 0", () => AccuracyLaw.Accuracy(1, 1, 0) },
            { "d_out = 0 for L*", () => AccuracyLaw.ThresholdLoss(0, Usual) },
            { "d_out too large for L*", () => AccuracyLaw.ThresholdLoss(100_001, Usual) },
            { "η = 0", () => AsymptoticGrokkingTime.Difference(0.5, 0) },
            { "λ = 0", () => AsymptoticGrokkingTime.Difference(0, 0.01) },
            { "λ = 0 for γ", () => CriticalWeightDecay.Find(0, 1, Usual) },
            { "γ < 0", () => WeightDecayLimits.SmallDecayTrainingLoss(0.5, -1) },
            {
                "no d_out",
                () =>
                    LongestGrokking.Find(
                        new MarchenkoPastur(0.5).Measure(),
                        new OneLayerParameters { SampleRatio = 0.5 },
                        Usual,
                        largest: 0
                    )
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_is_refused(string what, Action ask)
    {
        Assert.NotEmpty(what);
        Assert.Throws<ArgumentOutOfRangeException>(ask);
    }

    [Fact]
    public void Without_loss_every_sample_is_correct() => Assert.Equal(1, AccuracyLaw.Accuracy(0, 7, 1e-3));

    [Fact]
    public void The_largest_output_dimension_is_tried_too()
    {
        // Δt still rises from 1 to 2 at these parameters, as LongestGrokking over many of them shows.
        var measure = new MarchenkoPastur(0.9).Measure();
        var parameters = new OneLayerParameters { SampleRatio = 0.9 };
        Assert.Equal(2, LongestGrokking.Find(measure, parameters, Usual, largest: 2)!.OutputDimension);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Asymptotics_of_a_model_take_the_learning_rate_per_output(int outputs)
    {
        var model = new OneLayerParameters { SampleRatio = 0.9, OutputDimension = outputs };
        double rate = model.LearningRate / outputs;
        Assert.Equal(AsymptoticGrokkingTime.Difference(0.9, rate), AsymptoticGrokkingTime.Difference(model));
        Assert.Equal(
            AsymptoticGrokkingTime.RefinedDifference(0.9, rate, 1e-8),
            AsymptoticGrokkingTime.RefinedDifference(model, 1e-8)
        );
        Assert.NotNull(AsymptoticGrokkingTime.RefinedDifference(model, 1e-8));
        var decaying = model with { WeightDecay = 1e-3 };
        Assert.Null(AsymptoticGrokkingTime.Difference(decaying));
        Assert.Null(AsymptoticGrokkingTime.RefinedDifference(decaying, 1e-8));
    }
}
