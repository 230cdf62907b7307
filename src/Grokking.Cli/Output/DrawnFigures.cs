using System.Text;
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

    // Of the code that reads a result and of the code that draws it: deterministic builds derive both from the sources.
    private static readonly string DrawingHere = string.Join(
        ' ',
        new[] { typeof(DrawnFigures), typeof(IFigure) }.Select(one => one.Module.ModuleVersionId)
    );

    private readonly OutputFolder folder;
    private readonly SortedDictionary<string, Drawn> figures;

    private DrawnFigures(OutputFolder folder, SortedDictionary<string, Drawn> figures) =>
        (this.folder, this.figures) = (folder, figures);

    /// <summary>What is recorded of a figure.</summary>
    /// <param name="Result">Where its numbers come from.</param>
    /// <param name="Numbers">The SHA-256 of the result itself.</param>
    /// <param name="Drawing">Which build of the command drew it.</param>
    /// <param name="Typesetter">Which typesetter made PDF and PNG.</param>
    /// <param name="Files">The SHA-256 of each kind of file.</param>
    public sealed record Drawn(
        Origin Result,
        string Numbers,
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
    public bool Shows(FinishedRecipe finished) =>
        figures.TryGetValue(finished.Recipe.Name, out Drawn? drawn)
        && drawn.Result == Origin.Of(finished.Key)
        && drawn.Numbers == HashOf(finished)
        && drawn.Drawing == DrawingHere
        && IsThere(finished.Recipe.Name, drawn, "svg");

    /// <summary>Whether all of a figure's files are there as they would be made of this result now.</summary>
    public bool IsUpToDate(FinishedRecipe finished, string typesetter) =>
        Shows(finished)
        && figures[finished.Recipe.Name] is var drawn
        && drawn.Typesetter == typesetter
        && Kinds.All(kind => IsThere(finished.Recipe.Name, drawn, kind));

    /// <summary>Records a figure that has just been drawn.</summary>
    public void Add(FinishedRecipe finished, string typesetter) =>
        figures[finished.Recipe.Name] = new Drawn(
            Origin.Of(finished.Key),
            HashOf(finished),
            DrawingHere,
            typesetter,
            Kinds.ToDictionary(
                kind => kind,
                kind => PlainFile.Hash(folder.Figure(finished.Recipe.Name, kind))
            )
        );

    /// <summary>Keeps the record.</summary>
    public void Write() =>
        AtomicFile.Write(PathIn(folder), JsonSerializer.Serialize(figures, Json.Readable) + "\n");

    private static string HashOf(FinishedRecipe finished) =>
        PlainFile.Hash(Encoding.UTF8.GetBytes(finished.Json));

    private bool IsThere(string name, Drawn drawn, string kind) =>
        PlainFile.Exists(folder.Figure(name, kind))
        && !folder.Damaged.Contains($"figures/{name}.{kind}")
        && drawn.Files.GetValueOrDefault(kind) == PlainFile.Hash(folder.Figure(name, kind));

    private static string PathIn(OutputFolder folder) => Path.Combine(folder.Figures, "drawn.json");

    private static bool IsWhole(string name, Drawn? drawn) =>
        LinearEstimatorsFigures.All.Any(figure => $"figure-{figure.Number}" == name)
        && drawn
            is {
                Result.IsWhole: true,
                Numbers: not null,
                Drawing: not null,
                Typesetter: not null,
                Files: not null
            }
        && drawn.Files.All(file => Kinds.Contains(file.Key) && file.Value is not null);
}
