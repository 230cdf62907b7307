using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Benchmarks.Studies;

/// <summary>One whole curve in the eigenbasis against literal descent, ours and that of the peers.</summary>
internal sealed class OneLayerSection : ISection
{
    private const int Runs = 3;

    public string Name => "one-layer";

    public IEnumerable<Table> Measure(Bench bench)
    {
        (string Name, OneLayerExperiment Experiment, int Steps)[] settings =
        [
            ("λ = 0.9", Sizes.Curve(0.9), 500),
            ("λ = 0.1", Sizes.Curve(0.1), 200),
            ("λ = 0.9, d_out = 50", Sizes.Outputs(50), 100),
            ("λ = 0.9, d_out = 700", Sizes.Outputs(700), 20),
        ];
        string[] peers = [.. Peer.All.Where(one => one.Peer is not null).Select(one => one.Library)];
        long epochs = settings[0].Experiment.LastEpoch;
        yield return new(
            $"One curve to epoch {Rounded.Number(epochs)}: eigenbasis against literal descent",
            [
                "curve",
                "steps timed",
                "literal, a step",
                .. peers.Select(peer => $"{peer}, a step"),
                "eigenbasis, all epochs",
                "literal ÷ eigenbasis",
                .. peers.Select(peer => $"{peer} ÷ eigenbasis"),
            ],
            [.. settings.Select(one => Row(bench, one.Name, one.Experiment, one.Steps))],
            $"Eigenbasis: everything for one replica, that is drawing, decomposition, losses and accuracies at all "
                + $"recorded epochs and both t*, on one thread. Literal: the step is the median of {Runs} over the "
                + $"steps timed and is multiplied by {Rounded.Number(epochs)}; accuracies are not counted. Ours steps "
                + "with Σ on one thread; the peers step with X and all cores, double precision."
                + Peer.Note
        );
    }

    private static string[] Row(Bench bench, string name, OneLayerExperiment experiment, int steps)
    {
        double spectral = bench.Time($"eigenbasis, {name}", Runs, () => Spectral(bench, experiment));
        double literal = bench.Record(
            $"literal step, {name} [s]",
            LiteralStep.Seconds(bench, experiment, steps, Runs)
        );
        double[] peers =
        [
            .. Peer
                .All.Where(one => one.Peer is not null)
                .Select(one => PeerStep(bench, $"{one.Library} step, {name}", one.Peer!, experiment, steps)),
        ];
        return
        [
            name,
            $"{steps}",
            Rounded.Seconds(literal),
            .. peers.Select(Rounded.Seconds),
            Rounded.Seconds(spectral),
            Rounded.Ratio(literal * experiment.LastEpoch / spectral),
            .. peers.Select(peer => Rounded.Ratio(peer * experiment.LastEpoch / spectral)),
        ];
    }

    /// <summary>Its cost, once its loss has shown that it solves the same problem.</summary>
    private static double PeerStep(
        Bench bench,
        string what,
        Peer peer,
        OneLayerExperiment experiment,
        int steps
    )
    {
        PeerRun run = peer.Train(experiment, steps);
        var theory = new OneLayerTheory(experiment.ToTheory(), Dynamics.Descent);
        double ratio = run.TrainingLoss / theory.TrainingLoss.At(run.Epoch).Value;
        bench.Record($"{what}: its L_tr over theory's at epoch {run.Epoch}", ratio);
        return ratio is > 0.5 and < 2
            ? bench.Record($"{what} [s]", run.SecondsPerStep)
            : throw new InvalidOperationException(
                $"{what} trains something else: its loss is {ratio} of theory's"
            );
    }

    private static void Spectral(Bench bench, OneLayerExperiment experiment)
    {
        var training = TrainingSet.Draw(
            bench.Seed,
            0,
            experiment.TrainingSamples,
            experiment.InputDimension,
            bench.Algebra
        );
        OneLayerRun.Simulate(
            experiment,
            OneLayerDraw.Draw(bench.Seed, 0, experiment, training),
            bench.Algebra
        );
    }
}
