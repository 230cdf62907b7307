using System.Reflection;

namespace Grokking.Cli.Tests.House;

/// <summary>One way through the house: parameters → theory | simulation → studies → figures and claims.</summary>
public sealed class WhoMayUseWhomTests
{
    private const string Paper = "Grokking.LinearEstimators";

    /// <summary>
    /// What each namespace of Core may use beside itself and the root, which holds the guards. What is not listed
    /// may use nothing.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Grokking"] = [],
        ["Grokking.Numerics"] = [],
        ["Grokking.LinearAlgebra"] = [],
        ["Grokking.Randomness"] = ["Grokking.LinearAlgebra"], // to fill a matrix
        ["Grokking.Curves"] = [],
        ["Grokking.Claims"] = ["Grokking.Curves"],
        [$"{Paper}.Parameters"] = [],
        [$"{Paper}.Theory"] = [$"{Paper}.Parameters", "Grokking.Curves", "Grokking.Numerics"],
        [$"{Paper}.Simulation"] =
        [
            $"{Paper}.Parameters",
            "Grokking.Curves",
            "Grokking.LinearAlgebra",
            "Grokking.Randomness",
            "Grokking.Numerics",
        ],
        [$"{Paper}.Studies"] =
        [
            $"{Paper}.Parameters",
            $"{Paper}.Theory",
            $"{Paper}.Simulation",
            "Grokking.Curves",
            "Grokking.LinearAlgebra",
            "Grokking.Randomness",
            "Grokking.Numerics",
        ],
        [$"{Paper}.Claims"] = [$"{Paper}.Studies", "Grokking.Claims", "Grokking.Curves"],
    };

    [Fact]
    public void In_Core_each_uses_only_what_lies_below_it() =>
        Assert.Empty(Violations(Source.Core, user => Allowed.GetValueOrDefault(user, [])));

    [Fact]
    public void Figures_use_results_of_studies_and_plotting_and_plotting_nothing() =>
        Assert.Empty(
            Violations(
                Source.Figures,
                user =>
                    user.StartsWith("Grokking.Figures.Plotting", StringComparison.Ordinal)
                        ? [.. Namespaces(Source.Figures).Except(["Grokking.Figures.LinearEstimators"])]
                        : [.. Namespaces(Source.Figures), $"{Paper}.Studies", "Grokking.Curves"]
            )
        );

    [Fact]
    public void Figures_look_at_results_and_run_no_study() =>
        Assert.Empty(
            Source
                .TypesOf(Source.Figures)
                .SelectMany(figure => Uses.TypesIn(figure).Select(used => (figure, used)))
                .Where(pair => pair.used.Assembly == Source.Core && RunsSomething(pair.used))
                .Select(pair => $"{pair.figure.Name} uses {pair.used.Name}")
        );

    [Theory]
    [InlineData("Grokking.LinearEstimators.Theory", "Grokking.LinearEstimators.Parameters")]
    [InlineData("Grokking.LinearEstimators.Simulation", "Grokking.LinearAlgebra")]
    [InlineData("Grokking.LinearEstimators.Studies", "Grokking.LinearEstimators.Theory")]
    public void Uses_are_seen_at_all(string user, string used) =>
        Assert.Contains(
            $"{user} → {used}",
            Violations(Source.Core, _ => []).Select(line => line.Split(':')[0])
        );

    private static bool RunsSomething(Type type) =>
        type.Name.EndsWith("Study", StringComparison.Ordinal)
        || type.Name is "Laboratory" or "Measurements" or "Profile" or "Delays" or "Comparison";

    private static IEnumerable<string> Violations(Assembly assembly, Func<string, string[]> allowed) =>
        Source
            .TypesOf(assembly)
            .Where(type => !type.IsNested)
            .SelectMany(type =>
                Uses.TypesIn(type)
                    .Where(Source.IsOurs)
                    .Select(used => used.Namespace!)
                    .Distinct()
                    .Except([type.Namespace!, "Grokking", .. allowed(type.Namespace!)])
                    .Select(used => $"{type.Namespace} → {used}: {type.Name}")
            );

    private static IEnumerable<string> Namespaces(Assembly assembly) =>
        Source.TypesOf(assembly).Select(type => type.Namespace!).Distinct();
}
