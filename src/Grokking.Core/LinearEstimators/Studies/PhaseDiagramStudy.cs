using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How long is Δt over pairs of λ, d_out and γ? (figure 4; theory alone)</summary>
public sealed record PhaseDiagramStudy : IStudy<PhaseDiagramResult>
{
    /// <inheritdoc/>
    public string Id => "phase-diagrams";

    /// <summary>What is held fixed where it is not an axis.</summary>
    public required OneLayerParameters Fixed { get; init; }

    /// <summary>ε and the level.</summary>
    public required AccuracyCriterion Criterion { get; init; }

    /// <summary>γ along an axis, increasing.</summary>
    public required IReadOnlyList<double> WeightDecays { get; init; }

    /// <summary>λ along an axis, increasing.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>d_out along an axis, increasing; theory takes any real number, a network whole ones.</summary>
    public required IReadOnlyList<int> OutputDimensions { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => [];

    /// <inheritdoc/>
    public PhaseDiagramResult Assemble(Measurements measurements, Execution execution)
    {
        Quantity gamma = new("gamma", WeightDecays, (p, value) => p with { WeightDecay = value });
        Quantity lambda = new("lambda", SampleRatios, (p, value) => p with { SampleRatio = value });
        Quantity outputs = new(
            "d_out",
            [.. OutputDimensions.Select(dimension => (double)dimension)],
            (p, value) => p with { OutputDimension = (int)value }
        );
        return new PhaseDiagramResult
        {
            SampleRatio = Fixed.SampleRatio,
            OutputDimension = Fixed.OutputDimension,
            WeightDecay = Fixed.WeightDecay,
            Epsilon = Criterion.Epsilon,
            Level = Criterion.Level,
            Diagrams =
            [
                Diagram(gamma, outputs, execution),
                Diagram(gamma, lambda, execution),
                Diagram(outputs, lambda, execution),
            ],
        };
    }

    private sealed record Quantity(
        string Name,
        IReadOnlyList<double> Values,
        Func<OneLayerParameters, double, OneLayerParameters> Set
    );

    private PhaseDiagram Diagram(Quantity across, Quantity up, Execution execution)
    {
        double?[] delays = Delays.Exact(
            [.. from y in up.Values from x in across.Values select across.Set(up.Set(Fixed, y), x)],
            Criterion,
            execution
        );
        return new PhaseDiagram(
            across.Name,
            up.Name,
            across.Values,
            up.Values,
            [.. delays.Chunk(across.Values.Count)]
        );
    }
}
