namespace Grokking.Cli.Output;

/// <summary>Which figures show what an entry of the ledger speaks of.</summary>
public static class VerdictsFigures
{
    /// <summary>
    /// Entries whose studies say too little, since these have no figure of their own but measure more of what one shows,
    /// or too much, since the figure of one of them does not show this.
    /// </summary>
    private static readonly Dictionary<string, string[]> Exceptions = new()
    {
        ["C5a"] = ["figure-6"],
        ["C5b"] = ["figure-6"],
        ["C5c"] = ["figure-6"],
        ["C6b"] = ["figure-1"],
        ["C7a"] = ["figure-1"],
        ["C10b"] = ["figure-2"],
        ["C10c"] = ["figure-2"],
        ["C13b"] = ["figure-3"],
        ["C14b"] = [],
        ["C17a"] = [],
        ["C17b"] = [],
        ["E11"] = ["figure-6"],
        ["E12"] = ["figure-1"],
    };

    /// <summary>The ids of the entries that are exceptions.</summary>
    public static IReadOnlyCollection<string> Exceptional => Exceptions.Keys;

    /// <summary>The names of the figures, in the order of the paper: as said above, or those of the entry's studies.</summary>
    /// <param name="id">The id of a claim or an erratum.</param>
    /// <param name="studies">The ids of the studies that it rests on.</param>
    /// <param name="run">Whose profile tells which figure draws which study.</param>
    public static IEnumerable<string> Of(string id, IEnumerable<string> studies, Run run) =>
        Exceptions.TryGetValue(id, out string[]? figures)
            ? figures
            : Recipe
                .OfProfile(run.Profile)
                .Where(recipe => studies.Contains(recipe.Study.Id))
                .Select(recipe => recipe.Name);
}
