namespace Grokking.LinearAlgebra;

/// <summary>Which linear algebra to use.</summary>
public enum LinearAlgebraChoice
{
    /// <summary>OpenBLAS where it is installed, otherwise managed.</summary>
    Auto,

    /// <summary>OpenBLAS or nothing.</summary>
    OpenBlas,

    /// <summary>Managed even where OpenBLAS is installed.</summary>
    Managed,
}
