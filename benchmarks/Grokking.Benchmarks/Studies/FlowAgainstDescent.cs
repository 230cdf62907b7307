using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Benchmarks.Studies;

/// <summary>How far the flow strays from literal descent, for both losses of figure 5's networks with d_h = 200.</summary>
/// <remarks>
/// The difference has two parts: what the integrator adds to the exact flow, seen over all epochs against a far
/// smaller tolerance, and what a step of finite length adds, which is largest early, where the loss bends most.
/// Literal descent shows both together for as long as it can be paid for; later it starts from the flow's state.
/// </remarks>
internal static class FlowAgainstDescent
{
    private const double Promised = 1e-3;
    private const double StrictTolerance = 1e-8;
    private const int LongEpoch = 100_000;
    private const int FirstSteps = 200;

    public static Table Measure(Bench bench)
    {
        TwoLayerExperiment tanh = Sizes.TwoLayers(200, tanh: true);
        TwoLayerExperiment linear = Sizes.TwoLayers(200, tanh: false);
        int affordable = bench.IncludeLong ? LongEpoch : 5_000;
        List<string[]>[] parts =
        [
            [],
            [],
            [],
        ];
        // Nothing is timed here, so that all cores may be busy.
        Parallel.Invoke(
            () =>
                parts[0]
                    .AddRange(
                        ToEpoch(bench, "tanh", tanh, affordable, [FirstSteps, 1_000, 2_000, affordable])
                    ),
            () =>
                parts[1]
                    .AddRange(
                        ToEpoch(bench, "linear", linear, LongEpoch, [FirstSteps, 1_000, 10_000, LongEpoch])
                    ),
            () => parts[2].AddRange([.. Restarted(bench, tanh), Strictly(bench, tanh)])
        );
        return new(
            "Two layers: flow against literal descent, d_h = 200",
            ["network", "epochs", "against", "L_tr differs by", "L_gen differs by", "within 1e-3"],
            [.. parts.SelectMany(part => part)],
            "The largest relative difference at the recorded epochs, of one replica. Restarted: both go on from the "
                + $"state that the flow has at the epoch named, for {FirstSteps} epochs. The last row is the "
                + $"integrator's own error, found with a tolerance of {StrictTolerance} instead of its own."
        );
    }

    /// <summary>Literal descent from the start, looked at over longer and longer stretches.</summary>
    private static IEnumerable<string[]> ToEpoch(
        Bench bench,
        string name,
        TwoLayerExperiment network,
        int last,
        int[] until
    )
    {
        TwoLayerExperiment experiment = network with { LastEpoch = last };
        TwoLayerDraw draw = TwoLayerSection.Draw(bench, experiment);
        LearningCurves flow = Curves(bench, experiment, draw, TwoLayerEngine.Flow);
        LearningCurves descent = Curves(bench, experiment, draw, TwoLayerEngine.Literal);
        return until.Select(epoch =>
            Row(bench, name, $"1 … {epoch}", "literal descent", Difference(flow, descent, epoch))
        );
    }

    /// <summary>Literal descent from where the flow is at later times.</summary>
    private static IEnumerable<string[]> Restarted(Bench bench, TwoLayerExperiment experiment)
    {
        TwoLayerDraw draw = TwoLayerSection.Draw(bench, experiment);
        TwoLayerExperiment some = experiment with { LastEpoch = FirstSteps };
        foreach (var (epoch, weights) in FlowStates.At(bench, experiment, draw, [10_000, 30_000, LongEpoch]))
        {
            // The network keeps its units as rows, a draw as columns.
            TwoLayerDraw there = draw with
            {
                Student = new(weights.First.Transposed(), weights.Second),
            };
            yield return Row(
                bench,
                "tanh",
                $"{epoch} … {epoch + FirstSteps}",
                "literal descent, restarted",
                Difference(
                    Curves(bench, some, there, TwoLayerEngine.Flow),
                    Curves(bench, some, there, TwoLayerEngine.Literal),
                    FirstSteps
                )
            );
        }
    }

    private static string[] Strictly(Bench bench, TwoLayerExperiment network)
    {
        TwoLayerExperiment experiment = network with { LastEpoch = LongEpoch };
        TwoLayerDraw draw = TwoLayerSection.Draw(bench, experiment);
        LearningCurves strict = TwoLayerRun
            .Simulate(experiment.TrainedBy(TwoLayerEngine.Flow), draw, bench.Algebra, StrictTolerance)
            .Curves;
        LearningCurves usual = Curves(bench, experiment, draw, TwoLayerEngine.Flow);
        return Row(bench, "tanh", $"1 … {LongEpoch}", "strict flow", Difference(usual, strict, LongEpoch));
    }

    private static LearningCurves Curves(
        Bench bench,
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        TwoLayerEngine engine
    ) => TwoLayerRun.Simulate(experiment.TrainedBy(engine), draw, bench.Algebra).Curves;

    private static (double Training, double Generalization) Difference(
        LearningCurves one,
        LearningCurves other,
        long until
    )
    {
        int count = one.Grid.Epochs.TakeWhile(epoch => epoch <= until).Count();
        return (
            Largest(one.TrainingLoss, other.TrainingLoss),
            Largest(one.GeneralizationLoss, other.GeneralizationLoss)
        );

        double Largest(IReadOnlyList<double> left, IReadOnlyList<double> right) =>
            Enumerable.Range(0, count).Max(i => Math.Abs((left[i] / right[i]) - 1));
    }

    private static string[] Row(
        Bench bench,
        string name,
        string epochs,
        string against,
        (double Training, double Generalization) difference
    )
    {
        var (training, generalization) = difference;
        bench.Record($"{name} d_h = 200, {epochs}, {against}: differences", training, generalization);
        return
        [
            name,
            epochs,
            against,
            Rounded.Relative(training),
            Rounded.Relative(generalization),
            Math.Max(training, generalization) <= Promised ? "yes" : "no",
        ];
    }
}
