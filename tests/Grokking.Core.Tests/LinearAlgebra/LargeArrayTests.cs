using Grokking.LinearAlgebra;

namespace Grokking.Tests.LinearAlgebra;

/// <summary>What is given back is handed out again, once.</summary>
public class LargeArrayTests
{
    // Lengths that nothing else uses: other tests run beside these.
    private const int Length = 654_321;

    [Fact]
    public void TheNextOfTheSameLengthIsWhatWasGivenBack()
    {
        double[] numbers = LargeArray.Zeros(Length);
        LargeArray.GiveBack(numbers);
        Assert.NotSame(numbers, LargeArray.Uninitialized(Length + 1));
        Assert.Same(numbers, LargeArray.Uninitialized(Length));
        Assert.NotSame(numbers, LargeArray.Uninitialized(Length));
    }

    [Fact]
    public void ZerosAreZerosWhateverWasThere()
    {
        double[] numbers = LargeArray.Zeros(Length + 2);
        Array.Fill(numbers, 7);
        LargeArray.GiveBack(numbers);
        double[] zeros = LargeArray.Zeros(Length + 2);
        Assert.Same(numbers, zeros);
        Assert.All(zeros, number => Assert.Equal(0, number));
    }

    [Fact]
    public void NothingIsGivenBackTwice()
    {
        double[] numbers = LargeArray.Zeros(Length + 4);
        LargeArray.GiveBack(numbers);
        Assert.Throws<InvalidOperationException>(() => LargeArray.GiveBack(numbers));
    }

    [Fact]
    public void SmallArraysAreNotKept()
    {
        double[] numbers = LargeArray.Zeros(100);
        LargeArray.GiveBack(numbers);
        Assert.NotSame(numbers, LargeArray.Uninitialized(100));
    }
}
