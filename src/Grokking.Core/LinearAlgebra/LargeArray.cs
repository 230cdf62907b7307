using System.Runtime.InteropServices;

namespace Grokking.LinearAlgebra;

/// <summary>
/// Arrays whose first touch is cheap. Linux hands out memory in pages of 4 kB, each at the cost of an interruption
/// that is dear on virtual machines; asked to, it takes 2 MB at once.
/// </summary>
internal static partial class LargeArray
{
    // In bytes. Several of these share a huge page with their neighbours.
    private const int Smallest = 1 << 18;

    private const int HugePages = 14; // MADV_HUGEPAGE of <sys/mman.h>

    // 256 MB in all are kept for who asks next.
    private const long MostSpare = 1L << 25;

    private static readonly List<double[]> Spare = [];

    /// <summary>Numbers that are whatever was in memory, for who writes every one.</summary>
    public static double[] Uninitialized(int length)
    {
        if (Reused(length) is { } spare)
            return spare;
        double[] numbers = GC.AllocateUninitializedArray<double>(length);
        if (OperatingSystem.IsLinux() && (long)length * sizeof(double) >= Smallest)
            AskForHugePages(numbers);
        return numbers;
    }

    /// <summary>Zeros.</summary>
    public static double[] Zeros(int length)
    {
        double[] numbers = Uninitialized(length);
        Array.Clear(numbers);
        return numbers;
    }

    /// <summary>A copy of numbers.</summary>
    public static double[] Copy(ReadOnlySpan<double> numbers)
    {
        double[] copy = Uninitialized(numbers.Length);
        numbers.CopyTo(copy);
        return copy;
    }

    /// <summary>Gives back an array that nobody holds any longer: the next one of its length will be this.</summary>
    public static void GiveBack(double[] numbers)
    {
        if ((long)numbers.Length * sizeof(double) < Smallest || numbers.Length > MostSpare)
            return;
        lock (Spare)
        {
            if (Spare.Contains(numbers))
                throw new InvalidOperationException("An array cannot be given back twice");
            Spare.Add(numbers);
            while (Spare.Sum(spare => (long)spare.Length) > MostSpare)
                Spare.RemoveAt(0);
        }
    }

    private static double[]? Reused(int length)
    {
        if ((long)length * sizeof(double) < Smallest)
            return null;
        lock (Spare)
        {
            int last = Spare.FindLastIndex(spare => spare.Length == length);
            if (last < 0)
                return null;
            double[] numbers = Spare[last];
            Spare.RemoveAt(last);
            return numbers;
        }
    }

    private static unsafe void AskForHugePages(double[] numbers)
    {
        const nuint page = 2 << 20;
        fixed (double* first = numbers)
        {
            nuint start = (nuint)first / page * page;
            nuint end = ((nuint)(first + numbers.Length) + page - 1) / page * page;
            // Advice only: where it is not taken, everything works as without.
            _ = Advise(start, end - start, HugePages);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint start, nuint length, int advice);
}
