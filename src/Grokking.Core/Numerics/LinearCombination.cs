using System.Numerics.Tensors;

namespace Grokking.Numerics;

/// <summary>
/// Sums of long vectors, each times a number, in one pass over memory: term after term is added to a piece of the sum that
/// stays in the fastest cache.
/// </summary>
internal static class LinearCombination
{
    // Of the sum and of a term: 8 kB each.
    private const int Piece = 1024;

    /// <summary>sum ← Σ weight · vector. The sum itself may be the first vector, but none after it.</summary>
    /// <param name="sum">n components.</param>
    /// <param name="terms">At least one, each of n components.</param>
    /// <exception cref="ArgumentException">A vector has another length, or there is none.</exception>
    public static void Write(Span<double> sum, params ReadOnlySpan<(double Weight, double[] Vector)> terms) =>
        Add(sum, terms, kept: false);

    /// <summary>sum ← sum + Σ weight · vector. None of the vectors is the sum itself.</summary>
    /// <inheritdoc cref="Write"/>
    public static void Add(Span<double> sum, params ReadOnlySpan<(double Weight, double[] Vector)> terms) =>
        Add(sum, terms, kept: true);

    private static void Add(Span<double> sum, ReadOnlySpan<(double Weight, double[] Vector)> terms, bool kept)
    {
        if (terms.IsEmpty)
            throw new ArgumentException("There is nothing to add up", nameof(terms));
        foreach (var (_, vector) in terms)
            if (vector.Length != sum.Length)
                throw new ArgumentException(
                    $"{vector.Length} components where the sum has {sum.Length}",
                    nameof(terms)
                );
        for (int start = 0; start < sum.Length; start += Piece)
        {
            int length = Math.Min(Piece, sum.Length - start);
            var piece = sum.Slice(start, length);
            bool holds = kept;
            foreach (var (weight, vector) in terms)
            {
                var term = vector.AsSpan(start, length);
                if (holds)
                    TensorPrimitives.MultiplyAdd(term, weight, piece, piece);
                else
                    TensorPrimitives.Multiply(term, weight, piece);
                holds = true;
            }
        }
    }
}
