using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>The one number that decides between what is printed and what was derived.</summary>
/// <param name="Quantity">What it is, and where it was taken.</param>
/// <param name="Printed">Its value if the printed form is right; finite.</param>
/// <param name="Derived">Its value if the derived form is right; finite.</param>
/// <param name="Measured">Its value as found.</param>
public sealed record Decision(string Quantity, double Printed, double Derived, Measurement Measured)
{
    /// <summary>
    /// Whether the whole interval lies nearer to the derived value than halfway to the printed one. If not, the
    /// erratum is not shown.
    /// </summary>
    [JsonInclude]
    public bool Stands => Measured.Reach(Derived) < Math.Abs(Printed - Derived) / 2;
}
