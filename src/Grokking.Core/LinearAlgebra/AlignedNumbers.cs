using System.Runtime.InteropServices;

namespace Grokking.LinearAlgebra;

/// <summary>Numbers, zeros at first, that begin with a cache line: a vector that straddles two lines takes twice as long.</summary>
internal sealed class AlignedNumbers
{
    private const int Line = 64 / sizeof(double);

    private readonly double[] _room; // pinned, or it would not stay aligned
    private readonly int _first;
    private readonly int _count;

    /// <param name="count">How many, at least 1.</param>
    public AlignedNumbers(int count)
    {
        _room = GC.AllocateArray<double>(count + Line, pinned: true);
        long place = Marshal.UnsafeAddrOfPinnedArrayElement(_room, 0) / sizeof(double);
        (_first, _count) = ((int)(Line - (place % Line)), count);
    }

    /// <summary>All of them.</summary>
    public Span<double> All => _room.AsSpan(_first, _count);
}
