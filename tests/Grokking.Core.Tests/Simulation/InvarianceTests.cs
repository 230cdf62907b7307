using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

public class InvarianceTests
{
    [Theory]
    [InlineData(20, 0, 4)]
    [InlineData(7, 0.05, 4)]
    // So many outputs that each epoch is computed alone, the late ones without the modes that have vanished.
    [InlineData(20, 0, 3000)]
    [InlineData(7, 0, 3000)]
    public void RepeatedOutputsLearnLikeOneAtTheScaledRate(int samples, double decay, int times)
    {
        // d_out equal columns at rate d_out·η are d_out copies of the same descent, averaged in loss and error.
        var one = Cases.Experiment(samples, 1, decay) with
        {
            TestSamples = 700,
        };
        var many = one with { OutputDimension = times, LearningRate = times * one.LearningRate };
        var draw = Cases.Draw(one);
        var copies = draw with
        {
            Teacher = Repeat(draw.Teacher, times),
            Student = Repeat(draw.Student, times),
        };

        var expected = Cases.Run(one, draw);
        var result = Cases.Run(many, copies);

        // Rounding, of sums of 3000 equal terms at worst.
        Cases.Close(expected.Curves!.TrainingLoss, result.Curves!.TrainingLoss, 1e-12);
        Cases.Close(expected.Curves.GeneralizationLoss, result.Curves.GeneralizationLoss, 1e-12);
        Assert.Equal(expected.Curves.GeneralizationAccuracy, result.Curves.GeneralizationAccuracy);
        Assert.Equal(expected.GrokkingTime, result.GrokkingTime);
    }

    [Fact]
    public void RescaledNetworksScaleTheLossesBySquares()
    {
        var experiment = Cases.Experiment(20, 3, 0.05);
        var draw = Cases.Draw(experiment);
        var larger = draw with { Teacher = Scale(draw.Teacher, 2), Student = Scale(draw.Student, 2) };

        var expected = Cases.Run(experiment, draw);
        var result = Cases.Run(experiment with { Criterion = new() { Epsilon = 0.04 } }, larger);

        // A factor of 2 rounds nothing.
        Assert.Equal(expected.Curves!.TrainingLoss.Select(loss => 4 * loss), result.Curves!.TrainingLoss);
        Assert.Equal(expected.GrokkingTime, result.GrokkingTime);
    }

    [Fact]
    public void OrderOfTheSamplesDoesNotMatter()
    {
        var experiment = Cases.Experiment(7, 1, 0);
        var draw = Cases.Draw(experiment);
        var reversed = new Matrix(
            7,
            Cases.InputDimension,
            [.. draw.Training.Samples.Values.Chunk(Cases.InputDimension).Reverse().SelectMany(row => row)]
        );
        var shuffled = draw with { Training = TrainingSet.Of(reversed, Implementations.Managed) };

        var expected = Cases.Run(experiment, draw);
        var result = Cases.Run(experiment, shuffled);

        Cases.Close(expected.Curves!.GeneralizationLoss, result.Curves!.GeneralizationLoss, 1e-12); // rounding
        Assert.Equal(expected.GrokkingTime, result.GrokkingTime);
    }

    [Fact]
    public void RecordingCurvesDoesNotMoveACrossingWithoutNoise()
    {
        // Training accuracy on one sample jumps from 0 to 1 once.
        var experiment = Cases.Experiment(1, 1, 0);
        var draw = Cases.Draw(experiment);
        var times = new[] { 0, 1, 10 }.Select(points =>
            Cases.Run(experiment with { PointsPerDecade = points }, draw).GrokkingTime.Training
        );
        Assert.Single(times.Distinct());
    }

    private static Matrix Repeat(Matrix column, int times) =>
        new(column.Rows, times, [.. column.Values.SelectMany(value => Enumerable.Repeat(value, times))]);

    private static Matrix Scale(Matrix matrix, double factor) =>
        new(matrix.Rows, matrix.Columns, [.. matrix.Values.Select(value => factor * value)]);
}
