using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// One question put to theory and simulation alike. A study is its parameters; equal parameters give equal
/// results. It names the experiments that it needs, so that studies which need the same one share it.
/// </summary>
public interface IStudy
{
    /// <summary>The study's name in files and keys, e.g. "sample-ratio".</summary>
    string Id { get; }

    /// <summary>The type of what <see cref="Assemble"/> returns.</summary>
    Type ResultType { get; }

    /// <summary>The experiments that have to be measured first.</summary>
    IEnumerable<IExperiment> Experiments { get; }

    /// <summary>How many replicas it takes by itself; null for the profile's number.</summary>
    int? OwnReplicas => null;

    /// <summary>Compares what was measured with theory.</summary>
    StudyResult Assemble(Measurements measurements, Execution execution);
}

/// <summary>A study with its kind of result.</summary>
/// <typeparam name="TResult">What it finds.</typeparam>
public interface IStudy<out TResult> : IStudy
    where TResult : StudyResult
{
    /// <inheritdoc/>
    Type IStudy.ResultType => typeof(TResult);

    /// <inheritdoc/>
    StudyResult IStudy.Assemble(Measurements measurements, Execution execution) =>
        Assemble(measurements, execution);

    /// <inheritdoc cref="IStudy.Assemble"/>
    new TResult Assemble(Measurements measurements, Execution execution);
}
