using BenchmarkDotNet.Attributes;
using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.Benchmarks.Kernels;

/// <summary>What simulations are made of, at the paper's sizes with λ = 0.9.</summary>
public class SimulationKernels
{
    private static readonly Seed Seed = new(1);
    private readonly ILinearAlgebra algebra = LinearAlgebraChoice.Auto.Select();
    private Matrix samples = null!;
    private Matrix covariance = null!;
    private SpectralTrajectory trajectory = null!;
    private TwoLayerTanhNetwork network = null!;
    private TwoLayerWeights change = null!;

    internal static OneLayerExperiment OneLayer => Sizes.Curve(0.9);

    internal static TwoLayerExperiment Tanh => Sizes.TwoLayers(200, tanh: true);

    /// <summary>The epochs at which accuracies are recorded.</summary>
    public static IReadOnlyList<long> Epochs =>
        TimeGrid.Logarithmic(OneLayer.LastEpoch, OneLayer.PointsPerDecade).Epochs;

    [GlobalSetup(Targets = [nameof(Covariance), nameof(Eigendecomposition), nameof(Eigenvalues)])]
    public void DrawSamples()
    {
        samples = Gaussian();
        covariance = algebra.Covariance(samples);
    }

    [GlobalSetup(Target = nameof(Accuracies))]
    public void DrawOneLayer() =>
        trajectory = new(OneLayer, OneLayerDraw.Draw(Seed, 0, OneLayer, Training()), algebra);

    [GlobalSetup(Target = nameof(TanhGradient))]
    public void DrawTanh()
    {
        network = new(Tanh, TwoLayerDraw.Draw(Seed, 0, Tanh, Training()), algebra);
        change = network.Start.Copy();
    }

    [Benchmark]
    public Matrix Gaussian() =>
        Seed.For("benchmark", 0, "samples").GaussianMatrix(OneLayer.TrainingSamples, OneLayer.InputDimension);

    [Benchmark]
    public Matrix Covariance() => algebra.Covariance(samples);

    [Benchmark]
    public SymmetricEigendecomposition Eigendecomposition() => algebra.Eigendecompose(covariance);

    [Benchmark]
    public double[] Eigenvalues() => algebra.Tridiagonalize(covariance).Eigenvalues();

    [Benchmark]
    public object Accuracies() => trajectory.AccuraciesAt(SampleSet.Fresh, Epochs);

    [Benchmark]
    public void TanhGradient() => network.Change(network.Start, change, 0);

    private TrainingSet Training() =>
        TrainingSet.Draw(Seed, 0, OneLayer.TrainingSamples, OneLayer.InputDimension, algebra);
}
