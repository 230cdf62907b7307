using System.Runtime.CompilerServices;

namespace Grokking;

/// <summary>
/// Guards that return the value they accept, so that construction and <c>with</c> validate alike.
/// Every message names the quantity, the value and the allowed range, open and closed ends included.
/// </summary>
internal static class Require
{
    /// <summary>Accepts a finite value in the closed interval [low, high]; NaN is refused.</summary>
    public static double InClosed(
        double value,
        double low,
        double high,
        [CallerMemberName] string name = ""
    ) => value >= low && value <= high ? value : throw OutOfRange(name, value, $"[{low:R}, {high:R}]");

    /// <summary>Accepts a value in the open interval (low, high); NaN is refused.</summary>
    public static double InOpen(double value, double low, double high, [CallerMemberName] string name = "") =>
        value > low && value < high ? value : throw OutOfRange(name, value, $"({low:R}, {high:R})");

    /// <summary>Accepts an integer in the closed interval [low, high].</summary>
    public static int InClosed(int value, int low, int high, [CallerMemberName] string name = "") =>
        value >= low && value <= high ? value : throw OutOfRange(name, value, $"[{low}, {high}]");

    /// <summary>Accepts a finite, strictly positive value; NaN is refused.</summary>
    public static double Positive(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "(0, ∞)");

    /// <summary>Accepts a finite value that is zero or positive; NaN is refused.</summary>
    public static double NotNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "[0, ∞)");

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) =>
        new(name, $"{name} is {value}; allowed: {range}");
}
