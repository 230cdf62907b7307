namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// A quadrature rule for the Marchenko–Pastur law that is equally good for every λ, time and weight decay.
/// </summary>
/// <remarks>
/// <para>
/// With ν = λ₋ + 4√λ sin²φ and tan φ = e^y the law becomes 16 sin³φ cos³φ/(πν) dy on the whole line. Its
/// poles, ν = 0 and with weight decay ν = −g, all lie on |Im y| = π/2 because tan²φ is negative there, and e^{−kν}
/// is bounded for |Im y| ≤ π/4: the trapezoidal rule of step h has a relative error of about e^{−π²/2h}
/// wherever the integrand's weight is. h = 1/12 gives 2e-26, below rounding, and its every second node 1e-13, times
/// a factor of about 100 for the nearness of the bound: this is the error estimate.
/// </para>
/// <para>
/// The line is cut where a function of ν can no longer tell ν from the edge, and the tail beyond it (a
/// geometric series) is put on the edge itself: for e^{−kν} up to k λ₋ = 1e4 at the lower edge, k = 1e30 if
/// λ = 1, and up to an excess exponent of 1e6 at the upper one. The coarse rule cuts 1 earlier at either end,
/// so that its difference shows when a function asks for more.
/// </para>
/// </remarks>
internal static class MarchenkoPasturQuadrature
{
    private const double Step = 1.0 / 12;

    // How many nodes earlier than the fine rule the coarse one is cut: about 1 in y.
    private const int CoarseCut = 12;

    // At λ = 1 the law comes as near to 0 as one likes and has no weight there: what lies below every node must still fade.
    private const double NextToZero = 1e-290;

    public static SpectralMeasure Rule(MarchenkoPastur law)
    {
        double span = 4 * Math.Sqrt(law.SampleRatio);
        // The measure falls like e^{3y} below the scale of λ₋ and like e^{y} if λ₋ = 0. The tail's lump is wrong by
        // another e^{2y}: 35/(3+2) or 35/(1+2) beyond the last scale that matters leaves e^{−35}.
        int order = law.LowerEdge > 0 ? 3 : 1;
        double sharpest = Math.Min(1e30, 1e4 * Math.Max(1, span / law.LowerEdge));
        double below = (0.5 * Math.Log(sharpest)) + (35.0 / (order + 2));
        double above = (0.5 * Math.Log(1e6)) + (35.0 / 5);

        // Both ends even, so that every second node is the rule of twice the step with the same ends.
        int first = -2 * (int)Math.Ceiling(below / (2 * Step));
        int last = 2 * (int)Math.Ceiling(above / (2 * Step));
        int count = last - first + 1;
        int size = count + (law.AtomAtZero > 0 ? 3 : 2);
        var (nodes, weights, coarse) = (new double[size], new double[size], new double[size]);
        for (int i = 0; i < count; i++)
        {
            int j = first + i;
            nodes[i] = Node(law, span, j * Step);
            weights[i] = Step * Weight(law, span, j * Step);
            bool shared = j % 2 == 0 && j >= first + CoarseCut && j <= last - CoarseCut;
            coarse[i] = shared ? 2 * weights[i] : 0;
        }
        (nodes[count], nodes[count + 1]) = (Math.Max(law.LowerEdge, NextToZero), law.UpperEdge);
        weights[count] = Tail(weights[0], order * Step);
        weights[count + 1] = Tail(weights[count - 1], 3 * Step);
        coarse[count] = Tail(coarse[CoarseCut], 2 * order * Step);
        coarse[count + 1] = Tail(coarse[count - 1 - CoarseCut], 6 * Step);
        if (law.AtomAtZero > 0) // the node is 0 already
            weights[^1] = coarse[^1] = law.AtomAtZero;
        return new SpectralMeasure(nodes, weights, coarse);
    }

    private static double Node(MarchenkoPastur law, double span, double y) =>
        law.LowerEdge + (span / (1 + Math.Exp(-2 * y)));

    /// <summary>16 sin³φ cos³φ/(πν), with sin φ cos φ = 1/(2 cosh y).</summary>
    private static double Weight(MarchenkoPastur law, double span, double y)
    {
        double cosh = Math.Cosh(y);
        return 2 / (Math.PI * Node(law, span, y) * cosh * cosh * cosh);
    }

    /// <summary>Σ_{i ≥ 1} w e^{−i·rate}: what lies beyond the last node of weight w.</summary>
    private static double Tail(double weight, double rate) => weight / (Math.Exp(rate) - 1);
}
