using System.Text.Json;
using Grokking.Cli.Provenance;
using Grokking.Figures;
using Grokking.Figures.LinearEstimators;

namespace Grokking.Cli.Output;

/// <summary>
/// figures/drawn.json: for every figure the result that it shows, the code that drew it, the typesetter that exported it,
/// and the hashes of its files; whether a figure is up to date depends on what is there, not on when it was written.
/// </summary>
public sealed class DrawnFigures
{
    private static readonly string[] Kinds = ["svg", "pdf", "png"];

    // As of the results' assembly: deterministic builds derive it from the sources.
    private static readonly string DrawingHere =
        typeof(IFigure).Assembly.ManifestModule.ModuleVersionId.ToString();

    private readonly OutputFolder folder;
    private readonly SortedDictionary<string, Drawn> figures;

    private DrawnFigures(OutputFolder folder, SortedDictionary<string, Drawn> figures) =>
        (this.folder, this.figures) = (folder, figures);

    /// <summary>What is recorded of a figure.</summary>
    /// <param name="Result">Where its numbers come from.</param>
    /// <param name="Drawing">Which build of the figures' assembly drew it.</param>
    /// <param name="Typesetter">Which typesetter made PDF and PNG.</param>
    /// <param name="Files">The SHA-256 of each kind of file.</param>
    public sealed record Drawn(
        Origin Result,
        string Drawing,
        string Typesetter,
        IReadOnlyDictionary<string, string> Files
    );

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

    /// <summary>Whether a figure's SVG is there as it would be drawn of this result now.</summary>
    public bool Shows(string name, Origin result) =>
        figures.TryGetValue(name, out Drawn? drawn)
        && drawn.Result == result
        && drawn.Drawing == DrawingHere
        && IsThere(name, drawn, "svg");

    /// <summary>Whether all of a figure's files are there as they would be made of this result now.</summary>
    public bool IsUpToDate(string name, Origin result, string typesetter) =>
        Shows(name, result)
        && figures[name].Typesetter == typesetter
        && Kinds.All(kind => IsThere(name, figures[name], kind));

    /// <summary>Records a figure whose files are all there.</summary>
    public void Add(string name, Origin result, string typesetter) =>
        figures[name] = new Drawn(
            result,
            DrawingHere,
            typesetter,
            Kinds.ToDictionary(kind => kind, kind => PlainFile.Hash(folder.Figure(name, kind)))
        );

    /// <summary>Keeps the record.</summary>
    public void Write() =>
        AtomicFile.Write(PathIn(folder), JsonSerializer.Serialize(figures, Json.Readable) + "\n");

    private bool IsThere(string name, Drawn drawn, string kind) =>
        PlainFile.Exists(folder.Figure(name, kind))
        && !folder.Damaged.Contains($"figures/{name}.{kind}")
        && drawn.Files.GetValueOrDefault(kind) == PlainFile.Hash(folder.Figure(name, kind));

    private static string PathIn(OutputFolder folder) => Path.Combine(folder.Figures, "drawn.json");

    private static bool IsWhole(string name, Drawn? drawn) =>
        LinearEstimatorsFigures.All.Any(figure => $"figure-{figure.Number}" == name)
        && drawn is { Result.IsWhole: true, Drawing: not null, Typesetter: not null, Files: not null }
        && drawn.Files.All(file => Kinds.Contains(file.Key) && file.Value is not null);
}
