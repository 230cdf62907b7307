using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

namespace Grokking.Core.Tests.Theory;

public sealed class MarchenkoPasturTest
{
    public static TheoryData<double> SampleRatios =>
        [1e-4, 1e-3, 0.1, 0.5, 0.9, 0.99, 1 - 1e-6, 1, 1 + 1e-6, 1.5, 10, 100, 1e4];

    [Theory]
    [MemberData(nameof(SampleRatios))]
    public void Moments_are_the_known_polynomials(double ratio)
    {
        SpectralMeasure measure = new MarchenkoPastur(ratio).Measure();
        double Moment(int power) => measure.Expectation(node => Math.Pow(node, power)).Value;
        // Sums of 500 positive terms.
        Approximately.Equal(1, Moment(0), 5e-15);
        Approximately.Equal(1, Moment(1), 5e-15);
        Approximately.Equal(1 + ratio, Moment(2), 5e-15);
        Approximately.Equal(1 + (3 * ratio) + (ratio * ratio), Moment(3), 5e-15);
    }

    [Theory]
    [MemberData(nameof(SampleRatios))]
    public void Edges_and_atom(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        Approximately.Equal(1 + ratio, (law.LowerEdge + law.UpperEdge) / 2, 1e-15);
        // λ₋λ₊ = (1 − λ)²: a lower edge that lost digits would miss it.
        if (ratio != 1)
            Approximately.Equal((1 - ratio) * (1 - ratio), law.LowerEdge * law.UpperEdge, 2e-15);
        Assert.Equal(Math.Max(0, 1 - (1 / ratio)), law.AtomAtZero, 1e-16);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4.0)]
    public void The_density_ends_at_the_edges(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        Assert.Equal(0, law.Density(law.UpperEdge));
        Assert.Equal(0, law.Density(law.UpperEdge + 1e-9));
        Assert.Equal(ratio == 1 ? double.PositiveInfinity : 0, law.Density(law.LowerEdge));
        Assert.Equal(0, law.Density(law.LowerEdge - 1e-9));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    [InlineData(4.0)]
    public void Agrees_with_the_midpoint_rule_over_the_density(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        SpectralMeasure measure = law.Measure();
        var functions = new Func<double, double>[]
        {
            _ => 1,
            node => Math.Exp(-3 * node),
            node => node * Math.Exp(-50 * (node - law.LowerEdge)),
            node => 1e-4 / ((node + 0.01) * (node + 0.01)),
            Math.Sqrt,
        };
        foreach (Func<double, double> function in functions)
        {
            // ν = λ₋ + (λ₊ − λ₋) sin²φ takes the square roots out of the edges; what is left is smooth and periodic.
            const int nodes = 100_000;
            double sum = law.AtomAtZero * function(0);
            for (int i = 0; i < nodes; i++)
            {
                double angle = Math.PI / 2 * (i + 0.5) / nodes;
                double node =
                    law.LowerEdge + ((law.UpperEdge - law.LowerEdge) * Math.Pow(Math.Sin(angle), 2));
                double width = (law.UpperEdge - law.LowerEdge) * Math.Sin(2 * angle) * Math.PI / 2 / nodes;
                sum += law.Density(node) * function(node) * width;
            }
            // The density cancels to 1e-16/φ next to its edges, and 1e5 numbers are added up.
            Approximately.Equal(sum, measure.Expectation(function).Value, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(SampleRatios))]
    public void Poles_of_weight_decay_do_not_hurt_however_near_they_are(double ratio)
    {
        SpectralMeasure measure = new MarchenkoPastur(ratio).Measure();
        for (double g = 1e-12; g < 1; g *= 7)
        {
            // λ g m² + (1 − λ + g) m = 1 for m = E[1/(ν + g)], written as its positive root without cancellation.
            double below = 1 - ratio + g;
            double root = Math.Sqrt((below * below) + (4 * ratio * g));
            double mean = below > 0 ? 2 / (below + root) : (root - below) / (2 * ratio * g);
            double square = ((ratio * mean * mean) + mean) / root;
            // 1 − λ as a double limits the oracle itself: 1e-16/|1 − λ + g|.
            double tolerance = 1e-13 + (4e-16 / Math.Max(Math.Abs(below), Math.Sqrt(g)));
            Approximately.Equal(
                mean,
                measure.Expectation(node => 1 / (node + g)).Value,
                tolerance,
                $"g = {g}"
            );
            Approximately.Equal(
                square,
                measure.Expectation(node => 1 / ((node + g) * (node + g))).Value,
                2 * tolerance,
                $"g = {g}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(SampleRatios))]
    public void The_error_estimate_is_honest_and_small(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        SpectralMeasure measure = law.Measure();
        for (double s = 1e-3; s * law.LowerEdge < 300 && s < 1e24; s *= 10)
        {
            double exact = ClosedForms.TrainingLoss(ratio, s / 4);
            var estimate = measure.Expectation(node => node * Math.Exp(-s * node));
            double rounding = 2e-15 * (1 + (s * law.LowerEdge)) * exact; // of the integrand's exponent
            Assert.InRange(Math.Abs(estimate.Value - exact), 0, estimate.Error + rounding);
            Assert.InRange(estimate.RelativeError, 0, 1e-10);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Inverse_moments_exist_without_zero_modes(double ratio)
    {
        SpectralMeasure measure = new MarchenkoPastur(ratio).Measure();
        // 1 − λ as a double is good to 1e-16/(1 − λ).
        Approximately.Equal(1 / (1 - ratio), measure.Expectation(node => 1 / node).Value, 1e-12);
        Approximately.Equal(
            Math.Pow(1 - ratio, -3),
            measure.Expectation(node => 1 / (node * node)).Value,
            1e-12
        );
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_upper_edge_is_resolved_too(double ratio)
    {
        // Eq. 9 at negative time, without the growth of its largest mode.
        var law = new MarchenkoPastur(ratio);
        double k = 1e8 / (4 * Math.Sqrt(ratio));
        double actual = law.Measure().Expectation(node => node * Math.Exp(-k * (law.UpperEdge - node))).Value;
        double expected = ScaledBessel.I1(2 * Math.Sqrt(ratio) * k) / (Math.Sqrt(ratio) * k);
        Approximately.Equal(expected, actual, 1e-7); // λ₊ − ν carries 4e-16, times k
    }

    [Fact]
    public void A_function_that_the_rule_cannot_resolve_is_owned_up_to()
    {
        var law = new MarchenkoPastur(0.9);
        SpectralMeasure measure = law.Measure();
        Assert.InRange(measure.Expectation(node => node < 1 ? 1 : 0).RelativeError, 1e-4, 1);
        Assert.InRange(
            measure.Expectation(node => Math.Exp(-1e15 * (node - law.LowerEdge))).RelativeError,
            0.1,
            double.PositiveInfinity
        );
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(4)]
    public void Outside_the_edges_there_is_no_density(double ratio)
    {
        var law = new MarchenkoPastur(ratio);
        Assert.Equal(0, law.Density(law.LowerEdge / 2));
        Assert.Equal(0, law.Density(2 * law.UpperEdge));
        Assert.True(law.Density(0.5 * (law.LowerEdge + law.UpperEdge)) > 0);
    }

    /// <summary>Every second node is the rule of twice the step with the same ends only if they are odd in number.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void The_nodes_between_the_edges_are_odd_in_number(double ratio)
    {
        const int edges = 2;
        int atoms = ratio > 1 ? 1 : 0;
        Assert.Equal(1, (new MarchenkoPastur(ratio).Measure().Nodes.Length - edges - atoms) % 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Refuses_ratios_without_law(double ratio) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarchenkoPastur(ratio));
}
