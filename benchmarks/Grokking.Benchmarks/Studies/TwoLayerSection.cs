using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Benchmarks.Studies;

/// <summary>Figure 5 as a whole, and the flow of its networks against their literal descent.</summary>
internal sealed class TwoLayerSection : ISection
{
    private const int Runs = 3;
    private const int LongEpoch = 100_000;

    public string Name => "two-layers";

    public IEnumerable<Table> Measure(Bench bench)
    {
        yield return new(
            "Two layers: targets",
            ["what", "target", "measured", "met"],
            [.. Targets(bench)],
            $"One run each; figure 5 on {Environment.ProcessorCount} threads, the gradients of its first replica."
        );
        string[] peers = [.. Peer.All.Where(one => one.Peer is not null).Select(one => one.Library)];
        yield return new(
            "Two layers: one network of figure 5 by the flow and by literal descent",
            [
                "network",
                "steps timed",
                "literal, a step",
                "in spans, a step",
                .. peers.Select(peer => $"{peer}, a step"),
                "flow, all epochs",
                "literal ÷ flow",
                .. peers.Select(peer => $"{peer} ÷ flow"),
            ],
            [
                .. from tanh in new[] { false, true }
                from width in new[] { 50, 200 }
                select Costs(bench, width, tanh),
            ],
            $"To epoch {Rounded.Number(Sizes.TwoLayers(200, tanh: true).LastEpoch)}. The flow with all that it records, on one "
                + "thread, once for tanh and the median of three for linear networks. Literal: the step is the median "
                + "of three over the steps timed and is multiplied; nothing is recorded. In spans: all steps to epoch "
                + $"{Rounded.Number(LongEpoch)} as they are taken by default, timed once. Ours steps on one thread, "
                + "linear networks in the eigenbasis; the peers, for tanh alone, take all cores, double precision."
                + Peer.Note
        );
        yield return FlowAgainstDescent.Measure(bench);
    }

    private static IEnumerable<string[]> Targets(Bench bench)
    {
        HiddenWidthStudy study = Sizes.TwoLayerStudy;
        int replicas = study.OwnReplicas!.Value;
        double figure = bench.Time(
            "figure 5",
            1,
            () =>
                Laboratory.Run(
                    [(study, replicas)],
                    bench.Seed,
                    bench.Algebra,
                    new Execution { Threads = Environment.ProcessorCount },
                    (_, _) => { }
                )
        );
        yield return
        [
            $"figure 5: {study.Settings.Count} networks, {replicas} replicas",
            "≤ 60 s",
            Rounded.Seconds(figure),
            figure <= 60 ? "yes" : "no",
        ];
        TwoLayerExperiment experiment = Sizes.TwoLayers(200, tanh: true) with { LastEpoch = LongEpoch };
        int gradients = TwoLayerRun.Simulate(experiment, Draw(bench, experiment), bench.Algebra).Gradients;
        bench.Record("gradients of the flow, tanh d_h = 200, to epoch 10⁵", gradients);
        yield return
        [
            "tanh d_h = 200 to epoch 10⁵ by the flow",
            "≤ 1 000 gradients",
            $"{gradients}",
            gradients <= 1000 ? "yes" : "no",
        ];
    }

    private static string[] Costs(Bench bench, int width, bool tanh)
    {
        TwoLayerExperiment experiment = Sizes.TwoLayers(width, tanh).TrainedBy(TwoLayerEngine.Flow);
        TwoLayerDraw draw = Draw(bench, experiment);
        string name = $"{(tanh ? "tanh" : "linear")} d_h = {width}";
        int steps = tanh ? 50 : 1000;
        double flow = bench.Time(
            $"flow, {name}",
            tanh ? 1 : Runs,
            () => TwoLayerRun.Simulate(experiment, draw, bench.Algebra)
        );
        double literal = bench.Record(
            $"literal step, {name} [s]",
            LiteralSteps(bench, experiment, draw, steps)
        );
        double? spanned = tanh
            ? null
            : bench.Record(
                $"step in spans, {name} [s]",
                SpannedSteps(bench, experiment, draw, LongEpoch) / LongEpoch
            );
        // In the samples' own basis a linear network would cost the peers what tanh does: they are spared it.
        double?[] peers =
        [
            .. Peer
                .All.Where(one => one.Peer is not null)
                .Select(one =>
                    tanh
                        ? bench.Record(
                            $"{one.Library} step, {name} [s]",
                            one.Peer!.Train(experiment, steps).SecondsPerStep
                        )
                        : (double?)null
                ),
        ];
        return
        [
            name,
            $"{steps}",
            Rounded.Seconds(literal),
            spanned is { } one ? Rounded.Seconds(one) : "–",
            .. peers.Select(peer => peer is { } step ? Rounded.Seconds(step) : "–"),
            Rounded.Seconds(flow),
            Rounded.Ratio(literal * experiment.LastEpoch / flow),
            .. peers.Select(peer =>
                peer is { } step ? Rounded.Ratio(step * experiment.LastEpoch / flow) : "–"
            ),
        ];
    }

    private static double[] LiteralSteps(
        Bench bench,
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        int steps
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
                .Range(0, Runs)
                .Select(_ =>
                    Bench.Seconds(() =>
                    {
                        for (int i = 0; i < steps; i++)
                            network.Change(weights, weights, 1);
                    }) / steps
                ),
        ];
    }

    private static double SpannedSteps(
        Bench bench,
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        int steps
    )
    {
        var network = new TwoLayerLinearNetwork(experiment, draw, bench.Algebra);
        TwoLayerWeights weights = network.Start.Copy();
        TimeGrid grid = TimeGrid.Logarithmic(steps, experiment.PointsPerDecade);
        // From one recorded epoch to the next, as a run does.
        return Bench.Seconds(() =>
        {
            long epoch = 0;
            foreach (long next in grid.Epochs)
            {
                network.Descend(weights, next - epoch);
                epoch = next;
            }
        });
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
