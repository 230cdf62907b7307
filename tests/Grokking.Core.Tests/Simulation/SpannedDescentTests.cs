using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class SpannedDescentTests
{
    private const double Rate = 0.02;
    private const int Inputs = 201;

    // Two and five outputs fill up to five, seven to ten; 20 000 steps go through several spans.
    [Theory]
    [InlineData(2, 9, 1)]
    [InlineData(2, 9, 100)]
    [InlineData(5, 16, 1_234)]
    [InlineData(5, 16, 20_000)]
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
            InputDimension = Inputs,
            TrainingSamples = 300,
            LearningRate = 0.05,
            LiteralEpochs = 4000,
            LastEpoch = 4000,
            Criterion = new() { Epsilon = 1e-2 },
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

    private static (EigenbasisGradient, SpannedDescent, TwoLayerWeights) Network(int outputs, int width)
    {
        RandomStream random = new Seed(5).For("spanned descent", 0, "weights");
        // Between the edges of λ = 0.8, one direction without any sample.
        double[] eigenvalues = [0, .. Enumerable.Range(0, Inputs - 1).Select(i => 0.011 + (0.018 * i))];
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
