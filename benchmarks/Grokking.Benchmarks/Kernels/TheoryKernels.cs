using BenchmarkDotNet.Attributes;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

namespace Grokking.Benchmarks.Kernels;

/// <summary>One expectation over the Marchenko–Pastur law both ways, and one grokking time; λ = 0.9, d_out = 1.</summary>
public class TheoryKernels
{
    private const double Time = 1000;

    private static readonly OneLayerParameters Parameters = new() { SampleRatio = 0.9 };
    private readonly OneLayerTheory theory = new(Parameters);

    /// <summary>How many nodes the quadrature has.</summary>
    public static int Nodes => new MarchenkoPastur(Parameters.SampleRatio).Measure().Nodes.Length;

    [Benchmark]
    public Estimate Quadrature() => theory.GeneralizationLoss.At(Time);

    [Benchmark]
    public double ClosedForm() =>
        ClosedForms.GeneralizationLoss(Parameters.SampleRatio, Parameters.LearningRate * Time);

    [Benchmark]
    public GrokkingTime GrokkingTime() =>
        GrokkingTheory.Times(new OneLayerTheory(Parameters), new AccuracyCriterion());
}
