using System.Globalization;

namespace Grokking.Figures.Plotting.Text;

/// <summary>Numbers as people write them: "0.05", "2×10^{−5}", with a true minus sign.</summary>
public static class NumberText
{
    /// <summary>
    /// A number with at most four significant digits, in the markup of <see cref="RichText"/>: plain for magnitudes
    /// in [10⁻³, 10⁴), otherwise with a power of ten.
    /// </summary>
    public static string Format(double value)
    {
        if (value == 0)
            return "0";
        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e-3 and < 1e4)
            return Plain(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture)), 7);
        var parts = value.ToString("0.###e0", CultureInfo.InvariantCulture).Split('e');
        var power = Power(int.Parse(parts[1], CultureInfo.InvariantCulture));
        return parts[0] switch
        {
            "1" => power,
            "-1" => "−" + power,
            var mantissa => $"{mantissa.Replace('-', '−')}×{power}",
        };
    }

    /// <summary>
    /// A number with at most, or with exactly, <paramref name="decimals"/> digits after the point; never "−0".
    /// </summary>
    public static string Plain(double value, int decimals, bool fixedDecimals = false)
    {
        var format = "0." + new string(fixedDecimals ? '0' : '#', decimals);
        // Adding zero turns −0 into 0.
        return (Math.Round(value, decimals) + 0.0)
            .ToString(format, CultureInfo.InvariantCulture)
            .Replace('-', '−');
    }

    /// <summary>A power of ten, "10^{−3}".</summary>
    public static string Power(int exponent) =>
        $"10^{{{exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}}}";
}
