using System.Runtime.Intrinsics.X86;

namespace Grokking.LinearAlgebra;

/// <summary>Vectors of eight numbers, and 32 registers for them.</summary>
public static class WideVectors
{
    /// <summary>
    /// Whether this processor has them. The runtime advises against them (<c>Vector512.IsHardwareAccelerated</c>) where they lower the
    /// clock; for dense products they pay there too.
    /// </summary>
    public static bool Exist => Avx512F.IsSupported;
}
