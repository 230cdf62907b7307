using Grokking.Numerics;

namespace Grokking.Core.Tests.Numerics;

public sealed class DecreasingRootTest
{
    public static TheoryData<string, double> Functions =>
        new()
        {
            { "line", 3.25 },
            { "exponential", 20.0 },
            { "saturating", -30.0 },
            { "cubic", 1.0 },
            { "staircase", 2.5 },
        };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Finds_the_sign_change_of_every_decreasing_function(string name, double root)
    {
        Func<double, (double, double)> function = name switch
        {
            "line" => x => (root - x, -1),
            "exponential" => x => (Math.Exp(root) - Math.Exp(x), -Math.Exp(x)),
            "saturating" => x => (Math.Exp(-x) - Math.Exp(-root), -Math.Exp(-x)),
            "cubic" => x => (Math.Pow(root - x, 3), -3 * Math.Pow(root - x, 2)), // slope 0 at the root
            _ => x => (x < root ? 1 : -1, 0), // no slope anywhere
        };
        var found = Assert.IsType<RootOutcome.Found>(DecreasingRoot.Find(function, 0, -100, 100));
        Assert.Equal(root, found.Position, 1e-14 * Math.Max(1, Math.Abs(root)));
    }

    [Fact]
    public void A_smooth_root_takes_few_evaluations()
    {
        int evaluations = 0;
        (double, double) Count(double x)
        {
            evaluations++;
            return (10 - Math.Exp(x) - x, -Math.Exp(x) - 1);
        }
        Assert.IsType<RootOutcome.Found>(DecreasingRoot.Find(Count, 0, -700, 700));
        Assert.InRange(evaluations, 2, 15);
    }

    [Fact]
    public void Names_the_side_on_which_there_is_no_root()
    {
        Assert.IsType<RootOutcome.AboveInterval>(
            DecreasingRoot.Find(x => (Math.Exp(-x), -Math.Exp(-x)), 0, -5, 5)
        );
        Assert.IsType<RootOutcome.BelowInterval>(
            DecreasingRoot.Find(x => (-Math.Exp(x), -Math.Exp(x)), 0, -5, 5)
        );
    }

    [Fact]
    public void A_function_without_value_is_an_error() =>
        Assert.Throws<ArithmeticException>(() => DecreasingRoot.Find(_ => (double.NaN, -1), 0, -5, 5));
}
