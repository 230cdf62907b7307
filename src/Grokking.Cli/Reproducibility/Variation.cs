namespace Grokking.Cli.Reproducibility;

/// <summary>Something that should not matter, or hardly: how to run everything again with it.</summary>
/// <param name="What">What differs from the first run, for people.</param>
/// <param name="KeepsBytes">
/// Whether the same bytes are promised, as on one platform with one linear algebra; otherwise it is what <see
/// cref="NumericPromise"/> says.
/// </param>
public sealed record Variation(string What, bool KeepsBytes)
{
    /// <summary>Environment variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Threads; those of the first run if null.</summary>
    public int? Threads { get; init; }

    /// <summary>The linear algebra's name; that of the first run if null.</summary>
    public string? LinearAlgebra { get; init; }

    /// <summary>Whether each study has a process of its own, the last one first.</summary>
    public bool OneByOneFromTheLast { get; init; }

    /// <summary>What the first run has, so that what the others vary is really another.</summary>
    public static readonly Variation None = new("nothing: a second run", KeepsBytes: true)
    {
        Environment = new Dictionary<string, string>
        {
            ["LC_ALL"] = "C",
            ["LANG"] = "C",
            ["TZ"] = "UTC",
        },
    };

    /// <summary>All that is varied, from the least to the most; the last has another linear algebra.</summary>
    /// <param name="others">The names of the other implementations that this machine has.</param>
    public static IReadOnlyList<Variation> All(IEnumerable<string> others) =>
        [
            None,
            With("locale", "LC_ALL", "de_DE.UTF-8"),
            With("locale", "LC_ALL", "tr_TR.UTF-8"),
            With("time zone", "TZ", "Asia/Kathmandu"),
            .. new[] { 1, 2, 5 }.Select(threads =>
                None with
                {
                    What = threads == 1 ? "1 thread" : $"{threads} threads",
                    Threads = threads,
                }
            ),
            None with
            {
                What = "order: each study by itself, the last one first",
                OneByOneFromTheLast = true,
            },
            // The more a processor lacks, the fewer sums its vectors keep apart.
            With("processor: without AVX-512", "DOTNET_EnableAVX512", "0") with
            {
                KeepsBytes = false,
            },
            With("processor: without AVX2 and FMA", "DOTNET_EnableAVX2", "0") with
            {
                KeepsBytes = false,
            },
            .. others.Select(name =>
                None with
                {
                    What = $"linear algebra: {name}",
                    KeepsBytes = false,
                    LinearAlgebra = name,
                }
            ),
        ];

    private static Variation With(string kind, string name, string value) =>
        None with
        {
            What = $"{kind} ({name}={value})",
            Environment = new Dictionary<string, string>(None.Environment) { [name] = value },
        };
}
