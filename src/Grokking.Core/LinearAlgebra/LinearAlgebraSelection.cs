namespace Grokking.LinearAlgebra;

/// <summary>From a choice to the implementation.</summary>
public static class LinearAlgebraSelection
{
    /// <summary>The implementation chosen.</summary>
    /// <exception cref="InvalidOperationException">OpenBLAS was asked for and cannot be used here.</exception>
    public static ILinearAlgebra Select(this LinearAlgebraChoice choice)
    {
        if (choice == LinearAlgebraChoice.Managed)
            return new ManagedLinearAlgebra();
        if (OpenBlasLinearAlgebra.TryLoad(out var openBlas, out string? reason))
            return openBlas;
        return choice == LinearAlgebraChoice.Auto
            ? new ManagedLinearAlgebra()
            : throw new InvalidOperationException(reason);
    }
}
