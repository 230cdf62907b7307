using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class LongestGrokkingTest
{
    private static readonly OneLayerParameters Parameters = new() { SampleRatio = 0.9 };

    [Fact]
    public void No_other_output_dimension_takes_longer()
    {
        SpectralMeasure measure = new MarchenkoPastur(0.9).Measure();
        var criterion = new AccuracyCriterion();
        LongestGrokking longest = LongestGrokking.Find(measure, Parameters, criterion, largest: 120)!;
        Assert.InRange(longest.OutputDimension, 2, 119); // not at an end: Δt is not monotone
        double Difference(int outputs) =>
            GrokkingTheory
                .Times(new OneLayerTheory(Parameters with { OutputDimension = outputs }), criterion)
                .Difference!.Value;
        Assert.Equal(Difference(longest.OutputDimension), longest.Difference);
        Assert.True(Difference(longest.OutputDimension - 1) < longest.Difference);
        Assert.True(Difference(longest.OutputDimension + 1) < longest.Difference);
    }

    [Fact]
    public void There_is_none_where_nothing_generalises() =>
        Assert.Null(
            LongestGrokking.Find(
                new MarchenkoPastur(2).Measure(),
                Parameters with
                {
                    SampleRatio = 2,
                },
                new AccuracyCriterion { Epsilon = 1e-9 },
                largest: 10
            )
        );
}
