using Grokking.LinearAlgebra;

namespace Grokking.Tests.LinearAlgebra;

/// <summary>Every implementation that loads here, so that each test runs on all of them.</summary>
public static class Implementations
{
    public static readonly ILinearAlgebra Managed = new ManagedLinearAlgebra();

    public static readonly IReadOnlyList<ILinearAlgebra> All = OpenBlasLinearAlgebra.TryLoad(
        out var openBlas,
        out _
    )
        ? [Managed, openBlas]
        : [Managed];

    /// <summary>The names, which unlike the objects a test runner can print.</summary>
    public static TheoryData<string> Names => [.. All.Select(algebra => algebra.Name)];

    public static ILinearAlgebra Named(string name) => All.Single(algebra => algebra.Name == name);
}
