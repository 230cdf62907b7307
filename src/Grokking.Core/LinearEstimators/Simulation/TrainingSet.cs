using System.Runtime.CompilerServices;
using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The training inputs X and the spectrum of their covariance Σ = XᵀX/N_tr. It depends on neither d_out nor
/// η, γ, ε: one set serves every run with the same sizes and replica.
/// </summary>
public sealed class TrainingSet
{
    // An eigenvalue below this fraction of the largest is rounding: its mode belongs to the null space.
    private const double NullFraction = 1e-13;

    private readonly ILinearAlgebra _algebra;
    private readonly ConditionalWeakTable<Matrix, Lazy<Matrix>> _alongModes = [];

    private readonly Lazy<Matrix> _covariance;
    private readonly Lazy<TridiagonalForm> _tridiagonal;
    private readonly Lazy<double[]> _eigenvaluesAlone;
    private readonly Lazy<SymmetricEigendecomposition> _decomposition;
    private readonly Lazy<double[]> _eigenvalues;

    private TrainingSet(Matrix samples, ILinearAlgebra algebra)
    {
        (Samples, _algebra) = (samples, algebra);
        _covariance = new(() => algebra.Covariance(samples));
        _tridiagonal = new(() => algebra.Tridiagonalize(Covariance));
        _eigenvaluesAlone = new(() => AtLeastZero(Tridiagonal.Eigenvalues()));
        _decomposition = new(() =>
            samples.Rows >= samples.Columns ? OfCovariance(Covariance, algebra) : OfGram(samples, algebra)
        );
        _eigenvalues = new(() => [.. new double[samples.Columns - Modes.Rows], .. ModeEigenvalues]);
    }

    /// <summary>X, N_tr × d_in, entries N(0, 1).</summary>
    public Matrix Samples { get; }

    /// <summary>ν, all d_in eigenvalues of Σ, ascending; the zeros of λ &gt; 1 come first and are exact.</summary>
    public IReadOnlyList<double> Eigenvalues => _eigenvalues.Value;

    /// <summary>The same to rounding, for who needs no <see cref="Modes"/>; for λ &gt; 1 zeros are not exact.</summary>
    internal IReadOnlyList<double> EigenvaluesAlone => _eigenvaluesAlone.Value;

    /// <summary>Σ = QTQᵀ, for who needs no <see cref="Modes"/>.</summary>
    internal TridiagonalForm Tridiagonal => _tridiagonal.Value;

    /// <summary>Σ.</summary>
    internal Matrix Covariance => _covariance.Value;

    /// <summary>Says that nobody will read any of it again.</summary>
    internal void GiveBack()
    {
        Samples.GiveBack();
        if (_covariance.IsValueCreated)
            Covariance.GiveBack();
        if (_tridiagonal.IsValueCreated)
            Tridiagonal.GiveBack();
    }

    /// <summary>The eigenvalues that belong to <see cref="Modes"/>, ascending.</summary>
    internal double[] ModeEigenvalues => _decomposition.Value.Eigenvalues;

    /// <summary>
    /// Orthonormal eigenvectors of Σ as rows. For λ ≤ 1 all d_in of them; for λ &gt; 1 only those that span the
    /// samples, and the null space of Σ is what is orthogonal to all of them.
    /// </summary>
    internal Matrix Modes => _decomposition.Value.Eigenvectors;

    /// <summary>
    /// The components of samples along <see cref="Modes"/>, a column for each sample: computed once as long as the
    /// samples live, as several experiments with the same inputs need them.
    /// </summary>
    internal Matrix AlongModes(Matrix samples) =>
        _alongModes.GetValue(samples, all => new(() => _algebra.Product(Modes, false, all, true))).Value;

    /// <summary>Draws the inputs. Their covariance is decomposed when somebody asks what it is needed for.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replica">Which repetition.</param>
    /// <param name="samples">N_tr, at least 1.</param>
    /// <param name="inputDimension">d_in, at least 1.</param>
    /// <param name="algebra">Only the spectrum and samples along modes depend on it, to rounding.</param>
    public static TrainingSet Draw(
        Seed seed,
        int replica,
        int samples,
        int inputDimension,
        ILinearAlgebra algebra
    ) => Of(OneLayerDraw.Inputs(seed, replica, "training", samples, inputDimension), algebra);

    /// <summary>Given inputs, one sample a row. Their covariance is decomposed when somebody asks what it is needed for.</summary>
    public static TrainingSet Of(Matrix samples, ILinearAlgebra algebra) => new(samples, algebra);

    private static SymmetricEigendecomposition OfCovariance(Matrix covariance, ILinearAlgebra algebra)
    {
        var (eigenvalues, modes) = algebra.Eigendecompose(covariance);
        return new(AtLeastZero(eigenvalues), modes);
    }

    private static double[] AtLeastZero(double[] eigenvalues) =>
        Array.ConvertAll(eigenvalues, eigenvalue => Math.Max(eigenvalue, 0));

    /// <summary>
    /// With fewer samples than dimensions, through the smaller XXᵀ/N_tr: it has the same non-zero eigenvalues,
    /// and its eigenvector u gives Σ's as Xᵀu/√(N_tr ν).
    /// </summary>
    private static SymmetricEigendecomposition OfGram(Matrix samples, ILinearAlgebra algebra)
    {
        int count = samples.Rows;
        Matrix gram = algebra.Product(samples, false, samples, true, 1.0 / count);
        var (eigenvalues, vectors) = algebra.Eigendecompose(gram);
        int zeros = eigenvalues.Count(eigenvalue => eigenvalue <= NullFraction * eigenvalues[^1]);
        eigenvalues = eigenvalues[zeros..];
        var range = new Matrix(eigenvalues.Length, count, vectors.Values[(zeros * count)..]);
        Matrix modes = algebra.Product(range, false, samples, false);
        for (int i = 0; i < eigenvalues.Length; i++)
        {
            double norm = Math.Sqrt(count * eigenvalues[i]);
            foreach (ref double entry in modes.Row(i))
                entry /= norm;
        }
        return new(eigenvalues, modes);
    }
}
