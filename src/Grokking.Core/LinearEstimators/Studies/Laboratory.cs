using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Where experiments are carried out. What two studies need alike is done once: equal experiments are measured
/// once, and a training set that several experiments share is drawn and decomposed once a replica. Fresh inputs are ten times as
/// large and drawn in a tenth of the time: they are shared within a study. Results depend on seed, replica and
/// parameters alone, not on threads or company.
/// </summary>
public sealed class Laboratory
{
    private readonly Seed seed;
    private readonly ILinearAlgebra algebra;
    private readonly Loans<DrawnInputs, TrainingSet> trainingSets;
    private readonly Loans<(DrawnInputs Inputs, int Company), Matrix> freshInputs;

    private Laboratory(Seed seed, ILinearAlgebra algebra)
    {
        (this.seed, this.algebra) = (seed, algebra);
        trainingSets = new(
            set => TrainingSet.Draw(seed, set.Replica, set.Samples, set.Dimension, algebra),
            set => set.GiveBack()
        );
        freshInputs = new(
            set =>
                OneLayerDraw.FreshInputs(seed, set.Inputs.Replica, set.Inputs.Samples, set.Inputs.Dimension),
            inputs => inputs.GiveBack()
        );
    }

    /// <summary>Measures what studies ask for and compares it with theory.</summary>
    /// <param name="studies">Each with its independent draws of every experiment, at least 1; begun in this order.</param>
    /// <param name="seed">Root of all randomness.</param>
    /// <param name="algebra">Who multiplies the matrices.</param>
    /// <param name="execution">Threads and progress.</param>
    /// <param name="finished">Receives each result as soon as it is there, one after the other, from any thread.</param>
    public static void Run(
        IEnumerable<(IStudy Study, int Replicas)> studies,
        Seed seed,
        ILinearAlgebra algebra,
        Execution execution,
        Action<IStudy, StudyResult> finished
    )
    {
        var schedule = new Schedule(
            studies,
            study =>
            {
                StudyResult result = study.Study.Assemble(study.Measured(), execution);
                lock (finished)
                    finished(study.Study, result);
            }
        );
        new Laboratory(seed, algebra).Carry(schedule, execution);
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
        var series = new Series(experiment, replicas, company: 0);
        new Laboratory(seed, algebra).Carry(new Schedule([series]), execution);
        return new([series]);
    }

    private void Carry(Schedule schedule, Execution execution)
    {
        foreach (var (series, replica) in schedule.Runs)
        {
            trainingSets.Expect(Training(series, replica));
            freshInputs.Expect(Fresh(series, replica));
        }
        int done = 0;
        try
        {
            // One at a time: a thread that took several would keep them from one that has nothing to do.
            Parallel.ForEach(
                Partitioner.Create(schedule.Tasks(Run), EnumerablePartitionerOptions.NoBuffering),
                execution.Parallel,
                task =>
                {
                    task();
                    execution.Progress(Interlocked.Increment(ref done), schedule.Count);
                }
            );
        }
        catch (AggregateException all)
        {
            // What one thread met is what the caller hears, not that there were threads.
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }
    }

    private object Run(Series series, int replica)
    {
        try
        {
            TrainingSet training = trainingSets.Borrow(Training(series, replica));
            Matrix fresh = freshInputs.Borrow(Fresh(series, replica));
            return series.Experiment switch
            {
                OneLayerExperiment one => OneLayerRun.Simulate(
                    one,
                    OneLayerDraw.Draw(seed, replica, one, training, fresh),
                    algebra
                ),
                TwoLayerExperiment two => TwoLayerRun.Simulate(
                    two,
                    TwoLayerDraw.Draw(seed, replica, two, training, fresh),
                    algebra
                ),
                var other => throw new ArgumentException($"{other} is of an unknown kind", nameof(series)),
            };
        }
        finally
        {
            freshInputs.Return(Fresh(series, replica));
            trainingSets.Return(Training(series, replica));
        }
    }

    private static DrawnInputs Training(Series series, int replica) =>
        new(series.Experiment.TrainingSamples, series.Experiment.InputDimension, replica);

    private static (DrawnInputs, int) Fresh(Series series, int replica) =>
        (new(series.Experiment.TestSamples, series.Experiment.InputDimension, replica), series.Company);
}
