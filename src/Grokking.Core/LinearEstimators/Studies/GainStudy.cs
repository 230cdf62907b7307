using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Where does the linear prediction break as the gain g of tanh(g·h)/g grows? (figure 5b)</summary>
public sealed record GainStudy : IStudy<GainResult>
{
    /// <inheritdoc/>
    public string Id => "gain";

    /// <summary>One setting a gain, otherwise alike; by increasing gain, the linear network (0) first.</summary>
    public required IReadOnlyList<TwoLayerExperiment> Settings { get; init; }

    /// <summary>Replicas unless the user asks for another number.</summary>
    public required int? OwnReplicas { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Settings;

    /// <inheritdoc/>
    public GainResult Assemble(Measurements measurements, Execution execution)
    {
        TwoLayerExperiment linear = Settings[0];
        return new GainResult
        {
            InputDimension = linear.InputDimension,
            HiddenWidth = linear.HiddenWidth,
            OutputDimension = linear.OutputDimension,
            SampleRatio = linear.SampleRatio,
            Epsilon = linear.Criterion.Epsilon,
            Gains = [.. Settings.Select(setting => Compare(setting, measurements[setting]))],
            Theory = TwoLayerTheory.Expected(linear).Times(linear.Criterion).Difference,
        };
    }

    private static GainComparison Compare(TwoLayerExperiment setting, IReadOnlyList<TwoLayerResult> replicas)
    {
        TwoLayerExperiment linear = setting with { Gain = 0 };
        TwoLayerDeviation[] deviations =
        [
            .. replicas.Select(replica =>
                TwoLayerDeviation.Of(replica.Curves, HiddenWidthStudy.FrozenKernel(linear, replica))
            ),
        ];
        double?[] delays = [.. replicas.Select(replica => replica.GrokkingTime.Difference)];
        return new GainComparison(
            setting.Gain,
            SampleSummary.Of([.. deviations.Select(one => one.Training)]),
            SampleSummary.Of([.. deviations.Select(one => one.Generalization)]),
            delays,
            SampleSummary.OfAll(delays)
        );
    }
}
