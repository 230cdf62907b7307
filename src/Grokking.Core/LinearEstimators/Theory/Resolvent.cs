namespace Grokking.LinearEstimators.Theory;

/// <summary>Means over the Marchenko–Pastur law of powers of 1/(ν + g), in closed form.</summary>
/// <remarks>
/// p = E[ν/(ν+g)] solves λp² − (1+λ+g)p + 1 = 0, so p = 2/(1+λ+g+R) with R² = (1+λ+g)² − 4λ = (1−λ+g)² + 4λg, and
/// u = E[g/(ν+g)] = 1 − p. From dp/dg = −p/R follow E[ν/(ν+g)²] = p/R and, with m = u/g, E[1/(ν+g)²] = −dm/dg =
/// m(1+λm)/R, and d/dg E[g²/(ν+g)²] = −g d(p/R)/dg = 2g/R³. Each is written as a sum of positive terms.
/// </remarks>
public readonly record struct Resolvent
{
    private Resolvent(double sampleRatio, double g)
    {
        G = g;
        double below = 1 - sampleRatio + g;
        R = Math.Sqrt((below * below) + (4 * sampleRatio * g));
        Fitted = 2 / (1 + sampleRatio + g + R);
        Held = below > 0 ? 2 * g / (below + R) : (R - below) / (2 * sampleRatio);
        HeldSquare = Held * (g + (sampleRatio * Held)) / R;
        HeldSquareSlope = 2 * g / (R * R * R);
    }

    /// <summary>g, by which every eigenvalue is shifted.</summary>
    public double G { get; }

    /// <summary>R = √((1−λ+g)² + 4λg).</summary>
    public double R { get; }

    /// <summary>p = E[ν/(ν+g)].</summary>
    public double Fitted { get; }

    /// <summary>u = E[g/(ν+g)] = 1 − p.</summary>
    public double Held { get; }

    /// <summary>E[g²/(ν+g)²].</summary>
    public double HeldSquare { get; }

    /// <summary>The derivative of <see cref="HeldSquare"/> by g, positive.</summary>
    public double HeldSquareSlope { get; }

    /// <summary>The means at one λ and g, each to 1e-14 relative.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="g">g, in (0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Resolvent At(double sampleRatio, double g) =>
        new(Require.Positive(sampleRatio, nameof(sampleRatio)), Require.Positive(g, nameof(g)));
}
