using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// One loss of the one-layer model as a function of time, L(t) = E[q (a² + b²)/2]/d_out, where a is what is left
/// of the student's start in a mode and b of the teacher (Levi et al. 2024, eqs. 8, 13, 15).
/// </summary>
/// <remarks>Immutable; one evaluation takes 1–2 µs for a Marchenko–Pastur rule.</remarks>
public sealed class LossCurve
{
    private const int Lanes = 4;
    private const int Chunk = 128 * Lanes;

    private readonly Relaxation relaxation;
    private readonly Func<double, double> weighting;
    private readonly double[] weights;
    private readonly double[] coarseWeights;
    private readonly int inputDimension;
    private readonly int outputDimension;

    /// <summary>The loss with q(ν) as given; modes with q = 0 are left out.</summary>
    /// <param name="measure">The spectrum.</param>
    /// <param name="parameters">d_in, d_out, η and γ.</param>
    /// <param name="dynamics">Flow or exact descent.</param>
    /// <param name="weighting">q.</param>
    /// <param name="other">A loss of the same parameters: where its modes are the same, so is how they relax.</param>
    internal LossCurve(
        SpectralMeasure measure,
        OneLayerParameters parameters,
        Dynamics dynamics,
        Func<double, double> weighting,
        LossCurve? other = null
    )
    {
        this.weighting = weighting;
        var factors = new double[measure.Nodes.Length];
        for (int i = 0; i < factors.Length; i++)
            factors[i] = weighting(measure.Nodes[i]);
        int kept = factors.Length - factors.AsSpan().Count(0.0);
        int count = (kept + Lanes - 1) / Lanes * Lanes;
        var nodes = new double[count];
        (weights, coarseWeights) = (new double[count], new double[count]);
        int next = 0;
        for (int i = 0; i < factors.Length; i++)
        {
            if (factors[i] == 0)
                continue;
            nodes[next] = measure.Nodes[i];
            weights[next] = measure.Weights[i] * factors[i];
            coarseWeights[next] = measure.CoarseWeights[i] * factors[i];
            next++;
        }
        nodes.AsSpan(kept).Fill(nodes[kept - 1]); // whole vectors: repeat a mode without weight
        relaxation =
            other is not null && nodes.AsSpan().SequenceEqual(other.relaxation.Nodes)
                ? other.relaxation
                : new Relaxation(nodes, parameters, dynamics);
        (inputDimension, outputDimension) = (parameters.InputDimension, parameters.OutputDimension);
    }

    /// <summary>L(t).</summary>
    /// <param name="time">t in epochs, real, in [0, ∞).</param>
    /// <returns>
    /// The loss; 0 once it is below 1e-308. To 1e-9 relative for 1e-3 ≤ λ ≤ 1e2 with |λ − 1| ≥ 1e-6 or λ = 1; the
    /// error given is the quadrature's own estimate plus a bound on rounding.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public Estimate At(double time)
    {
        LossSums sums = Sums(time);
        return Math.Exp(2 * sums.LogScale) / outputDimension * sums.Bounded(sums.Loss, sums.CoarseLoss);
    }

    /// <summary>log L(t), also where L itself is too small for a double.</summary>
    /// <param name="time">t in epochs, real, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public Estimate LogAt(double time)
    {
        LossSums sums = Sums(time);
        return new Estimate(
            (2 * sums.LogScale) + Math.Log(sums.Loss / outputDimension),
            sums.Bounded(sums.Loss, sums.CoarseLoss).RelativeError
        );
    }

    /// <summary>d log L/dt, not positive; per epoch.</summary>
    /// <param name="time">t in epochs, real, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public Estimate LogDerivative(double time)
    {
        LossSums sums = Sums(time);
        return sums.Bounded(sums.Slope / sums.Loss, sums.CoarseSlope / sums.CoarseLoss);
    }

    /// <summary>log L(t) and d log L/dt without their errors, in one pass.</summary>
    internal (double Value, double Slope) LogWithSlope(double time)
    {
        LossSums sums = Sums(time);
        return ((2 * sums.LogScale) + Math.Log(sums.Loss / outputDimension), sums.Slope / sums.Loss);
    }

    /// <summary>
    /// The relative variance of L(t) over draws of S(0) and T at a given spectrum:
    /// 2E[(q f)²]/(d_in d_out E[q f]²) with f = (a² + b²)/2.
    /// </summary>
    /// <param name="time">t in epochs, real, in [0, ∞).</param>
    /// <remarks>
    /// The projections of S(0) and T on the eigenvectors are independent Gaussians, which makes L a sum of
    /// independent squares. How the spectrum itself varies from draw to draw is not included.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public double RelativeVariance(double time) => CovarianceOfLogs(time, this, time);

    /// <summary>The limit of L as t → ∞, not an evaluation at some large t.</summary>
    public Estimate Final()
    {
        LossSums sums = default;
        for (int i = 0; i < weights.Length; i++)
        {
            double factor = relaxation.FinalFactor(i);
            sums.Loss += weights[i] * factor;
            sums.CoarseLoss += coarseWeights[i] * factor;
        }
        return 1.0 / outputDimension * sums.Bounded(sums.Loss, sums.CoarseLoss);
    }

    /// <summary>
    /// Covariance of log L(t₁) with the logarithm of another loss of the same model at t₂, to first order in the
    /// spread: 2E[q₁q₂c²]/(d_in d_out E[q₁f₁] E[q₂f₂]) with c = (a₁a₂ + b₁b₂)/2.
    /// </summary>
    /// <param name="time">t₁.</param>
    /// <param name="other">The other loss; it has at least the modes of this one.</param>
    /// <param name="otherTime">t₂.</param>
    internal double CovarianceOfLogs(double time, LossCurve other, double otherTime)
    {
        LossSums mine = Sums(time);
        LossSums others = other.Sums(otherTime);
        int count = weights.Length;
        var (first, firstTeacher) = (new double[count], new double[count]);
        var (second, secondTeacher) = (new double[count], new double[count]);
        relaxation.Amplitudes(time, 0, first, firstTeacher);
        relaxation.Amplitudes(otherTime, 0, second, secondTeacher);
        // The other loss may have a slower mode (ν = 0 has no training loss) and with it another scale.
        double rescale = Math.Exp(2 * (relaxation.LogScale(otherTime) - others.LogScale));
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            double common = 0.5 * ((first[i] * second[i]) + (firstTeacher[i] * secondTeacher[i]));
            sum += weights[i] * other.weighting(relaxation.Nodes[i]) * common * common;
        }
        return 2 * sum * rescale / (mine.Loss * others.Loss) / inputDimension / outputDimension;
    }

    [SkipLocalsInit] // every amplitude is written before it is read
    private LossSums Sums(double time)
    {
        Require.NotNegative(time, nameof(time));
        Span<double> student = stackalloc double[Chunk];
        Span<double> teacher = stackalloc double[Chunk];
        // Four lanes whatever the hardware: the order of summation is part of the result.
        var (loss, coarseLoss) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (slope, coarseSlope) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (int from = 0; from < weights.Length; from += Chunk)
        {
            int count = Math.Min(Chunk, weights.Length - from);
            relaxation.Amplitudes(time, from, student[..count], teacher[..count]);
            for (int i = 0; i < count; i += Lanes)
            {
                Vector256<double> a = Vector256.Create<double>(student[i..]);
                Vector256<double> b = Vector256.Create<double>(teacher[i..]);
                Vector256<double> weight = Vector256.Create<double>(weights.AsSpan(from + i));
                Vector256<double> coarse = Vector256.Create<double>(coarseWeights.AsSpan(from + i));
                Vector256<double> rate = Vector256.Create(relaxation.Rates[(from + i)..]);
                Vector256<double> free = Vector256.Create(relaxation.Free[(from + i)..]);
                Vector256<double> twice = (a * a) + (b * b);
                Vector256<double> fall = rate * a * (a + (free * b));
                loss += weight * twice;
                coarseLoss += coarse * twice;
                slope += weight * fall;
                coarseSlope += coarse * fall;
            }
        }
        return new LossSums
        {
            LogScale = relaxation.LogScale(time),
            Exponent = relaxation.Exponent(time),
            Loss = 0.5 * Vector256.Sum(loss),
            CoarseLoss = 0.5 * Vector256.Sum(coarseLoss),
            Slope = -Vector256.Sum(slope),
            CoarseSlope = -Vector256.Sum(coarseSlope),
        };
    }
}
