namespace Grokking.Claims;

/// <summary>All claims of a paper with their verdicts, and the errata that came of testing them. It adds up or it does not exist.</summary>
public sealed record Ledger
{
    /// <summary>Closes the books.</summary>
    /// <param name="questions">The ids that have to be answered, e.g. "C1": by a claim of that id, or by parts "C1a", "C1b" …</param>
    /// <param name="claims">The answers.</param>
    /// <param name="errata">What is wrong in print.</param>
    /// <param name="formulas">Every printed formula that was checked.</param>
    /// <exception cref="ArgumentException">
    /// A question has no answer, a claim answers none, two entries share an id, one refers to an entry that there is not,
    /// or the verdicts do not add up.
    /// </exception>
    public Ledger(
        IReadOnlyList<string> questions,
        IReadOnlyList<Claim> claims,
        IReadOnlyList<Erratum> errata,
        IReadOnlyList<FormulaCheck> formulas
    )
    {
        (Claims, Errata, Formulas) = (claims, errata, formulas);
        string[] ids = [.. claims.Select(claim => claim.Id), .. errata.Select(erratum => erratum.Id)];
        Refuse(
            ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key),
            "is there twice"
        );
        Refuse(
            questions.Where(question => !claims.Any(claim => Question(claim) == question)),
            "has no answer"
        );
        Refuse(
            claims.Where(claim => !questions.Contains(Question(claim))).Select(claim => claim.Id),
            "answers no question"
        );
        Refuse(
            claims
                .SelectMany(claim => claim.Related)
                .Concat(errata.SelectMany(erratum => erratum.Related))
                .Concat(formulas.SelectMany(formula => formula.Related))
                .Except(ids),
            "is referred to and is not there"
        );
        Refuse(
            formulas
                .GroupBy(formula => formula.Equation)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key),
            "is there twice"
        );
        Counts = Enum.GetValues<Verdict>()
            .ToDictionary(verdict => verdict, verdict => claims.Count(claim => claim.Verdict == verdict));
        int answers = questions.Sum(question => claims.Count(claim => Question(claim) == question));
        if (Counts.Values.Sum() != answers)
            throw new ArgumentException(
                $"{Counts.Values.Sum()} verdicts do not add up to the {answers} answers to the questions",
                nameof(claims)
            );
    }

    /// <summary>The claims, in order.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The errata, in order.</summary>
    public IReadOnlyList<Erratum> Errata { get; }

    /// <summary>The errata that their deciding numbers show; the others were looked for and not shown.</summary>
    public IEnumerable<Erratum> ErrataThatStand => Errata.Where(erratum => erratum.Decision.Stands);

    /// <summary>The formulas that were checked, right and wrong, in the order of the paper.</summary>
    public IReadOnlyList<FormulaCheck> Formulas { get; }

    /// <summary>How many claims have each verdict; every verdict is there.</summary>
    public IReadOnlyDictionary<Verdict, int> Counts { get; }

    /// <summary>The question that a claim answers: C6b answers C6.</summary>
    /// <param name="id">The claim's id.</param>
    public static string QuestionOf(string id) => id.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]);

    private static string Question(Claim claim) => QuestionOf(claim.Id);

    private static void Refuse(IEnumerable<string> ids, string why)
    {
        if (ids.FirstOrDefault() is { } id)
            throw new ArgumentException($"{id} {why}", nameof(ids));
    }
}
