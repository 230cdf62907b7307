using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Training sets on loan: each is drawn and decomposed when first borrowed and let go when the last experiment that
/// needs it has returned it, so that it is made once and memory stays small. Safe to use from several threads.
/// </summary>
internal sealed class TrainingSets
{
    private readonly Seed seed;
    private readonly ILinearAlgebra algebra;
    private readonly Lock turn = new();
    private readonly Dictionary<(int Samples, int Dimension, int Replica), Loan> loans = [];

    /// <summary>Counts who will borrow what.</summary>
    public TrainingSets(
        IEnumerable<(IExperiment Experiment, int Replicas)> borrowers,
        Seed seed,
        ILinearAlgebra algebra
    )
    {
        (this.seed, this.algebra) = (seed, algebra);
        foreach (var (experiment, replicas) in borrowers.Distinct())
            for (int replica = 0; replica < replicas; replica++)
                LoanOf(experiment, replica).Borrowers++;
    }

    /// <summary>The training set of an experiment's sizes; several may hold it at once.</summary>
    public TrainingSet Borrow(IExperiment experiment, int replica)
    {
        Lazy<TrainingSet> set;
        lock (turn)
            set = LoanOf(experiment, replica).Set;
        return set.Value;
    }

    /// <summary>Says that an experiment is done with its training set.</summary>
    public void Return(IExperiment experiment, int replica)
    {
        lock (turn)
            if (--LoanOf(experiment, replica).Borrowers <= 0)
                loans.Remove(Key(experiment, replica));
    }

    private Loan LoanOf(IExperiment experiment, int replica)
    {
        if (!loans.TryGetValue(Key(experiment, replica), out Loan? loan))
            loans[Key(experiment, replica)] = loan = new Loan(
                new Lazy<TrainingSet>(() =>
                    TrainingSet.Draw(
                        seed,
                        replica,
                        experiment.TrainingSamples,
                        experiment.InputDimension,
                        algebra
                    )
                )
            );
        return loan;
    }

    private static (int, int, int) Key(IExperiment experiment, int replica) =>
        (experiment.TrainingSamples, experiment.InputDimension, replica);

    private sealed class Loan(Lazy<TrainingSet> set)
    {
        public Lazy<TrainingSet> Set { get; } = set;
        public int Borrowers { get; set; }
    }
}
