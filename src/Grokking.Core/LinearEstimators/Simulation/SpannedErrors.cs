using System.Numerics.Tensors;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>The samples' errors at any epoch, by a product only where they do not follow from earlier ones.</summary>
/// <param name="span">Says which follow.</param>
/// <param name="byProduct">The errors of all samples at each of some epochs, the costly way.</param>
internal sealed class SpannedErrors(
    EpochSpan span,
    Func<IReadOnlyList<long>, IEnumerable<double[]>> byProduct
)
{
    private readonly List<double[]> _anchors = [];

    /// <summary>The errors of all samples at each of the epochs.</summary>
    public IEnumerable<double[]> At(IReadOnlyList<long> epochs)
    {
        _anchors.AddRange(byProduct(span.Extend(epochs)));
        return epochs.Select(epoch =>
            span.Coefficients(epoch) is { } coefficients ? Combine(coefficients) : byProduct([epoch]).Single()
        );
    }

    private double[] Combine(double[] coefficients)
    {
        var errors = new double[_anchors[0].Length];
        foreach (var (anchor, coefficient) in _anchors.Zip(coefficients))
            TensorPrimitives.MultiplyAdd(anchor, coefficient, errors, errors);
        return errors;
    }
}
