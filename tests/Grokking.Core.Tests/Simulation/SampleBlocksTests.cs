using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

public class SampleBlocksTests
{
    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(64, new[] { 64 })]
    [InlineData(65, new[] { 64, 1 })]
    [InlineData(128, new[] { 64, 64 })]
    [InlineData(2000, new[] { 64, 64, 128, 256, 512, 976 })]
    public void EveryBlockIsAsLargeAsAllBefore(int samples, int[] sizes)
    {
        var matrix = new Matrix(samples, 1, [.. Enumerable.Range(0, samples).Select(i => (double)i)]);
        MatrixRows[] blocks = SampleBlocks.Of(matrix);
        Assert.Equal(sizes, blocks.Select(block => block.Rows));
        Assert.Equal(matrix.Values, blocks.SelectMany(block => block.Values.ToArray()));
    }
}
