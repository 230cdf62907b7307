using System.Runtime.CompilerServices;
using Grokking.LinearAlgebra;

namespace Grokking.Tests.LinearAlgebra;

public class AlignedNumbersTests
{
    [Fact]
    public void TheyAreZerosThatBeginWithACacheLine()
    {
        for (int count = 1; count < 40; count++)
        {
            var numbers = new AlignedNumbers(count);

            Assert.Equal(new double[count], numbers.All.ToArray());
            nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<double>(), ref numbers.All[0]);
            Assert.Equal(0, address % 64);
        }
    }
}
