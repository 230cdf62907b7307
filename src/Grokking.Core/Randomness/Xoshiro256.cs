using System.Numerics;
using System.Runtime.CompilerServices;

namespace Grokking.Randomness;

/// <summary>The state of xoshiro256** 1.0 of Blackman and Vigna (2018), not all of it zero; a copy goes its own way.</summary>
internal struct Xoshiro256(ulong a, ulong b, ulong c, ulong d)
{
    private ulong _a = a;
    private ulong _b = b;
    private ulong _c = c;
    private ulong _d = d;

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        ulong bits = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return bits;
    }
}
