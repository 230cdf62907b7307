using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Grokking.Numerics;

/// <summary>
/// eˣ and tanh x of many numbers at once, within four units in the last place, small ones and the differences from 1 of
/// small arguments included.
/// </summary>
/// <remarks>
/// eˣ − 1 = 2ⁿ(e^r − 1) + (2ⁿ − 1) with x = n log 2 + r, |r| ≤ log(2)/2, where thirteen terms of Taylor's series suffice.
/// The library's vectorised functions call others, so that vectors pass through the stack; where that lies across lines of
/// the cache, which changes from one process to the next, they take two to five times as long. Its tanh
/// is exact to 1e-16 absolutely only.
/// </remarks>
internal static class Exponentials
{
    // log 2 in two parts, the first with zeros at its end: n times it is exact.
    private const double LogOfTwo = 0.693147180369123816490;
    private const double LogOfTwoRest = 1.90821492927058770002e-10;

    private const double WholeNumbers = 1.5 * (1L << 52);

    // Below it eˣ is no normal number any more.
    private const double Smallest = -708;

    // From here on tanh is 1 to the last digit.
    private const double Saturated = 20;

    private interface IFunction
    {
        static abstract Vector256<double> Of(Vector256<double> x);
    }

    /// <summary>Replaces every x by eˣ.</summary>
    /// <param name="numbers">x, at most 709, not NaN; below −708 they give 0.</param>
    public static void Exp(Span<double> numbers) => Replace<Exponential>(numbers);

    /// <summary>Replaces every x by tanh x; NaN stays NaN.</summary>
    public static void Tanh(Span<double> numbers) => Replace<Tangent>(numbers);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Replace<TFunction>(Span<double> numbers)
        where TFunction : struct, IFunction
    {
        fixed (double* first = numbers)
        {
            double* end = first + numbers.Length;
            double* next = AlignedOrEnd(first, end);
            for (double* single = first; single < next; single++)
                *single = TFunction.Of(Vector256.Create(*single)).ToScalar();
            for (; end - next >= Vector256<double>.Count; next += Vector256<double>.Count)
                TFunction.Of(Vector256.LoadAligned(next)).StoreAligned(next);
            for (; next < end; next++)
                *next = TFunction.Of(Vector256.Create(*next)).ToScalar();
        }
    }

    private static unsafe double* AlignedOrEnd(double* first, double* end)
    {
        nuint line = (nuint)sizeof(Vector256<double>);
        var aligned = (double*)(((nuint)first + line - 1) / line * line);
        return aligned < end ? aligned : end;
    }

    private readonly struct Exponential : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x)
        {
            var (growth, power) = Parts(Vector256.Max(x, Vector256.Create(Smallest)));
            return Vector256.ConditionalSelect(
                Vector256.LessThan(x, Vector256.Create(Smallest)),
                Vector256<double>.Zero,
                Vector256.FusedMultiplyAdd(growth, power, power)
            );
        }
    }

    private readonly struct Tangent : IFunction
    {
        // tanh x = m/(m + 2) with m = e²ˣ − 1, for x ≥ 0.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x)
        {
            var (growth, power) = Parts(2 * Vector256.Min(Vector256.Abs(x), Vector256.Create(Saturated)));
            var m = Vector256.FusedMultiplyAdd(growth, power, power - Vector256<double>.One);
            return Vector256.CopySign(m / (m + Vector256.Create(2.0)), x);
        }
    }

    /// <summary>e^r − 1 and 2ⁿ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Growth, Vector256<double> Power) Parts(Vector256<double> x)
    {
        // n to the nearest, as the last bits of a number so large that it has no fraction.
        var shifted = Vector256.FusedMultiplyAdd(
            x,
            Vector256.Create(1 / 0.693147180559945309417),
            Vector256.Create(WholeNumbers)
        );
        var n = shifted - Vector256.Create(WholeNumbers);
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-LogOfTwo), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-LogOfTwoRest), r);
        // Σ rᵏ⁻¹/k!, one term after the other: with a table and a loop numbers would not stay in registers.
        var sum = Vector256.Create(1.0 / 6_227_020_800);
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 479_001_600));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 39_916_800));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 3_628_800));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 362_880));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 40_320));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 5_040));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 720));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 120));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 24));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 6));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1.0 / 2));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256<double>.One);
        // 2ⁿ by its exponent.
        var power = Vector256.ShiftLeft(shifted.AsInt64() + Vector256.Create(1023L), 52).AsDouble();
        return (sum * r, power);
    }
}
