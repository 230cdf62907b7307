using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>D(t) from eigenvectors.</summary>
/// <param name="modes">m, orthonormal, one a row.</param>
/// <param name="components">D along the modes, a row for each.</param>
/// <param name="algebra">Multiplies.</param>
internal sealed class DistanceAlongModes(Matrix modes, DecayingRows components, ILinearAlgebra algebra)
    : IDecayingDistance
{
    private Matrix? _room; // for components

    public int Outputs => components.Initial.Columns;

    public IReadOnlyList<double>? Rates { get; } = components.Rates;

    public double Reach { get; } = Math.Sqrt(components.Initial.SquaredNorm());

    public Matrix? Limit() => components.Limit is { } limit ? Turned(limit) : null;

    public double LargestFactor(long epoch) => components.LargestFactor(epoch);

    public Matrix At(IReadOnlyList<long> epochs) =>
        Turned(components.Decayed(epochs, ..components.Alive(epochs), .., ref _room));

    /// <summary>From components along the first modes to the original coordinates.</summary>
    private Matrix Turned(MatrixRows along) => algebra.Product(along, true, modes.Slice(..along.Rows), false);
}
