using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>The weights of a two-layer network, or a rate of change of them.</summary>
/// <remarks>A network may keep either layer transposed, and zeros that fill up rows: see its own <c>Start</c>.</remarks>
/// <param name="First">S⁽⁰⁾, d_in × d_h.</param>
/// <param name="Second">S⁽¹⁾, d_h × d_out.</param>
public sealed record TwoLayerWeights(Matrix First, Matrix Second)
{
    /// <summary>How many numbers they are.</summary>
    public int Count => First.Values.Length + Second.Values.Length;

    /// <summary>An independent copy.</summary>
    public TwoLayerWeights Copy() => new(First.Copy(), Second.Copy());

    /// <summary>Overwrites weights of the same shape.</summary>
    internal void CopyTo(TwoLayerWeights target)
    {
        First.Values.CopyTo(target.First.Values, 0);
        Second.Values.CopyTo(target.Second.Values, 0);
    }

    /// <summary>Takes all weights from a vector: S⁽⁰⁾ row by row, then S⁽¹⁾.</summary>
    internal void Read(ReadOnlySpan<double> vector)
    {
        vector[..First.Values.Length].CopyTo(First.Values);
        vector[First.Values.Length..].CopyTo(Second.Values);
    }

    /// <summary>Gives all weights to a vector, in the same order.</summary>
    internal void Write(Span<double> vector)
    {
        First.Values.CopyTo(vector);
        Second.Values.CopyTo(vector[First.Values.Length..]);
    }
}
