using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt over pairs of λ, d_out and γ (the paper's figure 4).</summary>
public sealed record PhaseDiagramResult : StudyResult
{
    /// <summary>λ where it is not an axis.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>d_out where it is not an axis.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>γ where it is not an axis.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>ε.</summary>
    public required double Epsilon { get; init; }

    /// <summary>The accuracy that marks t*.</summary>
    public required double Level { get; init; }

    /// <summary>The diagrams (γ, d_out), (γ, λ) and (d_out, λ), in this order.</summary>
    public required IReadOnlyList<PhaseDiagram> Diagrams { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() => Diagrams.Select(diagram => diagram.Table());
}
