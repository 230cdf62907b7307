using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The results that claims rest on, with the command that measures each again.</summary>
/// <param name="Results">One of each kind that is needed.</param>
/// <param name="Command">The command that repeats a study, given its kind of result.</param>
public sealed record Findings(IReadOnlyList<StudyResult> Results, Func<Type, string> Command)
{
    /// <summary>The result of a kind.</summary>
    /// <typeparam name="TResult">The kind.</typeparam>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public TResult Of<TResult>()
        where TResult : StudyResult =>
        Results.OfType<TResult>().ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"exactly one {typeof(TResult).Name} is needed");

    /// <summary>The command that measures a kind of result again.</summary>
    /// <typeparam name="TResult">The kind.</typeparam>
    public string CommandFor<TResult>()
        where TResult : StudyResult => Command(typeof(TResult));

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
            Command = CommandFor<TResult>(),
        };
}
