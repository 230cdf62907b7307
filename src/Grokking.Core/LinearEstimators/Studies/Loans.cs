namespace Grokking.LinearEstimators.Studies;

/// <summary>
/// Costly things on loan: each is made when first borrowed and let go when the last of those who need it has
/// returned it, so that it is made once and memory stays small. Safe to use from several threads.
/// </summary>
/// <typeparam name="TKey">What determines a thing entirely.</typeparam>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="make">Makes it.</param>
/// <param name="letGo">Is given what nobody will borrow again.</param>
internal sealed class Loans<TKey, T>(Func<TKey, T> make, Action<T> letGo)
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
        Lazy<T> thing;
        lock (turn)
        {
            Loan loan = LoanOf(key);
            if (--loan.Borrowers > 0)
                return;
            loans.Remove(key);
            thing = loan.Thing;
        }
        if (thing.IsValueCreated)
            letGo(thing.Value);
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
