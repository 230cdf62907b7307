namespace Grokking.LinearEstimators.Simulation;

/// <summary>How far off one set of samples is, at any epoch.</summary>
internal interface ISampleErrors
{
    /// <summary>Says that many looks will follow between two epochs: what makes them cheap is done now.</summary>
    void Prepare(long from, long to);

    /// <summary>
    /// ‖Dᵀx‖²/d_out of every sample at each of the epochs, in their order; each array is overwritten by the next.
    /// </summary>
    IEnumerable<double[]> At(IReadOnlyList<long> epochs);
}
