using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Errors of samples, ‖Dᵀx‖²/d_out or ‖f_S(x) − f_T(x)‖²/d_out.</summary>
internal static class SampleErrors
{
    /// <summary>The error of every sample from what its outputs are off by, a row for each.</summary>
    public static double[] Of(Matrix outputs)
    {
        var errors = new double[outputs.Rows];
        for (int sample = 0; sample < errors.Length; sample++)
        {
            double error = 0;
            foreach (double output in outputs.Row(sample))
                error += output * output;
            errors[sample] = error / outputs.Columns;
        }
        return errors;
    }

    /// <summary>How many samples have an error below ε.</summary>
    public static int Correct(ReadOnlySpan<double> errors, double epsilon)
    {
        int correct = 0;
        foreach (double error in errors)
            correct += error < epsilon ? 1 : 0;
        return correct;
    }
}
