using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// A probability measure over the eigenvalues ν ≥ 0 of the covariance Σ, as nodes and weights: every loss of
/// the one-layer model is an expectation over it (Levi et al. 2024, eq. 8).
/// </summary>
/// <remarks>
/// Either exact, as for the eigenvalues of one drawn Σ, or a quadrature rule in which a coarser one is embedded:
/// the difference of the two is the error estimate, and 0 for an exact measure. Immutable.
/// </remarks>
public sealed class SpectralMeasure
{
    private readonly double[] nodes;
    private readonly double[] weights;
    private readonly double[] coarseWeights;

    internal SpectralMeasure(double[] nodes, double[] weights, double[] coarseWeights) =>
        (this.nodes, this.weights, this.coarseWeights) = (nodes, weights, coarseWeights);

    /// <summary>ν, the nodes, each ≥ 0, in no particular order; an atom at 0 is a node like any other.</summary>
    public ReadOnlySpan<double> Nodes => nodes;

    /// <summary>The weight of each node; their sum is 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The embedded coarser rule: another weight for each node, the same one for an exact measure.</summary>
    public ReadOnlySpan<double> CoarseWeights => coarseWeights;

    /// <summary>The measure of a drawn Σ: equal weights on its d_in eigenvalues and nothing else.</summary>
    /// <param name="eigenvalues">At least one; each ≥ 0 up to a rounding error, which is cut off.</param>
    /// <exception cref="ArgumentException">None is positive, or one is NaN, infinite or truly negative.</exception>
    public static SpectralMeasure Of(IEnumerable<double> eigenvalues) => Of(eigenvalues, zeroModes: 0);

    /// <summary>
    /// The measure of a drawn Σ with λ > 1, given the N_tr eigenvalues of its Gram matrix: the other
    /// d_in − N_tr are zero.
    /// </summary>
    /// <param name="eigenvalues">At least one; each ≥ 0 up to a rounding error, which is cut off.</param>
    /// <param name="zeroModes">How many zero eigenvalues to add, d_in − N_tr ≥ 0.</param>
    /// <exception cref="ArgumentException">None is positive, or one is NaN, infinite or truly negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of zero modes is negative.</exception>
    public static SpectralMeasure Of(IEnumerable<double> eigenvalues, int zeroModes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(zeroModes);
        double[] values = [.. eigenvalues];
        double rounding = 1e-10 * values.DefaultIfEmpty().Max();
        if (
            !(rounding > 0)
            || !Array.TrueForAll(values, value => value >= -rounding && double.IsFinite(value))
        )
            throw new ArgumentException(
                "the eigenvalues of a covariance are finite, none is negative and one at least positive",
                nameof(eigenvalues)
            );

        double weight = 1.0 / (values.Length + (double)zeroModes);
        double[] positions =
        [
            .. values.Select(value => Math.Max(0, value)),
            .. zeroModes > 0 ? [0] : Array.Empty<double>(),
        ];
        double[] masses = Array.ConvertAll(positions, _ => weight);
        if (zeroModes > 0)
            masses[^1] *= zeroModes;
        return new SpectralMeasure(positions, masses, masses);
    }

    /// <summary>E[f(ν)].</summary>
    /// <param name="function">f; for a quadrature rule smooth on the scale of the spectrum.</param>
    /// <returns>The expectation; its error covers quadrature and the rounding of the sum, not that of f.</returns>
    public Estimate Expectation(Func<double, double> function)
    {
        double fine = 0;
        double coarse = 0;
        double magnitude = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double value = function(nodes[i]);
            fine += weights[i] * value;
            magnitude += weights[i] * Math.Abs(value);
            coarse += coarseWeights[i] * value;
        }
        return new Estimate(fine, Math.Abs(fine - coarse) + (1e-14 * magnitude));
    }
}
