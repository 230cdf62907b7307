using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class SpannedDescentTests
{
    private const double Rate = 0.002;
    private const int Inputs = 201;

    // Two and five outputs fill up to five, seven to ten; 20 000 steps go through several spans. With fewer hidden units than
    // outputs gradients are linearly dependent.
    [Theory]
    [InlineData(5, 3, 1_234)]
    [InlineData(5, 1, 1_234)]
    [InlineData(2, 1, 1_234)]
    [InlineData(2, 9, 1)]
    [InlineData(2, 9, 100)]
    [InlineData(5, 16, 1_234)]
    [InlineData(5, 16, 20_000)]
    [InlineData(5, 40, 20_000)] // so many that few directions among them are kept
    [InlineData(7, 20, 1_234)]
    public void StepsInASpanAreWholeSteps(int outputs, int width, int steps)
    {
        var (gradient, descent, whole) = Network(outputs, width);
        var spanned = whole.Copy();

        for (int i = 0; i < steps; i++)
            gradient.Change(whole, whole, Rate, 1);

        Assert.Equal(steps, descent.Step(spanned, Rate, steps));
        AssertSame(gradient, outputs, whole, spanned);
    }

    [Fact]
    public void CallsMayFollowOneAnother()
    {
        var (gradient, descent, whole) = Network(5, 16);
        var spanned = whole.Copy();

        foreach (int steps in new[] { 700, 1, 300, 999 })
        {
            for (int i = 0; i < steps; i++)
                gradient.Change(whole, whole, Rate, 1);
            descent.Step(spanned, Rate, steps);
        }

        AssertSame(gradient, 5, whole, spanned);
    }

    // What is left of D has the length of T's rounding times some thousand.
    [Fact]
    public void NearTheTeacherRoundingIsAllThatDiffers()
    {
        const double rate = 0.05;
        var (gradient, descent, whole) = Network(5, 40, smallest: 0.5);
        for (int i = 0; i < 2_000; i++)
            gradient.Change(whole, whole, rate, 1);
        var spanned = whole.Copy();
        for (int i = 0; i < 10_000; i++)
            gradient.Change(whole, whole, rate, 1);
        Assert.InRange(descent.Step(spanned, rate, 10_000), 5_000, 10_000);

        var (expected, actual) = (new Matrix(Inputs, 5), new Matrix(Inputs, 5));
        gradient.Distance(whole, expected);
        gradient.Distance(spanned, actual);
        Assert.InRange(Math.Sqrt(expected.SquaredNorm()), 0, 1e-7);
        Assert.InRange(Math.Sqrt(Combined(expected, -1, actual).SquaredNorm()), 0, 1e-13);
    }

    [Fact]
    public void DirectionsAndProbesStayOrthogonal()
    {
        RandomStream random = new Seed(6).For("gradient span", 0, "rows");
        var span = new GradientSpan(new double[60], new(60, 3), 4, 20, Implementations.Managed);
        span.Start(random.GaussianMatrix(60, 4));
        Matrix base3 = random.GaussianMatrix(3, 60);
        for (int i = 0; i < 8; i++)
        {
            // Two rows that differ by less and less from what is spanned, and one that depends on them.
            Matrix next = Combined(base3, Math.Pow(10, -2 * i), random.GaussianMatrix(3, 60));
            for (int k = 0; k < 60; k++)
                next[2, k] = next[0, k] + next[1, k];
            span.Widen(next);
        }

        Assert.InRange(span.Count, 10, 20);
        Matrix products = Implementations.Managed.Product(span.Directions, false, span.Directions, true);
        for (int i = 0; i < products.Rows; i++)
        for (int j = 0; j < products.Columns; j++)
            Assert.Equal(i == j ? 1 : 0, products[i, j], 1e-14);
    }

    [Fact]
    public void WhereEveryStepLeavesTheSpanItGivesUp()
    {
        // The largest eigenvalue's mode grows so fast that no few steps span the next.
        var (_, descent, weights) = Network(5, 16);
        Assert.InRange(descent.Step(weights, rate: 0.5, 5_000), 1, 4_999);
    }

    [Theory]
    [InlineData(1000, 200, 5, true)] // figure 5
    [InlineData(1000, 50, 5, true)]
    [InlineData(200, 40, 5, false)]
    [InlineData(1000, 8, 5, true)] // 2 · 80 · 112 ≤ 3 · 8 · 1000
    [InlineData(700, 8, 5, false)]
    [InlineData(1000, 200, 6, true)] // two fives
    [InlineData(1000, 200, 100, false)]
    public void ASpanPaysWhereItHasFewDirections(int inputs, int width, int outputs, bool pays)
    {
        var weights = EigenbasisGradient.Arranged(new(inputs, width), new(width, outputs));
        Assert.Equal(pays, SpannedDescent.Pays(inputs, weights));
    }

    [Fact]
    public void NothingHappensWhereTheTeacherIsReached()
    {
        var weights = EigenbasisGradient.Arranged(new(2, 1, [1, 2]), new(1, 1, [3]));
        var (eigenvalues, teacher) = (new[] { 1.0, 2 }, new Matrix(2, 1, [3, 6]));
        var descent = new SpannedDescent(
            new(eigenvalues, teacher, hiddenWidth: 1),
            eigenvalues,
            teacher,
            weights,
            Implementations.Managed
        );
        var before = weights.Copy();

        Assert.Equal(0, descent.Step(weights, Rate, 1000));
        Assert.Equal(before.First.Values, weights.First.Values);
    }

    [Fact]
    public void WhereWeightsOverflowItStops()
    {
        var (_, descent, weights) = Network(5, 16);
        Assert.InRange(descent.Step(weights, rate: 10, 10_000), 1, 9_999);
        Assert.False(double.IsFinite(weights.First.SquaredNorm()));
    }

    // With as many inputs as make a span pay.
    [Fact]
    public void AWholeRunIsTheSame()
    {
        var experiment = Small with
        {
            InputDimension = 400,
            TrainingSamples = 600,
            HiddenWidth = 40,
            LearningRate = 0.05,
            LiteralEpochs = 2000,
            LastEpoch = 2000,
            Criterion = new() { Epsilon = 5e-2 },
        };
        var draw = Draw(experiment);
        var literal = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.Managed
        );
        foreach (var algebra in Implementations.All)
        {
            var spanned = TwoLayerRun.Simulate(experiment, draw, algebra);

            Assert.NotEqual(literal.Curves.TrainingLoss, spanned.Curves.TrainingLoss); // so spans were used
            Assert.Equal(literal.GrokkingTime, spanned.GrokkingTime);
            Assert.NotNull(spanned.GrokkingTime.Difference);
            Assert.Equal(literal.Gradients, spanned.Gradients);
            for (int k = 0; k < literal.Norms.Count; k++)
            {
                Assert.Equal(1, spanned.Curves.TrainingLoss[k] / literal.Curves.TrainingLoss[k], 1e-10);
                Assert.Equal(
                    1,
                    spanned.Curves.GeneralizationLoss[k] / literal.Curves.GeneralizationLoss[k],
                    1e-10
                );
                Assert.Equal(1, spanned.Norms[k].Weights / literal.Norms[k].Weights, 1e-10);
            }
        }
    }

    [Fact]
    public void TheLiteralEngineTakesWholeSteps()
    {
        Assert.True(Small.SpansSteps);
        Assert.False(Small.TrainedBy(TwoLayerEngine.Literal).SpansSteps);
    }

    private static (EigenbasisGradient, SpannedDescent, TwoLayerWeights) Network(
        int outputs,
        int width,
        double? smallest = null
    )
    {
        RandomStream random = new Seed(5).For("spanned descent", 0, "weights");
        // Between the edges of λ = 0.8, one direction without any sample.
        double[] eigenvalues = [0, .. Enumerable.Range(0, Inputs - 1).Select(i => 0.011 + (0.018 * i))];
        if (smallest is { } least)
            eigenvalues = [.. eigenvalues.Select(eigenvalue => Math.Max(eigenvalue, least))];
        Matrix Draw(int rows, int columns) =>
            random.GaussianMatrix(rows, columns, Math.Sqrt(0.5 / rows / columns));
        Matrix teacher = Product(Draw(Inputs, width), Draw(width, outputs));
        var gradient = new EigenbasisGradient(eigenvalues, teacher, width);
        var weights = EigenbasisGradient.Arranged(Draw(Inputs, width), Draw(width, outputs));
        return (gradient, new(gradient, eigenvalues, teacher, weights, Implementations.Managed), weights);
    }

    // What is tolerated outside the span adds up to less than ten times itself.
    private static void AssertSame(
        EigenbasisGradient gradient,
        int outputs,
        TwoLayerWeights whole,
        TwoLayerWeights spanned
    )
    {
        var (expected, actual) = (new Matrix(Inputs, outputs), new Matrix(Inputs, outputs));
        gradient.Distance(whole, expected);
        gradient.Distance(spanned, actual);
        Assert.True(expected.SquaredNorm() > 0);
        double Length(Matrix one, Matrix other) => Math.Sqrt(Combined(one, -1, other).SquaredNorm());
        Assert.InRange(Length(expected, actual) / Math.Sqrt(expected.SquaredNorm()), 0, 1e-10);
        Assert.InRange(Length(whole.Second, spanned.Second), 0, 1e-10);
        Assert.InRange(Length(whole.First, spanned.First), 0, 1e-10);
    }
}
