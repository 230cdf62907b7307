using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>How a set of samples fares at one epoch.</summary>
/// <param name="Accuracy">Fraction of samples with ‖Dᵀx‖²/d_out &lt; ε, in [0, 1].</param>
/// <param name="MeanError">Mean of ‖Dᵀx‖²/d_out.</param>
internal readonly record struct SampleScore(double Accuracy, double MeanError)
{
    /// <summary>
    /// One score per epoch from Dᵀx of every sample: one row per sample, d_out columns per epoch.
    /// </summary>
    public static IEnumerable<SampleScore> Of(Matrix outputs, int outputDimension, double epsilon) =>
        Errors(outputs, outputDimension).Select(errors => Of(errors, epsilon));

    /// <summary>The score of one epoch from ‖Dᵀx‖²/d_out of every sample.</summary>
    public static SampleScore Of(ReadOnlySpan<double> errors, double epsilon)
    {
        double sum = 0;
        foreach (double error in errors)
            sum += error;
        return new((double)Correct(errors, epsilon) / errors.Length, sum / errors.Length);
    }

    /// <summary>How many samples have an error below ε.</summary>
    public static int Correct(ReadOnlySpan<double> errors, double epsilon)
    {
        int correct = 0;
        foreach (double error in errors)
            correct += error < epsilon ? 1 : 0;
        return correct;
    }

    /// <summary>‖Dᵀx‖²/d_out of every sample at each epoch, from the same outputs.</summary>
    public static double[][] Errors(Matrix outputs, int outputDimension)
    {
        int epochs = outputs.Columns / outputDimension;
        double[][] errors = [.. Enumerable.Range(0, epochs).Select(_ => new double[outputs.Rows])];
        for (int sample = 0; sample < outputs.Rows; sample++)
        {
            var row = outputs.Row(sample);
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                double error = 0;
                foreach (double output in row.Slice(epoch * outputDimension, outputDimension))
                    error += output * output;
                errors[epoch][sample] = error / outputDimension;
            }
        }
        return errors;
    }
}
