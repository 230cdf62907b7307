using Grokking.LinearEstimators.Studies;

namespace Grokking.Core.Tests.Studies;

/// <summary>What several need is made once, and let go after the last of them.</summary>
public sealed class LoansTests
{
    private int made;
    private readonly List<WeakReference> letGo = [];

    private Loans<string, object> Lender(int expected)
    {
        var loans = new Loans<string, object>(
            _ =>
            {
                Interlocked.Increment(ref made);
                return new object();
            },
            thing =>
            {
                lock (letGo)
                    letGo.Add(new WeakReference(thing));
            }
        );
        for (int i = 0; i < expected; i++)
            loans.Expect("a");
        return loans;
    }

    [Fact]
    public void Nothing_is_made_before_it_is_borrowed()
    {
        Lender(expected: 3);
        Assert.Equal(0, made);
    }

    [Fact]
    public void All_who_were_expected_share_one_thing_even_one_after_the_other()
    {
        var loans = Lender(expected: 3);
        object first = loans.Borrow("a");
        loans.Return("a");
        Assert.Same(first, loans.Borrow("a"));
        Assert.Same(first, loans.Borrow("a"));
        Assert.Equal(1, made);
    }

    [Fact]
    public void After_the_last_return_it_is_let_go()
    {
        var loans = Lender(expected: 2);
        object first = loans.Borrow("a");
        loans.Return("a");
        loans.Return("a");
        Assert.Same(first, letGo.Single().Target);
        Assert.NotSame(first, loans.Borrow("a"));
        Assert.Equal(2, made);
    }

    [Fact]
    public void What_nobody_holds_can_be_collected()
    {
        var loans = Lender(expected: 1);
        WeakReference thing = BorrowAndReturn(loans);
        GC.Collect();
        Assert.False(thing.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(
            System.Runtime.CompilerServices.MethodImplOptions.NoInlining
        )]
        static WeakReference BorrowAndReturn(Loans<string, object> loans)
        {
            var thing = new WeakReference(loans.Borrow("a"));
            loans.Return("a");
            return thing;
        }
    }

    [Fact]
    public void Another_key_is_another_thing()
    {
        var loans = Lender(expected: 1);
        Assert.NotSame(loans.Borrow("a"), loans.Borrow("b"));
    }

    [Fact]
    public void Many_threads_at_once_get_the_same()
    {
        const int many = 64;
        var loans = Lender(expected: many);
        using var together = new Barrier(8);
        object[] got = new object[many];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(thread => new Thread(() =>
                {
                    together.SignalAndWait();
                    for (int i = thread; i < many; i += 8)
                    {
                        got[i] = loans.Borrow("a");
                        loans.Return("a");
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Single(got.Distinct());
        Assert.Equal(1, made);
    }
}
