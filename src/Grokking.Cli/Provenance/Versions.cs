using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Grokking.LinearAlgebra;

namespace Grokking.Cli.Provenance;

/// <summary>The versions that results can depend on.</summary>
public static class Versions
{
    /// <summary>
    /// What the last bits of a number can depend on beside the sources: runtime, processor family and width of its
    /// vectors, packages that compute, and the library that multiplies matrices if it is not one of them.
    /// </summary>
    public static IReadOnlyList<(string Name, string Version)> OfNumbers(ILinearAlgebra algebra) =>
        [
            (".NET", Environment.Version.ToString()),
            (
                "vectors",
                $"{RuntimeInformation.ProcessArchitecture}, {VectorBits} bits, {ProductBits} in products"
            ),
            ("MathNet.Numerics", Of(typeof(MathNet.Numerics.SpecialFunctions).Assembly)),
            ("System.Numerics.Tensors", Of(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly)),
            .. algebra.Build is { } build ? [(algebra.Name, build)] : Array.Empty<(string, string)>(),
        ];

    /// <summary>The same, after the version of the command itself.</summary>
    public static IReadOnlyList<(string Name, string Version)> All(ILinearAlgebra algebra) =>
        [("grokking", Of(typeof(Versions).Assembly)), .. OfNumbers(algebra)];

    private static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : 8 * Vector<byte>.Count;

    private static int ProductBits => WideVectors.Exist ? 512 : VectorBits;

    private static string Of(Assembly assembly) =>
        assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
