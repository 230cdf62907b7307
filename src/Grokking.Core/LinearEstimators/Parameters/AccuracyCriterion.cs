namespace Grokking.LinearEstimators.Parameters;

/// <summary>
/// When a sample counts as correct, ‖Dᵀx‖²/d_out &lt; ε, and which fraction of correct samples counts as learnt.
/// </summary>
public sealed record AccuracyCriterion
{
    /// <summary>ε, the squared-error threshold of one sample; in [1e-15, 1e6]. The paper uses 1e-3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double Epsilon
    {
        get;
        init => field = Require.InClosed(value, 1e-15, 1e6);
    } = 1e-3;

    /// <summary>The accuracy that marks t*; in (0, 1). The paper's figures use 0.95, its asymptotics erf √2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double Level
    {
        get;
        init => field = Require.InOpen(value, 0, 1);
    } = 0.95;
}
