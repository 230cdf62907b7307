namespace Grokking.Benchmarks.Growth;

/// <summary>cost = c · size^k, fitted by least squares in the logarithms.</summary>
/// <param name="Exponent">k.</param>
/// <param name="LargestFactor">The largest factor by which a measurement lies off the fit, at least 1.</param>
public sealed record PowerLaw(double Exponent, double LargestFactor)
{
    /// <summary>Fits positive costs at positive sizes.</summary>
    /// <exception cref="ArgumentException">There are fewer than two sizes, or not one cost for each.</exception>
    public static PowerLaw Fit(IReadOnlyList<double> sizes, IReadOnlyList<double> costs)
    {
        if (sizes.Distinct().Count() < 2 || sizes.Count != costs.Count)
            throw new ArgumentException($"{costs.Count} costs at {sizes.Count} sizes", nameof(sizes));
        double[] x = [.. sizes.Select(size => Math.Log(size))];
        double[] y = [.. costs.Select(cost => Math.Log(cost))];
        var (centre, level) = (x.Average(), y.Average());
        double exponent =
            x.Zip(y, (size, cost) => (size - centre) * (cost - level)).Sum()
            / x.Sum(size => (size - centre) * (size - centre));
        double residual = x.Zip(y, (size, cost) => Math.Abs(cost - level - (exponent * (size - centre))))
            .Max();
        return new(exponent, Math.Exp(residual));
    }
}
