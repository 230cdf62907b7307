using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// In which order experiments are carried out, and what is done once a study has all of its own: nobody waits for a
/// study to end, and it ends as early as can be.
/// </summary>
internal sealed class Schedule
{
    private readonly Dictionary<(IExperiment, int), Series> _series = [];
    private readonly Dictionary<Series, List<PlannedStudy>> _askedFor = [];
    private readonly List<PlannedStudy> _withoutRuns = [];
    private readonly List<(Series Series, int Replica)> _runs = [];
    private readonly Action<PlannedStudy> _assemble;
    private int _company;

    /// <param name="studies">Each with its number of replicas; experiments of the first come first.</param>
    /// <param name="assemble">Called once for each study when it has everything.</param>
    public Schedule(IEnumerable<(IStudy Study, int Replicas)> studies, Action<PlannedStudy> assemble)
    {
        _assemble = assemble;
        foreach (var (study, replicas) in studies)
        {
            Series[] own =
            [
                .. study
                    .Experiments.Distinct()
                    .Select(experiment => SeriesOf(experiment, replicas, _company)),
            ];
            _company++;
            Series[] added = [.. own.Where(series => !_askedFor.ContainsKey(series))];
            var planned = new PlannedStudy(study, own);
            if (own.Length == 0)
                _withoutRuns.Add(planned);
            foreach (Series series in own)
                (_askedFor.TryGetValue(series, out var others) ? others : _askedFor[series] = []).Add(
                    planned
                );
            Add(added, replicas);
        }
    }

    /// <param name="series">Experiments that no study asks for, with equal numbers of replicas.</param>
    public Schedule(Series[] series)
    {
        _assemble = _ => { };
        foreach (Series one in series)
            _askedFor[one] = [];
        Add(series, series[0].Results.Length);
    }

    /// <summary>Every run there will be, in order.</summary>
    public IReadOnlyList<(Series Series, int Replica)> Runs => _runs;

    /// <summary>How many tasks there are.</summary>
    public int Count => _runs.Count + _withoutRuns.Count;

    /// <summary>Runs, and studies that need none, to be done in this order by however many threads.</summary>
    /// <param name="run">Carries out one replica of an experiment.</param>
    public IEnumerable<Action> Tasks(Func<Series, int, object> run) =>
        [
            .. _runs.Select<(Series Series, int Replica), Action>(one =>
                () =>
                {
                    one.Series.Results[one.Replica] = run(one.Series, one.Replica);
                    foreach (PlannedStudy study in _askedFor[one.Series])
                        if (study.HasOneMore())
                            _assemble(study);
                }
            ),
            .. _withoutRuns.Select<PlannedStudy, Action>(study => () => _assemble(study)),
        ];

    // Two replicas at a time, side by side, and what shares a training set together: few inputs are kept, and of two
    // threads neither waits for inputs that the other prepares. The costliest first, so that no thread is left with a long one at
    // the end.
    private void Add(Series[] series, int replicas) =>
        _runs.AddRange(
            from some in Enumerable.Range(0, replicas).Chunk(2)
            from one in series
                .GroupBy(one => (one.Experiment.TrainingSamples, one.Experiment.InputDimension))
                .OrderByDescending(alike => alike.Max(Cost))
                .SelectMany(alike => alike.OrderByDescending(Cost))
            from replica in some
            select (one, replica)
        );

    private Series SeriesOf(IExperiment experiment, int replicas, int company) =>
        _series.TryGetValue((experiment, replicas), out Series? known)
            ? known
            : _series[(experiment, replicas)] = new(experiment, replicas, company);

    /// <summary>A rough number of multiplications, for the order of work only.</summary>
    private static double Cost(Series series) =>
        (double)(series.Experiment.TrainingSamples + series.Experiment.TestSamples)
        * series.Experiment.InputDimension
        * (
            series.Experiment is TwoLayerExperiment { HiddenWidth: var width }
                ? 1000.0 * width
                : series.Experiment.OutputDimension
        );
}
