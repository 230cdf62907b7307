namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Costly things on loan: each is made when first borrowed and let go when the last of those who need it has
/// returned it, so that it is made once and memory stays small. Safe to use from several threads.
/// </summary>
/// <typeparam name="TKey">What determines a thing entirely.</typeparam>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="make">Makes it.</param>
internal sealed class Loans<TKey, T>(Func<TKey, T> make)
    where TKey : notnull
{
    private readonly Lock turn = new();
    private readonly Dictionary<TKey, Loan> loans = [];

    /// <summary>Announces one borrower.</summary>
    public void Expect(TKey key) => LoanOf(key).Borrowers++;

    /// <summary>The thing; several may hold it at once.</summary>
    public T Borrow(TKey key)
    {
        Lazy<T> thing;
        lock (turn)
            thing = LoanOf(key).Thing;
        return thing.Value;
    }

    /// <summary>Says that one borrower is done.</summary>
    public void Return(TKey key)
    {
        lock (turn)
            if (--LoanOf(key).Borrowers <= 0)
                loans.Remove(key);
    }

    private Loan LoanOf(TKey key)
    {
        if (!loans.TryGetValue(key, out Loan? loan))
            loans[key] = loan = new Loan(new Lazy<T>(() => make(key)));
        return loan;
    }

    private sealed class Loan(Lazy<T> thing)
    {
        public Lazy<T> Thing { get; } = thing;
        public int Borrowers { get; set; }
    }
}
