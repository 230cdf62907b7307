using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Samples, some hundred at a time: what the first show often answers a question about all.</summary>
internal static class SampleBlocks
{
    // Few enough to decide early, enough for a product to run at full speed.
    private const int Samples = 256;

    /// <summary>Copies of a matrix' rows, in their order.</summary>
    public static Matrix[] Of(Matrix samples) =>
        [
            .. Enumerable
                .Range(0, samples.Rows)
                .Chunk(Samples)
                .Select(rows => new Matrix(
                    rows.Length,
                    samples.Columns,
                    samples.Values[(rows[0] * samples.Columns)..((rows[^1] + 1) * samples.Columns)]
                )),
        ];
}
