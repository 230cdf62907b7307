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
    public static SampleScore[] Of(Matrix outputs, int outputDimension, double epsilon)
    {
        int epochs = outputs.Columns / outputDimension;
        var (correct, errors) = (new int[epochs], new double[epochs]);
        for (int sample = 0; sample < outputs.Rows; sample++)
        {
            var row = outputs.Row(sample);
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                double error = 0;
                foreach (double output in row.Slice(epoch * outputDimension, outputDimension))
                    error += output * output;
                error /= outputDimension;
                errors[epoch] += error;
                correct[epoch] += error < epsilon ? 1 : 0;
            }
        }
        double count = outputs.Rows;
        return [.. correct.Zip(errors, (c, e) => new SampleScore(c / count, e / count))];
    }
}
