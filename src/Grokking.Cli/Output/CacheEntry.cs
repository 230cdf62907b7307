namespace Grokking.Cli.Output;

/// <summary>What the cache holds for a key.</summary>
public abstract record CacheEntry
{
    private CacheEntry() { }

    /// <summary>The result, as JSON, unharmed.</summary>
    public sealed record Found(string Result) : CacheEntry;

    /// <summary>No result; and why, in words that end a sentence.</summary>
    public sealed record Missing(string Reason) : CacheEntry;

    /// <summary>Something is there that no longer matches its hash.</summary>
    public sealed record Corrupt(string Path) : CacheEntry;
}
