using System.Reflection;
using Grokking.Figures;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Tests.House;

/// <summary>What the rules of the house are about.</summary>
internal static class Source
{
    public static readonly Assembly Core = typeof(IStudy).Assembly;
    public static readonly Assembly Figures = typeof(IFigure).Assembly;
    public static readonly Assembly Cli = typeof(Failure).Assembly;

    /// <summary>The types somebody wrote, without what compilers nest or generate.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                type.Namespace is not null
                && IsOurs(type)
                && !type.Name.Contains('<', StringComparison.Ordinal)
            );

    public static bool IsOurs(Type type) =>
        type.Namespace is "Grokking"
        || type.Namespace?.StartsWith("Grokking.", StringComparison.Ordinal) == true;

    /// <summary>Every C# file below src/, without what the build puts there.</summary>
    public static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !Path.GetRelativePath(Repository.Root, path)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj")
            );
}
