using Grokking.Randomness;

namespace Grokking.Tests.Randomness;

public class GeneratorTests
{
    [Fact]
    public void GivesThePublishedOutput()
    {
        // From the authors' C code, as quoted in the tests of the rand_xoshiro crate.
        ulong[] published =
        [
            11520,
            0,
            1509978240,
            1215971899390074240,
            1216172134540287360,
            607988272756665600,
            16172922978634559625,
            8476171486693032832,
            10595114339597558777,
            2904607092377533576,
        ];
        var stream = new RandomStream(1, 2, 3, 4);
        Assert.Equal(published, published.Select(_ => stream.NextBits()));
    }

    [Fact]
    public void RefusesTheStateItNeverLeaves() =>
        Assert.Throws<ArgumentException>(() => new RandomStream(0, 0, 0, 0));

    [Fact]
    public void UniformIsOpenAtZeroAndClosedAtOne()
    {
        // The first output is 5·9·2⁷ × b: a state with b = 0 gives the smallest, one whose output is −1 the largest.
        Assert.Equal(Math.Pow(2, -53), new RandomStream(1, 0, 0, 0).NextUniform());
        Assert.Equal(1, new RandomStream(0, StateGiving(ulong.MaxValue), 0, 0).NextUniform());
    }

    [Fact]
    public void UniformHasTheMomentsOfTheUniform()
    {
        const int n = 200_000;
        var stream = new Seed(7).For("uniform", 0, "");
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n; i++)
        {
            double u = stream.NextUniform();
            mean += u / n;
            square += u * u / n;
        }
        // Five standard errors: variances of u and u² are 1/12 and 4/45.
        Assert.Equal(1.0 / 2, mean, 5 * Math.Sqrt(1.0 / 12 / n));
        Assert.Equal(1.0 / 3, square, 5 * Math.Sqrt(4.0 / 45 / n));
    }

    /// <summary>Solves rotl(5b, 7)·9 = output: multiply by the inverses of 9 and 5 modulo 2⁶⁴.</summary>
    private static ulong StateGiving(ulong output) =>
        unchecked(ulong.RotateRight(output * 0x8E38E38E38E38E39, 7) * 0xCCCCCCCCCCCCCCCD);
}
