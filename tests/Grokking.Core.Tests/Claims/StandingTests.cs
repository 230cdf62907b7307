using Grokking.Claims;

namespace Grokking.Tests.Claims;

public class StandingTests
{
    [Theory]
    [InlineData(0.1, null, Standing.Right)] // the tolerance itself still counts
    [InlineData(0.2, null, Standing.Wrong)]
    [InlineData(0.2, 0.1, Standing.RightWithinDomain)]
    [InlineData(0.2, 0.2, Standing.Wrong)]
    public void AFormulaStandsWhereItsDeviationsPutIt(double deviation, double? within, Standing expected) =>
        Assert.Equal(
            expected,
            FormulaCheck.Judge(deviation, within is null ? null : new("there", within), width: 0.1)
        );

    [Fact]
    public void WithoutAnIntervalNothingIsDecided()
    {
        Assert.Equal(Standing.Undecided, FormulaCheck.Judge(null, null, width: 0.1));
        Assert.Equal(Standing.Undecided, FormulaCheck.Judge(0.2, new("there", null), width: 0.1));
        Assert.Null(Measurement.Of([0.5]).Reach(predicted: 0));
    }
}
