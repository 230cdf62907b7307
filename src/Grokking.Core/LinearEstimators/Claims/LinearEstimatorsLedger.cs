using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Everything that Levi et al. 2024 is asked, and the answers that study results give.</summary>
public static class LinearEstimatorsLedger
{
    /// <summary>The questions C1 to C17: one for each statement of the paper that is put to the test.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [.. Enumerable.Range(1, 17).Select(number => $"C{number}")];

    /// <summary>The numbers of the paper's equations that have to be among the formulas that are checked.</summary>
    public static IReadOnlyList<int> Equations { get; } = [9, 11, 12, 13, 15, 16, 18, 19, 22, 23, 24, 26];

    /// <summary>The ids of all claims, in the order of the questions and their parts, and of all errata.</summary>
    public static IReadOnlyList<string> Entries { get; } =
    [
        .. Questions.SelectMany(question =>
            LedgerParts
                .Claims.SelectMany(part => part.Ids)
                .Where(id => Ledger.QuestionOf(id) == question)
                .Order(StringComparer.Ordinal)
        ),
        .. LedgerParts.Errata.SelectMany(part => part.Ids),
    ];

    /// <summary>Whether a formula's name, e.g. "eqs 11 and 22, L_tr", names an equation.</summary>
    /// <param name="formula">The name.</param>
    /// <param name="equation">The equation's number.</param>
    public static bool IsOf(string formula, int equation) =>
        formula.Split(' ', ',').Contains($"{equation}", StringComparer.Ordinal);

    /// <summary>The kinds of result that an entry rests on.</summary>
    /// <param name="id">One of <see cref="Entries"/>.</param>
    public static IReadOnlyList<Type> ResultsFor(string id) =>
        LedgerParts.Claims.FirstOrDefault(part => part.Ids.Contains(id))?.Results
        ?? LedgerParts.Errata.Single(part => part.Ids.Contains(id)).Results;

    /// <summary>Judges some claims, in the order of <see cref="Entries"/>.</summary>
    /// <param name="ids">Which; others are passed over.</param>
    /// <param name="findings">At least the results that they rest on.</param>
    /// <exception cref="InvalidOperationException">A result is missing.</exception>
    public static IReadOnlyList<Claim> Claims(IReadOnlyList<string> ids, Findings findings) =>
        [
            .. Judged(LedgerParts.Claims, ids, findings)
                .Where(claim => ids.Contains(claim.Id))
                .Select(claim => claim with { Related = Relations.Of(claim.Id) })
                .OrderBy(claim => Entries.TakeWhile(id => id != claim.Id).Count()),
        ];

    /// <summary>Decides some errata.</summary>
    /// <inheritdoc cref="Claims"/>
    public static IReadOnlyList<Erratum> Errata(IReadOnlyList<string> ids, Findings findings) =>
        [
            .. Judged(LedgerParts.Errata, ids, findings)
                .Select(erratum => erratum with { Related = Relations.Of(erratum.Id) }),
        ];

    /// <summary>Judges every claim and every formula.</summary>
    /// <param name="findings">The results of all studies of a profile.</param>
    /// <exception cref="InvalidOperationException">A result is missing.</exception>
    public static Ledger Of(Findings findings) =>
        new(
            Questions,
            Claims(Entries, findings),
            Errata(Entries, findings),
            [
                .. LossFormulas.Check(findings),
                .. TimeFormulas.Check(findings),
                .. ManyOutputFormulas.Check(findings),
                .. WeightDecayFormulas.Check(findings),
                .. TwoLayerFormulas.Check(findings),
            ]
        );

    private static IEnumerable<TEntry> Judged<TEntry>(
        IReadOnlyList<Part<TEntry>> parts,
        IReadOnlyList<string> ids,
        Findings findings
    ) => parts.Where(part => part.Ids.Any(ids.Contains)).SelectMany(part => part.Judge(findings));
}
