namespace Grokking.LinearEstimators.Parameters;

/// <summary>
/// The one-layer student and teacher of Levi et al. 2024, section 3, in the limit that theory speaks of:
/// a student S and a teacher T in R^{d_in × d_out} with entries N(0, 1/(2 d_in d_out)).
/// </summary>
/// <remarks>
/// Each range is where the numbers have been tested; beyond it an argument is refused rather than trusted.
/// </remarks>
public sealed record OneLayerParameters
{
    /// <summary>λ = d_in / N_tr, the sample ratio; in [1e-4, 1e4].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public required double SampleRatio
    {
        get;
        init => field = Require.InClosed(value, 1e-4, 1e4);
    }

    /// <summary>d_in, the input dimension; in [1, 10^9]. The losses do not depend on it, their spread does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int InputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 1_000_000_000);
    } = 1000;

    /// <summary>d_out, the output dimension; in [1, 10^5].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int OutputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 100_000);
    } = 1;

    /// <summary>η, the learning rate per epoch (full-batch step); in [1e-9, 1e3].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double LearningRate
    {
        get;
        init => field = Require.InClosed(value, 1e-9, 1e3);
    } = 0.01;

    /// <summary>γ, the weight decay; in [0, 1e3].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double WeightDecay
    {
        get;
        init => field = Require.InClosed(value, 0, 1e3);
    }

    /// <summary>g = γ/2, by which weight decay shifts every eigenvalue of Σ (eq. 15).</summary>
    public double DecayShift => WeightDecay / 2;
}
