namespace Grokking.Cli.Tests.House;

/// <summary>Files that people enjoy reading: short, one idea each, with names that say something.</summary>
public sealed class SourceFileTests
{
    private const int Longest = 250;

    [Fact]
    public void No_file_is_too_long_to_read_at_once() =>
        Assert.Empty(
            Source
                .Files()
                .Select(path => (Path: path, Lines: File.ReadAllLines(path)))
                .Where(file => file.Lines.Length > Longest && !IsWrittenByAProgram(file.Lines))
                .Select(file => $"{Path.GetFileName(file.Path)} has {file.Lines.Length} lines")
        );

    [Fact]
    public void No_type_is_called_for_what_does_not_fit_elsewhere()
    {
        string[] vague = ["Helper", "Util", "Manager", "Misc", "Common"];
        Assert.All(
            Types().Select(type => type.Name),
            name => Assert.False(vague.Any(word => name.Contains(word, StringComparison.Ordinal)), name)
        );
    }

    [Fact]
    public void A_file_is_named_after_a_type_in_it()
    {
        HashSet<string> names =
        [
            "Program",
            "AssemblyInfo",
            .. Types().Select(type => type.Name.Split('`')[0]),
        ];
        Assert.All(
            Source.Files().Select(path => Path.GetFileNameWithoutExtension(path)),
            name => Assert.Contains(name, names)
        );
    }

    [Fact]
    public void A_namespace_is_the_folder() =>
        Assert.Empty(
            Source
                .Files()
                .Select(path => (Path: path, Declared: Declared(path), Expected: Expected(path)))
                .Where(file => file.Declared is not null && file.Declared != file.Expected)
                .Select(file => $"{file.Path} declares {file.Declared}")
        );

    private static IEnumerable<Type> Types() =>
        new[] { Source.Core, Source.Figures, Source.Cli }.SelectMany(Source.TypesOf);

    private static bool IsWrittenByAProgram(string[] lines) =>
        lines.Take(10).Any(line => line.Contains("Written by build/", StringComparison.Ordinal));

    private static string? Declared(string path) =>
        File.ReadLines(path)
            .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            ?.Split(' ')[1]
            .TrimEnd(';');

    /// <summary>src/Grokking.Core has the root namespace Grokking, the other projects their own name.</summary>
    private static string Expected(string path)
    {
        string[] folders = Path.GetRelativePath(
                Path.Combine(Repository.Root, "src"),
                Path.GetDirectoryName(path)!
            )
            .Split(Path.DirectorySeparatorChar);
        string root = folders[0] == "Grokking.Core" ? "Grokking" : folders[0];
        return string.Join('.', folders.Skip(1).Prepend(root));
    }
}
