using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Scores of few samples with many outputs, from all their errors.</summary>
/// <param name="errors">Those of the samples; asked for when first needed.</param>
/// <param name="components">D along the modes, without limit.</param>
/// <param name="epsilon">A sample below this error is correct.</param>
/// <param name="algebra">Multiplies.</param>
internal sealed class ScoresOfManyOutputs(
    Lazy<ErrorsOfManyOutputs> errors,
    DecayingRows components,
    double epsilon,
    ILinearAlgebra algebra
) : ISampleScores
{
    private readonly SpannedRows _errors = ErrorsOfManyOutputs.Spanned(errors, components, algebra);

    // What is kept of all epochs serves all stretches.
    public void Prepare(long from, long to) { }

    public IEnumerable<SampleScore> At(IReadOnlyList<long> epochs)
    {
        Matrix rows = _errors.At(epochs);
        return Enumerable.Range(0, rows.Rows).Select(i => SampleScore.Of(rows.Row(i), epsilon));
    }

    public IEnumerable<int> Correct(IReadOnlyList<long> epochs)
    {
        Matrix rows = _errors.At(epochs);
        return Enumerable.Range(0, rows.Rows).Select(i => SampleScore.Correct(rows.Row(i), epsilon));
    }
}
