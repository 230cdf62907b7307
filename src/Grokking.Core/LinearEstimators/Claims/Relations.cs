namespace Grokking.LinearEstimators.Claims;

/// <summary>Which entries of the ledger speak of the same thing.</summary>
internal static class Relations
{
    private static readonly (string, string)[] Pairs =
    [
        ("C4b", "E13"),
        ("C5a", "E11"),
        ("C5b", "E11"),
        ("C5c", "E11"),
        ("C6a", "C6b"),
        ("C6a", "E12"),
        ("C6b", "C6g"),
        ("C6c", "C6g"),
        ("C6d", "C6g"),
        ("C6e", "E26"),
        ("C6f", "E26"),
        ("C7a", "E12"),
        ("C9", "E-noise"),
        ("C10b", "C10c"),
        ("C10c", "E13"),
        ("C11a", "C11b"),
        ("C12a", "E16a"),
        ("C12b", "E16a"),
        ("C12c", "E16a"),
        ("C13b", "C13c"),
        ("C13b", "C13d"),
        ("C13b", "E16b"),
        ("C13c", "E16b"),
        ("C14b", "C13d"),
        ("C15c", "E18"),
        ("C15d", "E19"),
        ("C15e", "E19"),
    ];

    /// <summary>The ids of the entries related to one, in the order above.</summary>
    public static IReadOnlyList<string> Of(string id) =>
        [
            .. Pairs
                .Where(pair => pair.Item1 == id || pair.Item2 == id)
                .Select(pair => pair.Item1 == id ? pair.Item2 : pair.Item1),
        ];
}
