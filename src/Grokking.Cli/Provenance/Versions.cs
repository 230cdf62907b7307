using System.Reflection;

namespace Grokking.Cli.Provenance;

/// <summary>The versions that results can depend on.</summary>
public static class Versions
{
    /// <summary>Name and version of the runtime and of every library that computes.</summary>
    public static IReadOnlyList<(string Name, string Version)> All() =>
        [
            ("grokking", Of(typeof(Versions).Assembly)),
            (".NET", Environment.Version.ToString()),
            ("MathNet.Numerics", Of(typeof(MathNet.Numerics.SpecialFunctions).Assembly)),
            ("System.Numerics.Tensors", Of(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly)),
        ];

    private static string Of(Assembly assembly) =>
        assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
