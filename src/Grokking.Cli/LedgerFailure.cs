namespace Grokking.Cli;

/// <summary>The ledger's arithmetic is wrong. The command ends with exit code 1, as where a check failed.</summary>
public sealed class LedgerFailure(Exception inner)
    : Exception($"the ledger does not add up: {inner.Message}", inner)
{
    /// <summary>What judging gives; its entries refuse numbers that decide nothing, and the ledger a sum that is off.</summary>
    /// <exception cref="LedgerFailure">One of them did.</exception>
    public static T Watch<T>(Func<T> judge)
    {
        try
        {
            return judge();
        }
        catch (ArgumentException refusal)
        {
            throw new LedgerFailure(refusal);
        }
    }
}
