using System.Collections.Concurrent;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Where experiments are carried out. What two studies need alike is done once: equal experiments are measured
/// once, and a training set that several studies share is decomposed once a replica. Results depend on seed,
/// replica and parameters alone, not on threads or company.
/// </summary>
public sealed class Laboratory
{
    private readonly Seed seed;
    private readonly int replicas;
    private readonly ILinearAlgebra algebra;
    private readonly Dictionary<IStudy, Sizes[]> needs;
    private readonly Measurements measurements = new();
    private readonly ConcurrentDictionary<(Sizes, int Replica), Lazy<TrainingSet>> kept = new();

    /// <summary>Prepares for a number of studies.</summary>
    /// <param name="studies">All that will be run; needed to know what they share.</param>
    /// <param name="seed">Root of all randomness.</param>
    /// <param name="replicas">Independent draws of each experiment, at least 1.</param>
    /// <param name="algebra">Who multiplies the matrices.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer replicas than 1.</exception>
    public Laboratory(IEnumerable<IStudy> studies, Seed seed, int replicas, ILinearAlgebra algebra)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        (this.seed, this.replicas, this.algebra) = (seed, replicas, algebra);
        needs = studies.ToDictionary(
            study => study,
            study => study.Experiments.Select(Sizes.Of).Distinct().ToArray()
        );
    }

    /// <summary>Measures what a study asks for and compares it with theory.</summary>
    /// <param name="study">One of those prepared for, each at most once.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    public StudyResult Run(IStudy study, Execution execution)
    {
        Measure(study.Experiments, execution);
        needs.Remove(study);
        foreach (var key in kept.Keys.Where(key => !needs.Values.Any(sizes => sizes.Contains(key.Item1))))
            kept.TryRemove(key, out _);
        return study.Assemble(measurements, execution);
    }

    /// <summary>Measures one experiment alone, by replica.</summary>
    /// <param name="experiment">The setting.</param>
    /// <param name="seed">Root of all randomness.</param>
    /// <param name="replicas">Independent draws, at least 1.</param>
    /// <param name="algebra">Who multiplies the matrices.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    public static IReadOnlyList<OneLayerResult> Measure(
        OneLayerExperiment experiment,
        Seed seed,
        int replicas,
        ILinearAlgebra algebra,
        Execution execution
    )
    {
        var laboratory = new Laboratory([], seed, replicas, algebra);
        laboratory.Measure([experiment], execution);
        return laboratory.measurements[experiment];
    }

    private void Measure(IEnumerable<OneLayerExperiment> experiments, Execution execution)
    {
        Dictionary<OneLayerExperiment, OneLayerResult[]> taken = experiments
            .Distinct()
            .Where(experiment => !measurements.Contains(experiment))
            .ToDictionary(experiment => experiment, _ => new OneLayerResult[replicas]);
        // The costliest draws first, so that no thread is left with a long one at the end.
        var draws = taken
            .Keys.GroupBy(Sizes.Of)
            .SelectMany(alike =>
                Enumerable.Range(0, replicas).Select(replica => (Alike: alike, Replica: replica))
            )
            .OrderByDescending(draw => draw.Alike.Sum(Cost))
            .ToArray();
        int done = 0;
        Parallel.ForEach(
            Partitioner.Create(draws, loadBalance: true),
            execution.Parallel,
            draw =>
            {
                TrainingSet training = Training(draw.Alike.Key, draw.Replica);
                foreach (OneLayerExperiment experiment in draw.Alike)
                {
                    execution.Cancellation.ThrowIfCancellationRequested();
                    taken[experiment][draw.Replica] = OneLayerRun.Simulate(
                        experiment,
                        OneLayerDraw.Draw(seed, draw.Replica, experiment, training),
                        algebra
                    );
                }
                execution.Progress(Interlocked.Increment(ref done), draws.Length);
            }
        );
        foreach (var (experiment, results) in taken)
            measurements.Add(experiment, results);
    }

    private TrainingSet Training(Sizes sizes, int replica) =>
        needs.Values.Count(all => all.Contains(sizes)) > 1 || kept.ContainsKey((sizes, replica))
            ? kept.GetOrAdd((sizes, replica), _ => new Lazy<TrainingSet>(() => Draw(sizes, replica))).Value
            : Draw(sizes, replica);

    private TrainingSet Draw(Sizes sizes, int replica) =>
        TrainingSet.Draw(seed, replica, sizes.TrainingSamples, sizes.InputDimension, algebra);

    private static double Cost(OneLayerExperiment experiment) =>
        (double)(experiment.TrainingSamples + experiment.TestSamples)
        * experiment.InputDimension
        * experiment.OutputDimension;

    private readonly record struct Sizes(int TrainingSamples, int InputDimension)
    {
        public static Sizes Of(OneLayerExperiment experiment) =>
            new(experiment.TrainingSamples, experiment.InputDimension);
    }
}
