using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The results that claims rest on, with the studies they came of and the command that judges each entry.</summary>
/// <param name="Results">One of each kind that is needed.</param>
/// <param name="Studies">The studies of the profile, each of its own kind of result.</param>
/// <param name="Command">The command that runs what an entry rests on and judges it, given its id.</param>
public sealed record Findings(
    IReadOnlyList<StudyResult> Results,
    IReadOnlyList<IStudy> Studies,
    Func<string, string> Command
)
{
    /// <summary>The result of a kind.</summary>
    /// <typeparam name="TResult">The kind.</typeparam>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public TResult Of<TResult>()
        where TResult : StudyResult =>
        Results.OfType<TResult>().ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"exactly one {typeof(TResult).Name} is needed");

    /// <summary>The id of the study behind a kind of result.</summary>
    /// <typeparam name="TResult">The kind.</typeparam>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public string StudyOf<TResult>()
        where TResult : StudyResult => Studies.Single(study => study.ResultType == typeof(TResult)).Id;

    /// <summary>A number of theory, with the 1e-9 that its quadratures and roots promise.</summary>
    internal static Measurement Computed(double value) => new(value, 1e-9 * Math.Abs(value));

    /// <summary>A claim that rests on one kind of result, not yet tested.</summary>
    /// <typeparam name="TResult">The kind.</typeparam>
    internal Claim Claim<TResult>(string id, string source, string statement, string quantity)
        where TResult : StudyResult =>
        new()
        {
            Id = id,
            Source = source,
            Statement = statement,
            Quantity = quantity,
            Reason = "a replica does not have the quantity",
            Command = Command(id),
            Studies = [StudyOf<TResult>()],
        };

    /// <summary>A claim that rests on two kinds of result, not yet tested.</summary>
    /// <typeparam name="TResult">The kind that is judged.</typeparam>
    /// <typeparam name="TOther">The kind that it is held against.</typeparam>
    internal Claim Claim<TResult, TOther>(string id, string source, string statement, string quantity)
        where TResult : StudyResult
        where TOther : StudyResult =>
        Claim<TResult>(id, source, statement, quantity) with
        {
            Studies = [StudyOf<TResult>(), StudyOf<TOther>()],
        };
}
