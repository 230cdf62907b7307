using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

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
                select At(
                    epsilon,
                    distance,
                    AsymptoticGrokkingTime.Difference(1 - distance, parameters.LearningRate)
                ),
            ],
            AtOne = [.. Epsilons.Select(epsilon => At(epsilon, distance: 0, eq12: null))],
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
                        (double?)Exact(lambda, AtOne.Experiment.Criterion.Epsilon).Value
                    ),
                ]
            ),
        };

        CriticalDelay At(double epsilon, double distance, double? eq12)
        {
            Estimate exact = Exact(1 - distance, epsilon);
            return new CriticalDelay(epsilon, distance, exact.Value, exact.Error, eq12);
        }

        Estimate Exact(double lambda, double epsilon)
        {
            var theory = new OneLayerTheory(parameters with { SampleRatio = lambda });
            GrokkingTime times = GrokkingTheory.Times(
                theory,
                AtOne.Experiment.Criterion with
                {
                    Epsilon = epsilon,
                }
            );
            return new Estimate(
                times.Difference!.Value,
                Error(theory.TrainingLoss, times.Training.Time!.Value)
                    + Error(theory.GeneralizationLoss, times.Generalization.Time!.Value)
            );
        }

        // An error of log L moves the crossing by itself over the slope; the root adds a rounding of log t*.
        static double Error(LossCurve loss, double time) =>
            (loss.LogAt(time).Error / Math.Abs(loss.LogDerivative(time).Value)) + (1e-13 * time);
    }
}
