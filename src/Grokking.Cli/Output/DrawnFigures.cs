using System.Text.Json;
using Grokking.Cli.Provenance;
using Grokking.Figures.LinearEstimators;

namespace Grokking.Cli.Output;

/// <summary>
/// figures/drawn.json: for every figure the result that it shows, the typesetter that exported it, and the hashes of
/// its files; whether a figure is up to date depends on what is there, not on when it was written.
/// </summary>
public sealed class DrawnFigures
{
    private static readonly string[] Kinds = ["svg", "pdf", "png"];
    private readonly OutputFolder folder;
    private readonly SortedDictionary<string, Drawn> figures;

    private DrawnFigures(OutputFolder folder, SortedDictionary<string, Drawn> figures) =>
        (this.folder, this.figures) = (folder, figures);

    /// <summary>What is recorded of a figure.</summary>
    /// <param name="Result">Where its numbers come from.</param>
    /// <param name="Typesetter">Which typesetter made PDF and PNG.</param>
    /// <param name="Files">The SHA-256 of each kind of file.</param>
    public sealed record Drawn(Origin Result, string Typesetter, IReadOnlyDictionary<string, string> Files);

    /// <summary>The figures by name.</summary>
    public IReadOnlyDictionary<string, Drawn> All => figures;

    /// <summary>Reads the record; a missing or damaged one knows no figure.</summary>
    public static DrawnFigures Read(OutputFolder folder)
    {
        try
        {
            var recorded = JsonSerializer.Deserialize<SortedDictionary<string, Drawn>>(
                PlainFile.Text(PathIn(folder)),
                Json.Readable
            );
            var whole = recorded?.Where(figure => IsWhole(figure.Key, figure.Value)).ToDictionary();
            return new DrawnFigures(folder, new(whole ?? []));
        }
        catch (JsonException)
        {
            return new DrawnFigures(folder, []);
        }
    }

    /// <summary>Whether a figure's files are all there, as this typesetter made them.</summary>
    public bool IsUpToDate(string name, string typesetter) =>
        figures.TryGetValue(name, out Drawn? drawn)
        && drawn.Typesetter == typesetter
        && Kinds.All(kind =>
            PlainFile.Exists(folder.Figure(name, kind))
            && drawn.Files.GetValueOrDefault(kind) == PlainFile.Hash(folder.Figure(name, kind))
        );

    /// <summary>Records a figure whose files are all there.</summary>
    public void Add(string name, Origin result, string typesetter) =>
        figures[name] = new Drawn(
            result,
            typesetter,
            Kinds.ToDictionary(kind => kind, kind => PlainFile.Hash(folder.Figure(name, kind)))
        );

    /// <summary>Keeps the record.</summary>
    public void Write() =>
        AtomicFile.Write(PathIn(folder), JsonSerializer.Serialize(figures, Json.Readable) + "\n");

    private static string PathIn(OutputFolder folder) => Path.Combine(folder.Figures, "drawn.json");

    private static bool IsWhole(string name, Drawn? drawn) =>
        LinearEstimatorsFigures.All.Any(figure => $"figure-{figure.Number}" == name)
        && drawn is { Result.IsWhole: true, Typesetter: not null, Files: not null }
        && drawn.Files.All(file => Kinds.Contains(file.Key) && file.Value is not null);
}
