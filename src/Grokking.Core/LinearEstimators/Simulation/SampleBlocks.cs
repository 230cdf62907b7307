using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Samples in blocks, each as large as all before it: what the first few show often answers a question about all.</summary>
internal static class SampleBlocks
{
    // Few enough to decide early, enough for a product of all hidden units.
    private const int First = 64;

    /// <summary>A matrix' rows, in their order.</summary>
    public static MatrixRows[] Of(Matrix samples)
    {
        List<MatrixRows> blocks = [];
        for (int from = 0, to = First; from < samples.Rows; (from, to) = (to, 2 * to))
            blocks.Add(samples.Slice(from..Math.Min(to, samples.Rows)));
        return [.. blocks];
    }
}
