using System.Buffers.Binary;
using System.Security.Cryptography;
using Grokking.Randomness;

namespace Grokking.Tests.Randomness;

public class SeedTests
{
    private static readonly Seed Seed = new(0x0123456789ABCDEF);

    [Fact]
    public void StreamIsTheHashOfItsName()
    {
        // Root little-endian, then length-prefixed "ab", replica −2 little-endian, length-prefixed "ν" (2 bytes).
        byte[] key = Convert.FromHexString("EFCDAB8967452301" + "026162" + "FEFFFFFF" + "02CEBD");
        byte[] hash = SHA256.HashData(key);
        ulong[] state =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(i => BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8 * i))),
        ];

        Assert.Equal(
            Bits(new RandomStream(state[0], state[1], state[2], state[3])),
            Bits(Seed.For("ab", -2, "ν"))
        );
    }

    [Fact]
    public void EveryPartOfTheKeyCounts()
    {
        ulong[][] streams =
        [
            Bits(Seed.For("study", 1, "teacher")),
            Bits(new Seed(1).For("study", 1, "teacher")),
            Bits(Seed.For("Study", 1, "teacher")),
            Bits(Seed.For("study", 2, "teacher")),
            Bits(Seed.For("study", 1, "student")),
            Bits(Seed.For("studyt", 1, "eacher")),
        ];
        Assert.Equal(streams.Length, streams.Select(bits => bits[0]).Distinct().Count());
    }

    [Fact]
    public void OrderOfDrawingDoesNotMatter()
    {
        var first = Seed.For("s", 0, "a");
        var alone = Bits(Seed.For("s", 0, "b"));
        first.NextBits();
        var second = Seed.For("s", 0, "b");
        first.NextBits();

        Assert.Equal(alone, Bits(second));
    }

    [Fact]
    public void StreamsAreUncorrelated()
    {
        const int n = 100_000;
        double[][] draws =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(replica => Seed.For("s", replica, "x").GaussianMatrix(1, n).Values),
            Seed.For("s", 0, "y").GaussianMatrix(1, n).Values,
        ];
        for (int i = 0; i < draws.Length; i++)
        for (int j = 0; j < i; j++)
        {
            double correlation = draws[i].Zip(draws[j], (a, b) => a * b).Sum() / n;
            Assert.Equal(0, correlation, 5 / Math.Sqrt(n)); // five standard errors
        }
    }

    private static ulong[] Bits(RandomStream stream) =>
        [.. Enumerable.Range(0, 8).Select(_ => stream.NextBits())];
}
