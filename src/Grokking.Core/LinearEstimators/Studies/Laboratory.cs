using System.Collections.Concurrent;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Where experiments are carried out. What two studies need alike is done once: equal experiments are measured
/// once, and a training set that several experiments share is decomposed once a replica. Results depend on seed,
/// replica and parameters alone, not on threads or company.
/// </summary>
public sealed class Laboratory
{
    private readonly Seed seed;
    private readonly ILinearAlgebra algebra;
    private readonly Measurements measurements = new();
    private readonly Loans<DrawnInputs, TrainingSet> trainingSets;

    /// <summary>Prepares for a number of studies.</summary>
    /// <param name="studies">All that will be run, with their replicas; needed to know what they share.</param>
    /// <param name="seed">Root of all randomness.</param>
    /// <param name="algebra">Who multiplies the matrices.</param>
    public Laboratory(IEnumerable<(IStudy Study, int Replicas)> studies, Seed seed, ILinearAlgebra algebra)
        : this(
            studies.SelectMany(one => one.Study.Experiments.Select(experiment => (experiment, one.Replicas))),
            seed,
            algebra
        ) { }

    private Laboratory(IEnumerable<(IExperiment, int)> experiments, Seed seed, ILinearAlgebra algebra)
    {
        (this.seed, this.algebra) = (seed, algebra);
        trainingSets = new(set => TrainingSet.Draw(seed, set.Replica, set.Samples, set.Dimension, algebra));
        foreach (var (experiment, replicas) in experiments.Distinct())
            for (int replica = 0; replica < replicas; replica++)
                trainingSets.Expect(Training(experiment, replica));
    }

    /// <summary>Measures what a study asks for and compares it with theory.</summary>
    /// <param name="study">One of those prepared for.</param>
    /// <param name="replicas">Independent draws of each experiment, at least 1, as prepared for.</param>
    /// <param name="execution">Threads and progress.</param>
    public StudyResult Run(IStudy study, int replicas, Execution execution)
    {
        Measure(study.Experiments, replicas, execution);
        return study.Assemble(measurements, execution);
    }

    /// <summary>Measures one experiment alone, by replica.</summary>
    /// <param name="experiment">The setting.</param>
    /// <param name="seed">Root of all randomness.</param>
    /// <param name="replicas">Independent draws, at least 1.</param>
    /// <param name="algebra">Who multiplies the matrices.</param>
    /// <param name="execution">Threads and progress.</param>
    public static Measurements Measure(
        IExperiment experiment,
        Seed seed,
        int replicas,
        ILinearAlgebra algebra,
        Execution execution
    )
    {
        var laboratory = new Laboratory([(experiment, replicas)], seed, algebra);
        laboratory.Measure([experiment], replicas, execution);
        return laboratory.measurements;
    }

    private void Measure(IEnumerable<IExperiment> experiments, int replicas, Execution execution)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        Dictionary<IExperiment, object[]> taken = experiments
            .Distinct()
            .Where(experiment => !measurements.Contains(experiment, replicas))
            .ToDictionary(experiment => experiment, _ => new object[replicas]);
        // Replica by replica, and what shares a training set together: few inputs are kept at a time. The costliest
        // first, so that no thread is left with a long one at the end.
        var runs = (
            from replica in Enumerable.Range(0, replicas)
            from experiment in taken
                .Keys.GroupBy(experiment => (experiment.TrainingSamples, experiment.InputDimension))
                .OrderByDescending(alike => alike.Max(Cost))
                .SelectMany(alike => alike.OrderByDescending(Cost))
            select (Experiment: experiment, Replica: replica)
        ).ToArray();
        Loans<DrawnInputs, Matrix> freshInputs = new(set =>
            OneLayerDraw.FreshInputs(seed, set.Replica, set.Samples, set.Dimension)
        );
        foreach (var (experiment, replica) in runs)
            freshInputs.Expect(Fresh(experiment, replica));
        int done = 0;
        Parallel.ForEach(
            Partitioner.Create(runs, loadBalance: true),
            execution.Parallel,
            run =>
            {
                taken[run.Experiment][run.Replica] = Run(run.Experiment, run.Replica, freshInputs);
                execution.Progress(Interlocked.Increment(ref done), runs.Length);
            }
        );
        foreach (var (experiment, results) in taken)
            measurements.Set(experiment, results);
    }

    private object Run(IExperiment experiment, int replica, Loans<DrawnInputs, Matrix> freshInputs)
    {
        TrainingSet training = trainingSets.Borrow(Training(experiment, replica));
        Matrix fresh = freshInputs.Borrow(Fresh(experiment, replica));
        try
        {
            return experiment switch
            {
                OneLayerExperiment one => OneLayerRun.Simulate(
                    one,
                    OneLayerDraw.Draw(seed, replica, one, training, fresh),
                    algebra
                ),
                TwoLayerExperiment two => TwoLayerRun.Simulate(
                    two,
                    TwoLayerDraw.Draw(seed, replica, two, training, fresh),
                    algebra,
                    two.Dynamics
                ),
                _ => throw new ArgumentException($"{experiment} is of an unknown kind", nameof(experiment)),
            };
        }
        finally
        {
            freshInputs.Return(Fresh(experiment, replica));
            trainingSets.Return(Training(experiment, replica));
        }
    }

    private static DrawnInputs Training(IExperiment experiment, int replica) =>
        new(experiment.TrainingSamples, experiment.InputDimension, replica);

    private static DrawnInputs Fresh(IExperiment experiment, int replica) =>
        new(experiment.TestSamples, experiment.InputDimension, replica);

    /// <summary>A rough number of multiplications, for the order of work only.</summary>
    private static double Cost(IExperiment experiment) =>
        (double)(experiment.TrainingSamples + experiment.TestSamples)
        * experiment.InputDimension
        * (
            experiment is TwoLayerExperiment { HiddenWidth: var width }
                ? 1000.0 * width
                : experiment.OutputDimension
        );
}
