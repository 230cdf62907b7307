namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The Marchenko–Pastur law: the eigenvalues of Σ as d_in, N_tr → ∞ at fixed λ = d_in/N_tr (Levi et al. 2024,
/// eq. 6).
/// </summary>
public sealed class MarchenkoPastur
{
    /// <summary>The law at a sample ratio λ.</summary>
    /// <param name="sampleRatio">λ, in [1e-6, 1e6].</param>
    /// <exception cref="ArgumentOutOfRangeException">λ is NaN or outside the range.</exception>
    public MarchenkoPastur(double sampleRatio)
    {
        SampleRatio = Require.InClosed(sampleRatio, 1e-6, 1e6, nameof(sampleRatio));
        double root = Math.Sqrt(sampleRatio);
        double distance = (1 - sampleRatio) / (1 + root); // 1 − √λ without cancellation
        LowerEdge = distance * distance;
        UpperEdge = (1 + root) * (1 + root);
        AtomAtZero = Math.Max(0, (sampleRatio - 1) / sampleRatio);
    }

    /// <summary>λ.</summary>
    public double SampleRatio { get; }

    /// <summary>λ₋ = (1 − √λ)², the lower edge of the continuous part; to 4 units in the last place.</summary>
    public double LowerEdge { get; }

    /// <summary>λ₊ = (1 + √λ)², the upper edge.</summary>
    public double UpperEdge { get; }

    /// <summary>The weight 1 − 1/λ of the eigenvalue 0 for λ > 1, otherwise 0; in [0, 1).</summary>
    public double AtomAtZero { get; }

    /// <summary>The density √((λ₊ − ν)(ν − λ₋))/(2πλν) of the continuous part; 0 on and outside its edges.</summary>
    /// <param name="eigenvalue">ν; at λ = 1 the lower edge is 0, and the density is infinite there.</param>
    public double Density(double eigenvalue)
    {
        if (eigenvalue == 0 && LowerEdge == 0)
            return double.PositiveInfinity;
        return eigenvalue < LowerEdge || eigenvalue > UpperEdge
            ? 0
            : Math.Sqrt((UpperEdge - eigenvalue) * (eigenvalue - LowerEdge))
                / (2 * Math.PI * SampleRatio * eigenvalue);
    }

    /// <summary>The law as a quadrature rule; see <see cref="MarchenkoPasturQuadrature"/> for what it promises.</summary>
    public SpectralMeasure Measure() => MarchenkoPasturQuadrature.Rule(this);
}
