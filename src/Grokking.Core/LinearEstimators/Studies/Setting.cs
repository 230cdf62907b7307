using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>λ as the paper quotes it, with the experiment that realises it in whole numbers of samples.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="Experiment">N_tr = d_in/λ to the nearest whole number, at least 1.</param>
public sealed record Setting(double SampleRatio, OneLayerExperiment Experiment)
{
    /// <summary>N_tr for a λ.</summary>
    public static int TrainingSamples(int inputDimension, double sampleRatio) =>
        (int)Math.Max(1, Math.Round(inputDimension / sampleRatio));
}
