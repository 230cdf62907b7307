using System.Numerics.Tensors;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The losses of a two-layer network that learns lazily: in Ḋ = −(2η/d_out) (ΣD S⁽¹⁾ᵀS⁽¹⁾ + S⁽⁰⁾S⁽⁰⁾ᵀΣD) the d_out × d_out
/// kernel S⁽¹⁾ᵀS⁽¹⁾ stays what it was, and the second term, d_out/d_in times smaller on average, is left out.
/// </summary>
/// <remarks>
/// Along an eigenvector u_j of the kernel, with eigenvalue κ_j, this is the one-layer model slowed down by κ_j:
/// L_gen = Σ_j ‖D(0)u_j‖² E[e^{−4ηκ_jνt/d_out}]/d_out, and L_tr the same with E[ν …]. On average κ_j = 1/(2 d_out) and
/// ‖D(0)‖² = 1/(2 d_h): eq. 19 of Levi et al. 2024, but divided by d_out as their eq. 1 defines the loss.
/// A tanh network is replaced by its best linear approximation over x, φ(u) → m u with m = E[φ′], which multiplies
/// both κ and ‖D(0)‖² by m².
/// </remarks>
public sealed class TwoLayerTheory
{
    private readonly TwoLayerExperiment _experiment;
    private readonly LossCurve _training;
    private readonly LossCurve _generalization;
    private readonly LossCurve _weights;

    private readonly double _weightsFactor;

    private TwoLayerTheory(
        TwoLayerExperiment experiment,
        SpectralMeasure? inputs,
        IReadOnlyList<double> kernel,
        IReadOnlyList<double> distances,
        double lossFactor,
        double weightsFactor
    )
    {
        // The factors are by how much the printed equations 19 and 18 exceed the derived ones.
        (_experiment, _weightsFactor) = (experiment, weightsFactor);
        inputs ??= new MarchenkoPastur(experiment.SampleRatio).Measure();
        var parameters = new OneLayerParameters
        {
            SampleRatio = experiment.SampleRatio,
            InputDimension = experiment.InputDimension,
            OutputDimension = experiment.OutputDimension,
            LearningRate = experiment.LearningRate,
        };
        double slope2 = Math.Pow(MeanSlope(experiment), 2);
        double[] rates = [.. kernel.Select(eigenvalue => slope2 * eigenvalue)];
        double[] plain = [.. distances.Select(distance => slope2 * distance)];
        double[] slowed = [.. plain.Zip(rates, (distance, rate) => distance / rate)];

        // The nodes are κν; weighting by a node and dividing by its κ weights by ν.
        _training = Curve(slowed, node => lossFactor * node);
        _generalization = Curve(plain, _ => lossFactor);
        _weights = Curve(slowed, _ => 1);

        LossCurve Curve(double[] amplitudes, Func<double, double> weighting) =>
            new(Product(inputs, rates, amplitudes), parameters, Dynamics.Flow, weighting);
    }

    /// <summary>The expectation over draws of the weights: κ = 1/(2 d_out), ‖D(0)‖² = 1/(2 d_h).</summary>
    /// <param name="experiment">The setting.</param>
    /// <param name="inputs">The spectrum of Σ; null for the Marchenko–Pastur law at the setting's λ.</param>
    public static TwoLayerTheory Expected(TwoLayerExperiment experiment, SpectralMeasure? inputs = null) =>
        new(experiment, inputs, [MeanKernel(experiment)], [MeanDistance(experiment)], 1, 1);

    /// <summary>
    /// Equations 19 and 18 as Levi et al. 2024 print them: losses without the factor 1/d_out, and
    /// ḣ = −8η (T + D)ᵀΣD instead of −(4η/d_out) Tr[(T + D)ᵀΣD].
    /// </summary>
    /// <param name="experiment">The setting.</param>
    public static TwoLayerTheory AsPrinted(TwoLayerExperiment experiment)
    {
        double outputs = experiment.OutputDimension;
        return new(
            experiment,
            null,
            [MeanKernel(experiment)],
            [MeanDistance(experiment)],
            outputs,
            2 * outputs
        );
    }

    /// <summary>The prediction for one draw, from what its kernel and D are at epoch 0.</summary>
    /// <param name="experiment">The setting.</param>
    /// <param name="inputs">The spectrum of Σ; null for the Marchenko–Pastur law at the setting's λ.</param>
    /// <param name="kernel">κ_j &gt; 0, the d_out eigenvalues of S⁽¹⁾ᵀS⁽¹⁾.</param>
    /// <param name="distances">‖D(0)u_j‖² along each eigenvector.</param>
    /// <exception cref="ArgumentException">The lists do not have d_out entries, or not all κ_j are positive.</exception>
    public static TwoLayerTheory FrozenKernel(
        TwoLayerExperiment experiment,
        SpectralMeasure? inputs,
        IReadOnlyList<double> kernel,
        IReadOnlyList<double> distances
    )
    {
        int outputs = experiment.OutputDimension;
        if (kernel.Count != outputs || distances.Count != outputs || !kernel.All(value => value > 0))
            throw new ArgumentException(
                $"a frozen kernel needs {outputs} positive eigenvalues and as many distances",
                nameof(kernel)
            );
        return new(experiment, inputs, kernel, distances, 1, 1);
    }

    /// <summary>E‖D(0)‖² = 1/(2 d_h): both products contribute d_in d_out d_h · 1/(2 d_in d_h) · 1/(2 d_out d_h).</summary>
    /// <param name="experiment">The setting.</param>
    public static double MeanDistance(TwoLayerExperiment experiment) => 0.5 / experiment.HiddenWidth;

    /// <summary>The mean eigenvalue of S⁽¹⁾ᵀS⁽¹⁾, E‖S⁽¹⁾‖²/d_out = 1/(2 d_out).</summary>
    /// <param name="experiment">The setting.</param>
    public static double MeanKernel(TwoLayerExperiment experiment) => 0.5 / experiment.OutputDimension;

    /// <summary>m = E[φ′(w·x)] of a hidden unit with ‖w‖² = 1/(2 d_h); in (0, 1], 1 for the linear network.</summary>
    /// <param name="experiment">The setting.</param>
    public static double MeanSlope(TwoLayerExperiment experiment)
    {
        double norm = Math.Sqrt(0.5 / experiment.HiddenWidth);
        return experiment.Gain == 0
            ? 1
            : HermiteSeries.OfTanh(experiment.Gain, norm).LinearCoefficient / norm;
    }

    /// <summary>The limit of L_tr as t → ∞.</summary>
    public double FinalTrainingLoss => _training.Final().Value;

    /// <summary>The limit of L_gen as t → ∞: not 0 for λ > 1.</summary>
    public double FinalGeneralizationLoss => _generalization.Final().Value;

    /// <summary>L_tr at time t in epochs, real, in [0, ∞).</summary>
    public Estimate TrainingLoss(double time) => _training.At(time);

    /// <summary>L_gen at time t in epochs, real, in [0, ∞).</summary>
    public Estimate GeneralizationLoss(double time) => _generalization.At(time);

    /// <summary>
    /// h(t) − h(0), h = ½(‖S⁽⁰⁾‖² + ‖S⁽¹⁾‖²), at time t in epochs, real, in [0, ∞). Negative for 0 &lt; t &lt; ∞: the weights
    /// shrink while the student's own function fades and are back when the teacher's has taken its place.
    /// </summary>
    /// <remarks>
    /// ḣ = −(4η/d_out) Tr[(T + D)ᵀΣD], T = T⁽⁰⁾T⁽¹⁾, integrated along the lazy solution with E[DᵀT] = −½ E[DᵀD]
    /// at epoch 0: h(t) − h(0) = −Σ_j (‖D(0)u_j‖²/κ_j) E[a − a²], a = e^{−2ηκ_jνt/d_out}. ‖S⁽⁰⁾‖² and ‖S⁽¹⁾‖² each
    /// change by as much.
    /// </remarks>
    public Estimate WeightsChange(double time)
    {
        var (squared, single) = (_weights.At(time), _weights.At(time / 2));
        double factor = _weightsFactor * _experiment.OutputDimension;
        return factor * new Estimate(squared.Value - single.Value, squared.Error + single.Error);
    }

    /// <summary>
    /// t*_tr and t*_gen, where the losses reach the threshold of <see cref="AccuracyLaw"/>. That law takes the errors
    /// of the d_out outputs as equally large; where the κ_j differ they do not stay so.
    /// </summary>
    /// <param name="criterion">ε and the level.</param>
    public GrokkingTime Times(AccuracyCriterion criterion)
    {
        double threshold = AccuracyLaw.ThresholdLoss(_experiment.OutputDimension, criterion);
        return new(
            GrokkingTheory.Crossing(_training, threshold),
            GrokkingTheory.Crossing(_generalization, threshold)
        );
    }

    private static SpectralMeasure Product(SpectralMeasure inputs, double[] factors, double[] amplitudes)
    {
        return new(
            Cross(inputs.Nodes, factors),
            Cross(inputs.Weights, amplitudes),
            Cross(inputs.CoarseWeights, amplitudes)
        );

        static double[] Cross(ReadOnlySpan<double> left, double[] right)
        {
            var products = new double[left.Length * right.Length];
            for (int j = 0; j < right.Length; j++)
                TensorPrimitives.Multiply(left, right[j], products.AsSpan(j * left.Length, left.Length));
            return products;
        }
    }
}
