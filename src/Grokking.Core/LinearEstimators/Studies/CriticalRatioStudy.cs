using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Does Δt diverge at λ = 1, as eq. 12 does, and vanish as λ → 0? (§3.1.3)</summary>
public sealed record CriticalRatioStudy : IStudy<CriticalRatioResult>
{
    /// <inheritdoc/>
    public string Id => "critical-ratio";

    /// <summary>A setting at λ = 1 of which the times are measured.</summary>
    public required Setting AtOne { get; init; }

    /// <summary>1 − λ at which Δt is given.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>ε of Δt near λ = 1; the measured setting's is one of them.</summary>
    public required IReadOnlyList<double> Epsilons { get; init; }

    /// <summary>λ of the approach to 0.</summary>
    public required IReadOnlyList<double> SmallSampleRatios { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => [AtOne.Experiment];

    /// <inheritdoc/>
    public CriticalRatioResult Assemble(Measurements measurements, Execution execution)
    {
        OneLayerParameters parameters = AtOne.Experiment.ToTheory();
        return new CriticalRatioResult
        {
            Near =
            [
                .. from epsilon in Epsilons
                from distance in Distances
                select new CriticalDelay(
                    epsilon,
                    distance,
                    Exact(1 - distance, epsilon),
                    AsymptoticGrokkingTime.Difference(1 - distance, parameters.LearningRate)!.Value
                ),
            ],
            AtOne = [.. Epsilons.Select(epsilon => new CriticalDelay(epsilon, 0, Exact(1, epsilon), null))],
            Measured = Comparison.OfTimes(
                AtOne.SampleRatio,
                AtOne.Experiment,
                measurements[AtOne.Experiment]
            ),
            Small = new DelayCurve(
                "epsilon",
                AtOne.Experiment.Criterion.Epsilon,
                SmallSampleRatios,
                [
                    .. SmallSampleRatios.Select(lambda =>
                        (double?)Exact(lambda, AtOne.Experiment.Criterion.Epsilon)
                    ),
                ]
            ),
        };

        double Exact(double lambda, double epsilon) =>
            GrokkingTheory
                .Times(
                    new OneLayerTheory(parameters with { SampleRatio = lambda }),
                    AtOne.Experiment.Criterion with
                    {
                        Epsilon = epsilon,
                    }
                )
                .Difference!.Value;
    }
}
