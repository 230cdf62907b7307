using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Benchmarks.Studies;

/// <summary>Figure 5 as a whole, and the flow of its networks against their literal descent.</summary>
internal sealed class TwoLayerSection : ISection
{
    private const int LongEpoch = 100_000;

    public string Name => "two-layers";

    public IEnumerable<Table> Measure(Bench bench)
    {
        yield return Cost(bench);
        yield return FlowAgainstDescent.Measure(bench);
    }

    private static Table Cost(Bench bench)
    {
        List<string[]> rows = [.. Targets(bench)];
        foreach (bool tanh in new[] { false, true })
        foreach (int width in new[] { 50, 200 })
            rows.AddRange(Steps(bench, width, tanh));
        return new(
            "Two layers: cost of figure 5",
            ["what", "measured", "target", "met"],
            rows,
            "Ratios are those of training to epoch 3·10⁵, the flow with all it records, on one thread; of descent the step is timed and "
                + "multiplied, without recording anything."
                + Peer.Note
        );
    }

    private static IEnumerable<string[]> Targets(Bench bench)
    {
        HiddenWidthStudy study = Sizes.TwoLayerStudy;
        int replicas = study.OwnReplicas!.Value;
        double figure = bench.Time(
            "figure 5",
            1,
            () =>
                new Laboratory([(study, replicas)], bench.Seed, bench.Algebra).Run(
                    study,
                    replicas,
                    new Execution { Threads = Environment.ProcessorCount }
                )
        );
        yield return
        [
            $"figure 5: {study.Settings.Count} networks, {replicas} replicas, {Environment.ProcessorCount} threads",
            Rounded.Seconds(figure),
            "≤ 60 s",
            figure <= 60 ? "yes" : "no",
        ];
        TwoLayerExperiment experiment = Sizes.TwoLayers(200, tanh: true) with { LastEpoch = LongEpoch };
        int gradients = TwoLayerRun.Simulate(experiment, Draw(bench, experiment), bench.Algebra).Gradients;
        bench.Record("gradients of the flow, tanh d_h = 200, to epoch 10⁵", gradients);
        yield return
        [
            "tanh d_h = 200 to epoch 10⁵ by the flow",
            $"{gradients} gradients",
            "≤ 1 000",
            gradients <= 1000 ? "yes" : "no",
        ];
    }

    private static IEnumerable<string[]> Steps(Bench bench, int width, bool tanh)
    {
        const int runs = 3;
        TwoLayerExperiment experiment = Sizes.TwoLayers(width, tanh);
        TwoLayerDraw draw = Draw(bench, experiment);
        string name = $"{(tanh ? "tanh" : "linear")} d_h = {width}";
        int steps = tanh ? 50 : 1000;
        double flow = bench.Time(
            $"flow, {name}",
            tanh ? 1 : runs,
            () => TwoLayerRun.Simulate(experiment, draw, bench.Algebra)
        );
        double step = bench.Record(
            $"literal step, {name} [s]",
            LiteralSteps(bench, experiment, draw, steps, runs)
        );
        yield return [$"{name}: one flow", Rounded.Seconds(flow), "", ""];
        yield return Row("literal descent", step);
        if (!tanh)
            yield break;
        foreach (var (library, peer) in Peer.All)
            if (peer is not null)
                yield return Row(
                    library,
                    bench.Record($"{library} step, {name} [s]", peer.Train(experiment, steps).SecondsPerStep)
                );

        string[] Row(string who, double seconds) =>
            [
                $"{name}: {who}, a step (of {steps} timed)",
                $"{Rounded.Seconds(seconds)}; {Rounded.Ratio(seconds * experiment.LastEpoch / flow)} the flow",
                "",
                "",
            ];
    }

    private static double[] LiteralSteps(
        Bench bench,
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        int steps,
        int runs
    )
    {
        ITwoLayerNetwork network =
            experiment.Gain == 0
                ? new TwoLayerLinearNetwork(experiment, draw, bench.Algebra)
                : new TwoLayerTanhNetwork(experiment, draw, bench.Algebra);
        TwoLayerWeights weights = network.Start.Copy();
        network.Change(weights, weights, 1);
        return
        [
            .. Enumerable
                .Range(0, runs)
                .Select(_ =>
                    Bench.Seconds(() =>
                    {
                        for (int i = 0; i < steps; i++)
                            network.Change(weights, weights, 1);
                    }) / steps
                ),
        ];
    }

    /// <summary>The first replica of figure 5.</summary>
    internal static TwoLayerDraw Draw(Bench bench, TwoLayerExperiment experiment)
    {
        ILinearAlgebra algebra = bench.Algebra;
        var (samples, inputs) = (experiment.TrainingSamples, experiment.InputDimension);
        return TwoLayerDraw.Draw(
            bench.Seed,
            0,
            experiment,
            TrainingSet.Draw(bench.Seed, 0, samples, inputs, algebra)
        );
    }
}
