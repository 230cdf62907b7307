using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One time of a two-layer network, measured and predicted, in epochs.</summary>
/// <param name="Values">One value a replica; null where the level is not reached by the last epoch.</param>
/// <param name="Measured">Their summary; null unless the time exists in every replica.</param>
/// <param name="Theory">By eq. 19 as derived; null if it does not exist.</param>
/// <param name="FrozenKernel">By the kernels drawn at epoch 0, averaged over replicas.</param>
/// <param name="AsPrinted">By eq. 19 as printed.</param>
public sealed record TwoLayerTime(
    IReadOnlyList<double?> Values,
    SampleSummary? Measured,
    double? Theory,
    double? FrozenKernel,
    double? AsPrinted
);
