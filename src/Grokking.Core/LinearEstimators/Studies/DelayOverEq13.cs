using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Measured Δt in units of eq. 13.</summary>
/// <param name="OutputDimension">d_out.</param>
/// <param name="Share">The ratio over replicas.</param>
public sealed record DelayOverEq13(int OutputDimension, SampleSummary Share)
{
    /// <summary>One for each setting with a Δt in every replica and in theory.</summary>
    internal static DelayOverEq13[] Of(IReadOnlyList<GrokkingTimeComparison> times) =>
        [
            .. from one in times
            let share = SampleSummary.OfAll([
                .. one.Difference.Values.Select(delay => delay / one.Difference.Theory),
            ])
            where share is not null
            select new DelayOverEq13(one.OutputDimension, share),
        ];
}
