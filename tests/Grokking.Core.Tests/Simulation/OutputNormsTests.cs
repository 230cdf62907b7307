using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Norms of BBᵀ without it, against those of the matrix itself.</summary>
public class OutputNormsTests
{
    [Theory]
    [InlineData(12, 5)]
    [InlineData(12, 12)]
    [InlineData(12, 40)]
    public void AreThoseOfAllProducts(int inputs, int outputs)
    {
        Matrix network = new Seed(2).For("output norms", 0, "").GaussianMatrix(inputs, outputs);
        double[][] products =
        [
            .. Enumerable
                .Range(0, inputs)
                .Select(i =>
                    Enumerable
                        .Range(0, inputs)
                        .Select(j => Enumerable.Range(0, outputs).Sum(k => network[i, k] * network[j, k]))
                        .ToArray()
                ),
        ];
        double[] eigenvalues = Implementations
            .Managed.Eigendecompose(new(inputs, inputs, [.. products.SelectMany(row => row)]))
            .Eigenvalues;
        double longest = products.Max(row => Math.Sqrt(row.Sum(product => product * product)));

        foreach (ILinearAlgebra algebra in Implementations.All)
        {
            OutputNorms norms = OutputNorms.Of(network, algebra);
            Assert.Equal(1, norms.Norm / eigenvalues[^1], 1e-12);
            Assert.Equal(1, norms.LargestRowSum / (Math.Sqrt(inputs) * longest), 1e-12);
            Assert.True(norms.LargestRowSum >= products.Max(row => row.Sum(Math.Abs)));
        }
    }
}
