namespace Grokking.LinearEstimators.Parameters;

/// <summary>
/// One setting of the two-layer network f(x) = S⁽¹⁾ᵀ φ(S⁽⁰⁾ᵀ x), learning from a teacher of the same shape; Levi
/// et al. 2024, appendix E. Entries of S⁽⁰⁾, T⁽⁰⁾ are N(0, 1/(2 d_in d_h)), of S⁽¹⁾, T⁽¹⁾ N(0, 1/(2 d_out d_h)).
/// </summary>
public sealed record TwoLayerExperiment : IExperiment
{
    private const int LongestRun = 1_000_000_000;

    /// <summary>d_in; in [1, 20 000].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int InputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 20_000);
    }

    /// <summary>N_tr, the number of training samples; in [1, 10^6].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int TrainingSamples
    {
        get;
        init => field = Require.InClosed(value, 1, 1_000_000);
    }

    /// <summary>How many fresh samples measure the generalisation accuracy; in [1, 10^6].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int TestSamples
    {
        get;
        init => field = Require.InClosed(value, 1, 1_000_000);
    }

    /// <summary>d_h, the number of hidden units; in [1, 20 000]. The paper takes 50 and 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int HiddenWidth
    {
        get;
        init => field = Require.InClosed(value, 1, 20_000);
    }

    /// <summary>d_out; in [1, 10^5]. The paper takes 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int OutputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 100_000);
    }

    /// <summary>
    /// g of the activation φ(u) = tanh(g u)/g; in [0, 10^3]. 0 is the limit φ(u) = u, the linear network, and 1
    /// the paper's tanh. Every g has φ′(0) = 1, so that g alone says how non-linear a network is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double Gain
    {
        get;
        init => field = Require.InClosed(value, 0, 1e3);
    }

    /// <summary>η; in [1e-9, 1e3].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double LearningRate
    {
        get;
        init => field = Require.InClosed(value, 1e-9, 1e3);
    } = 0.01;

    /// <summary>
    /// How many epochs are stepped literally; in [0, 10^9]. After them the gradient flow stands in for descent to O(η), at a
    /// fraction of the gradients.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int LiteralEpochs
    {
        get;
        init => field = Require.InClosed(value, 0, LongestRun);
    }

    /// <summary>
    /// Whether literal steps of a linear network are taken within the span of their gradients, where that is cheaper. The
    /// weights are the same, to 1e-11 of D or 1e-14 of T.
    /// </summary>
    public bool SpansSteps { get; init; } = true;

    /// <summary>When a sample counts as correct, and the accuracy that marks t*; ε = 1e-4 as in figure 5.</summary>
    public AccuracyCriterion Criterion { get; init; } = new() { Epsilon = 1e-4 };

    /// <summary>The last epoch simulated; in [1, 10^9]. A threshold not crossed by then is reported as such.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int LastEpoch
    {
        get;
        init => field = Require.InClosed(value, 1, LongestRun);
    }

    /// <summary>Points per decade of the recorded curves; in [1, 100].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int PointsPerDecade
    {
        get;
        init => field = Require.InClosed(value, 1, 100);
    }

    /// <summary>Whether fresh samples are scored at every recorded epoch, or only where t*_gen is sought.</summary>
    public bool ScoresFreshSamples { get; init; } = true;

    /// <summary>λ = d_in / N_tr, as realised by whole numbers.</summary>
    public double SampleRatio => (double)InputDimension / TrainingSamples;

    /// <summary>The same trained by one engine from the first epoch to the last, or as it is where the engine is mixed.</summary>
    public TwoLayerExperiment TrainedBy(TwoLayerEngine engine) =>
        engine switch
        {
            TwoLayerEngine.Flow => this with { LiteralEpochs = 0 },
            TwoLayerEngine.Literal => this with { LiteralEpochs = LongestRun, SpansSteps = false },
            _ => this,
        };
}
