using System.Reflection;

namespace Grokking.Cli.Tests.House;

/// <summary>Core and Figures are functions: no files, console, clock, environment, chance or memory of their own.</summary>
public sealed class PurityTests
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.Console",
        "System.AppContext",
        "System.Random",
        "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process",
        "System.TimeProvider",
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.Path",
        "System.IO.FileInfo",
        "System.IO.DirectoryInfo",
        "System.IO.FileStream",
        "System.IO.StreamReader",
        "System.IO.StreamWriter",
        "MathNet.Numerics.Control",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
    ];

    public static TheoryData<string> Pure => ["Grokking.Core", "Grokking.Figures"];

    [Theory]
    [MemberData(nameof(Pure))]
    public void Nothing_impure_is_used(string assembly) =>
        Assert.Empty(
            Source
                .TypesOf(Assembly.Load(assembly))
                .SelectMany(type =>
                    Uses.TypesIn(type)
                        .Select(used => used.FullName)
                        .Intersect(ForbiddenTypes)
                        .Concat(
                            Uses.MembersIn(type)
                                .Where(IsForbidden)
                                .Select(used => $"{used.DeclaringType}.{used.Name}")
                        )
                        .Select(used => $"{type.FullName} uses {used}")
                )
        );

    [Theory]
    [MemberData(nameof(Pure))]
    public void Nothing_static_can_be_changed(string assembly) =>
        Assert.Empty(
            Source
                .TypesOf(Assembly.Load(assembly))
                .SelectMany(type =>
                    type.GetFields(
                        BindingFlags.Static
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.DeclaredOnly
                    )
                )
                .Where(field => !field.IsInitOnly && !field.IsLiteral)
                .Select(field => $"{field.DeclaringType}.{field.Name}")
        );

    /// <summary>Iterators ask for the thread's number in code that the compiler writes.</summary>
    private static bool IsForbidden(MemberInfo member) =>
        ForbiddenMembers.Contains($"{member.DeclaringType?.FullName}.{member.Name}")
        || (member.DeclaringType == typeof(Environment) && member.Name != "get_CurrentManagedThreadId");

    [Fact]
    public void The_command_does_use_them_so_that_the_search_is_seen_to_find() =>
        Assert.Superset(
            new HashSet<string> { "System.Console", "System.IO.File", "System.Environment" },
            Source.TypesOf(Source.Cli).SelectMany(Uses.TypesIn).Select(used => used.FullName!).ToHashSet()
        );
}
