namespace Grokking.Figures.Plotting;

/// <summary>A point in data coordinates.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
public readonly record struct DataPoint(double X, double Y)
{
    /// <summary>A gap in a curve.</summary>
    public static readonly DataPoint Undefined = new(double.NaN, double.NaN);

    /// <summary>The points (x₀, y₀), (x₁, y₁), … of two sequences of the same length.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static DataPoint[] Zip(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
            throw new ArgumentException($"There are {x.Count} abscissae for {y.Count} ordinates.", nameof(y));
        return [.. x.Zip(y, (a, b) => new DataPoint(a, b))];
    }
}
