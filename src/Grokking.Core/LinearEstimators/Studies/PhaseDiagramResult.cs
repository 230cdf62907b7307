using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt over pairs of λ, d_out and γ (the paper's figure 4).</summary>
/// <param name="Diagrams">The diagrams (γ, d_out), (γ, λ) and (d_out, λ), in this order.</param>
public sealed record PhaseDiagramResult(IReadOnlyList<PhaseDiagram> Diagrams) : StudyResult
{
    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() => Diagrams.Select(diagram => diagram.Table());
}
