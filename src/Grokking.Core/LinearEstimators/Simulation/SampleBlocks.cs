using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Samples, the first few apart: what they show often answers a question about all.</summary>
internal static class SampleBlocks
{
    // Few enough to decide early, enough for a product to run at full speed.
    private const int First = 128;

    /// <summary>A matrix' rows, in their order.</summary>
    public static MatrixRows[] Of(Matrix samples) =>
        samples.Rows <= First ? [samples] : [samples.Slice(..First), samples.Slice(First..)];
}
