namespace Grokking.LinearEstimators.Claims;

/// <summary>Entries of the ledger that the same results decide.</summary>
/// <typeparam name="TEntry">Claims or errata.</typeparam>
/// <param name="Ids">What they are called.</param>
/// <param name="Results">The kinds of result that they rest on; nothing else is looked at.</param>
/// <param name="Judge">The entries, in the order of their ids.</param>
internal sealed record Part<TEntry>(
    IReadOnlyList<string> Ids,
    IReadOnlyList<Type> Results,
    Func<Findings, IEnumerable<TEntry>> Judge
);
