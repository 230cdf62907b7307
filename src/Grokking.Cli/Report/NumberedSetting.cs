using System.Text.Json.Nodes;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Report;

/// <summary>One setting of a table of times: three rows with an id each, and how to compute them again.</summary>
internal sealed record NumberedSetting
{
    /// <summary>The times of a setting, by their names in files and in results.</summary>
    private static readonly (string Name, string Pointer)[] Times =
    [
        ("t_train", "training"),
        ("t_generalization", "generalization"),
        ("delta_t", "difference"),
    ];

    /// <summary>Which table of the report.</summary>
    public required int Table { get; init; }

    /// <summary>Which setting of the table, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The setting, by symbol.</summary>
    public required IReadOnlyDictionary<string, double> Setting { get; init; }

    /// <summary>The result that holds the numbers.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Where the result is published, e.g. "data/figure-1.json".</summary>
    public required string Data { get; init; }

    /// <summary>Where in it the setting's times stand.</summary>
    public required string Pointer { get; init; }

    /// <summary>The columns of the table that hold numbers.</summary>
    public required IReadOnlyList<NumberColumn> Columns { get; init; }

    /// <summary>The command that computes this setting alone.</summary>
    public required string Predict { get; init; }

    /// <summary>The command that computes the whole result anew.</summary>
    public string Simulate => $"{Origin.Command} --force";

    /// <summary>The id of the row of a time, 0 for t*_tr, 1 for t*_gen, 2 for Δt.</summary>
    public static string Id(int table, int position, int time) =>
        $"N{table}.{(Times.Length * position) + time + 1}";

    /// <summary>Every number of the setting that exists in a table, with what it takes to compute it again.</summary>
    /// <param name="document">What <see cref="Data"/> holds.</param>
    public IEnumerable<object> Numbers(JsonNode document) =>
        from time in Enumerable.Range(0, Times.Length)
        from column in Columns
        let pointer = column.PointerIn(Pointer, Times[time].Pointer)
        where pointer is not null
        select new
        {
            Id = $"{Id(Table, Position, time)}.{column.Name}",
            Quantity = Times[time].Name,
            Column = column.Name,
            Setting,
            Unit = column.Unit,
            Value = JsonPlace.Of(document, pointer),
            Uncertainty = column.Uncertainty is { } spread
                ? JsonPlace.Of(document, column.PointerTo(spread, Pointer, Times[time].Pointer))
                : null,
            Origin.Profile,
            Origin.Replicas,
            Origin.Seed,
            Origin.LinearAlgebra,
            Origin.Study,
            Origin.Key,
            Data,
            Pointer = JsonPlace.UpToNull(document, pointer),
            Command = column.Field is null ? Simulate : Predict,
            Field = column.Field?.Replace("*", Times[time].Name, StringComparison.Ordinal),
        };
}
