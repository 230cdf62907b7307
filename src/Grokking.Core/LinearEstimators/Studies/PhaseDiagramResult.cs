using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt over pairs of λ, d_out and γ (the paper's figure 4).</summary>
/// <param name="Fixed">What is held fixed where it is not an axis.</param>
/// <param name="Criterion">ε and the level.</param>
/// <param name="Diagrams">The diagrams (γ, d_out), (γ, λ) and (d_out, λ), in this order.</param>
public sealed record PhaseDiagramResult(
    OneLayerParameters Fixed,
    AccuracyCriterion Criterion,
    IReadOnlyList<PhaseDiagram> Diagrams
) : StudyResult
{
    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() => Diagrams.Select(diagram => diagram.Table());
}
