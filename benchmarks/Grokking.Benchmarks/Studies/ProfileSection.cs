using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Benchmarks.Studies;

/// <summary>Where the time of `simulate` goes: each study's experiments, one replica of each, on one thread.</summary>
internal sealed class ProfileSection : ISection
{
    public string Name => "profile";

    public IEnumerable<Table> Measure(Bench bench)
    {
        // What studies share counts for the first that asks, as in the laboratory.
        HashSet<IExperiment> done = [];
        Dictionary<(int, int), TrainingSet> trainingSets = [];
        List<(string Study, int Replicas, double[] Parts)> studies = [];
        Simulate(bench, Profile.Quick.Studies[0].Experiments.First(), [], []); // so that nothing is compiled while it is measured
        foreach (IStudy study in Profile.Paper.Studies)
        {
            Dictionary<(int, int), Matrix> fresh = [];
            var parts = new double[3];
            int replicas = study.OwnReplicas ?? Profile.Paper.Replicas;
            foreach (IExperiment experiment in study.Experiments.Where(done.Add))
            {
                double[] seconds = Simulate(bench, experiment, trainingSets, fresh);
                for (int part = 0; part < parts.Length; part++)
                    parts[part] += replicas * seconds[part];
            }
            bench.Record($"profile, {study.Id}: training sets, fresh inputs, simulation [s]", parts);
            studies.Add((study.Id, replicas, parts));
        }
        yield return new(
            "Where the time of simulate goes: seconds of one thread, all replicas",
            ["study", "replicas", "training sets", "fresh inputs", "simulation", "together"],
            [
                .. studies
                    .Where(one => one.Parts.Sum() > 0)
                    .Select(one => Row(one.Study, $"{one.Replicas}", one.Parts)),
                Row(
                    "all",
                    "",
                    [.. Enumerable.Range(0, 3).Select(part => studies.Sum(one => one.Parts[part]))]
                ),
            ],
            "One replica of each experiment was measured and multiplied. A training set counts for the first study that "
                + "needs it; its spectrum is simulation. Theory is not in it."
        );
    }

    private static string[] Row(string study, string replicas, double[] parts) =>
        [
            study,
            replicas,
            .. parts.Append(parts.Sum()).Select(seconds => seconds == 0 ? "–" : $"{seconds:0.0}"),
        ];

    /// <summary>Seconds for the training set, fresh inputs and everything else.</summary>
    private static double[] Simulate(
        Bench bench,
        IExperiment experiment,
        Dictionary<(int, int), TrainingSet> trainingSets,
        Dictionary<(int, int), Matrix> freshInputs
    )
    {
        var (samples, inputs) = (experiment.TrainingSamples, experiment.InputDimension);
        double training = Bench.Seconds(() =>
        {
            if (!trainingSets.ContainsKey((samples, inputs)))
                trainingSets[(samples, inputs)] = TrainingSet.Draw(
                    bench.Seed,
                    0,
                    samples,
                    inputs,
                    bench.Algebra
                );
        });
        double fresh = Bench.Seconds(() =>
        {
            if (!freshInputs.ContainsKey((experiment.TestSamples, inputs)))
                freshInputs[(experiment.TestSamples, inputs)] = OneLayerDraw.FreshInputs(
                    bench.Seed,
                    0,
                    experiment.TestSamples,
                    inputs
                );
        });
        TrainingSet set = trainingSets[(samples, inputs)];
        Matrix test = freshInputs[(experiment.TestSamples, inputs)];
        double simulation = Bench.Seconds(() =>
            _ = experiment switch
            {
                OneLayerExperiment one => OneLayerRun.Simulate(
                    one,
                    OneLayerDraw.Draw(bench.Seed, 0, one, set, test),
                    bench.Algebra
                ),
                TwoLayerExperiment two => (object)
                    TwoLayerRun.Simulate(
                        two,
                        TwoLayerDraw.Draw(bench.Seed, 0, two, set, test),
                        bench.Algebra
                    ),
                var other => throw new ArgumentException(
                    $"{other} is of an unknown kind",
                    nameof(experiment)
                ),
            }
        );
        return [training, fresh, simulation];
    }
}
