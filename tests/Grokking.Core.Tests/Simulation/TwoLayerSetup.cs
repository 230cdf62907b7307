using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Small two-layer networks, and the same quantities from their definitions, loop by loop.</summary>
internal static class TwoLayerSetup
{
    public static readonly TwoLayerExperiment Small = new()
    {
        InputDimension = 12,
        TrainingSamples = 20,
        TestSamples = 300,
        HiddenWidth = 7,
        OutputDimension = 3,
        LearningRate = 0.05,
        LastEpoch = 3000,
        PointsPerDecade = 5,
    };

    public static TwoLayerDraw Draw(TwoLayerExperiment experiment, int replica = 0)
    {
        var seed = new Seed(7);
        var training = TrainingSet.Draw(
            seed,
            replica,
            experiment.TrainingSamples,
            experiment.InputDimension,
            Implementations.Managed
        );
        return TwoLayerDraw.Draw(seed, replica, experiment, training);
    }

    /// <summary>With hidden units as columns where they are rows, or the other way round.</summary>
    public static TwoLayerWeights Turned(TwoLayerWeights weights) =>
        new(weights.First.Transposed(), weights.Second);

    /// <summary>f(x), d_out numbers.</summary>
    public static double[] Output(TwoLayerWeights weights, ReadOnlySpan<double> x, double gain)
    {
        var output = new double[weights.Second.Columns];
        for (int k = 0; k < weights.First.Columns; k++)
        {
            double u = 0;
            for (int i = 0; i < x.Length; i++)
                u += weights.First[i, k] * x[i];
            double hidden = gain == 0 ? u : Math.Tanh(gain * u) / gain;
            for (int j = 0; j < output.Length; j++)
                output[j] += weights.Second[k, j] * hidden;
        }
        return output;
    }

    /// <summary>‖f_S(x) − f_T(x)‖²/d_out of every sample.</summary>
    public static double[] SampleErrors(
        TwoLayerWeights student,
        TwoLayerWeights teacher,
        Matrix samples,
        double gain
    )
    {
        var errors = new double[samples.Rows];
        for (int n = 0; n < samples.Rows; n++)
        {
            double[] difference =
            [
                .. Output(student, samples.Row(n), gain)
                    .Zip(Output(teacher, samples.Row(n), gain), (s, t) => s - t),
            ];
            errors[n] = difference.Sum(d => d * d) / difference.Length;
        }
        return errors;
    }

    public static double TrainingLoss(TwoLayerWeights student, TwoLayerDraw draw, double gain) =>
        SampleErrors(student, draw.Teacher, draw.Training.Samples, gain).Average();

    /// <summary>A · B, entry by entry.</summary>
    public static Matrix Product(Matrix left, Matrix right)
    {
        var product = new Matrix(left.Rows, right.Columns);
        for (int i = 0; i < left.Rows; i++)
        for (int j = 0; j < right.Columns; j++)
        for (int k = 0; k < left.Columns; k++)
            product[i, j] += left[i, k] * right[k, j];
        return product;
    }

    public static Matrix Transposed(Matrix matrix)
    {
        var transposed = new Matrix(matrix.Columns, matrix.Rows);
        for (int i = 0; i < matrix.Rows; i++)
        for (int j = 0; j < matrix.Columns; j++)
            transposed[j, i] = matrix[i, j];
        return transposed;
    }

    public static double Trace(this Matrix matrix) => Enumerable.Range(0, matrix.Rows).Sum(i => matrix[i, i]);

    public static Matrix Combined(Matrix left, double factor, Matrix right) =>
        new(left.Rows, left.Columns, [.. left.Values.Zip(right.Values, (a, b) => a + (factor * b))]);
}
