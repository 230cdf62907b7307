using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

/// <summary>A tenth of the samples is asked first, and decides only what all would decide alike.</summary>
public class CountedSamplesTests
{
    private const int Count = 100;

    // 95 of 100 have to be correct: five wrong ones are allowed.
    [Theory]
    [InlineData(0, 0, true, 1)]
    [InlineData(5, 0, true, 1)] // as many as all may be
    [InlineData(4, 2, false, 1)] // one too many, but not among the first
    [InlineData(6, 0, false, 0)] // the first tell it, nobody asks the others
    [InlineData(10, 90, false, 0)]
    public void Wrong_ones_among_the_first_count_once(int first, int others, bool meets, int asked)
    {
        var all = new Fixed(Count - first - others);
        var few = new Fixed(10 - first);
        var samples = new CountedSamples(all, new(() => few), Count, level: 0.95);
        Assert.Equal(10, CountedSamples.Few(Count));
        Assert.Equal([meets], samples.Meets([7]));
        Assert.Equal((1, asked), (few.Asked, all.Asked));
    }

    [Fact]
    public void Between_two_epochs_all_are_asked_at_once()
    {
        var all = new Fixed(Count - 5);
        var samples = new CountedSamples(all, new(() => throw new InvalidOperationException()), Count, 0.95);
        samples.Prepare(1, 9);
        Assert.Equal([true, true, true], samples.Meets([2, 3, 4]));
        Assert.Equal(1, all.Asked);
    }

    private sealed class Fixed(int correct) : ISampleCounts
    {
        public int Asked { get; private set; }

        public void Prepare(long from, long to) { }

        public IEnumerable<int> Correct(IReadOnlyList<long> epochs)
        {
            Asked++;
            return epochs.Select(_ => correct);
        }
    }
}
