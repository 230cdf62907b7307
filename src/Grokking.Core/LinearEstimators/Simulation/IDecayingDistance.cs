using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>D(t) of one descent, Σ_i r_iᵗ B_i + C over modes i: what decays, and what stays. For one thread at a time.</summary>
internal interface IDecayingDistance
{
    /// <summary>d_out.</summary>
    int Outputs { get; }

    /// <summary>−log r of every mode; null if one does anything but decay.</summary>
    IReadOnlyList<double>? Rates { get; }

    /// <summary>At least ‖B‖: outputs change by no more than this times ‖x‖ where every r_iᵗ changes by at most 1.</summary>
    double Reach { get; }

    /// <summary>C, a row for each output, d_in columns; null for nothing.</summary>
    Matrix? Limit();

    /// <summary>The largest |rᵗ| of all modes.</summary>
    double LargestFactor(long epoch);

    /// <summary>What decays at several epochs: for each of them a row for each output, d_in columns.</summary>
    Matrix At(IReadOnlyList<long> epochs);
}
