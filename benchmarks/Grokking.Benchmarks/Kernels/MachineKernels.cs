using BenchmarkDotNet.Attributes;
using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Benchmarks.Kernels;

/// <summary>What this machine can do at best, in the same run as everything else: the floors are made of it.</summary>
public class MachineKernels
{
    public const int Order = 1000;
    public const int Copied = 32_000_000;

    private readonly ILinearAlgebra algebra = LinearAlgebraChoice.Auto.Select();
    private Matrix left = null!;
    private Matrix right = null!;
    private Matrix product = null!;
    private double[] source = null!;
    private double[] target = null!;

    [GlobalSetup(Target = nameof(Product))]
    public void DrawFactors()
    {
        RandomStream stream = new Seed(1).For("benchmark", 0, "factors");
        (left, right) = (stream.GaussianMatrix(Order, Order), stream.GaussianMatrix(Order, Order));
        product = new(Order, Order);
    }

    [GlobalSetup(Target = nameof(Copy))]
    public void FillSource()
    {
        (source, target) = (new double[Copied], new double[Copied]);
        Array.Fill(source, 1.0);
    }

    [Benchmark]
    public void Product() => algebra.Multiply(left, false, right, false, product);

    [Benchmark]
    public void Copy() => source.CopyTo(target, 0);
}
