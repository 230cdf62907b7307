using Grokking.LinearAlgebra;

namespace Grokking.Tests.LinearAlgebra;

public class SelectionTests
{
    private static readonly bool Loads = OpenBlasLinearAlgebra.TryLoad(out _, out _);

    [Fact]
    public void LoadingEitherSucceedsOrSaysWhyNot()
    {
        bool loaded = OpenBlasLinearAlgebra.TryLoad(out var algebra, out string? reason);
        Assert.Equal(loaded, algebra is not null);
        Assert.Equal(loaded, reason is null);
    }

    [Fact]
    public void ManagedIsManaged() => Assert.Equal("managed", LinearAlgebraChoice.Managed.Select().Name);

    [Fact]
    public void AutoTakesOpenBlasWhereItLoads() =>
        Assert.Equal(Loads ? "openblas" : "managed", LinearAlgebraChoice.Auto.Select().Name);

    [Fact]
    public void OpenBlasIsGivenOrRefusedByException()
    {
        if (Loads)
            Assert.Equal("openblas", LinearAlgebraChoice.OpenBlas.Select().Name);
        else
            Assert.Throws<InvalidOperationException>(() => LinearAlgebraChoice.OpenBlas.Select());
    }
}
