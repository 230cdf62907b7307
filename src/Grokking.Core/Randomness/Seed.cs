using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grokking.Randomness;

/// <summary>The one number from which every draw of a run follows.</summary>
/// <param name="Root">Any 64 bits.</param>
public readonly record struct Seed(ulong Root)
{
    /// <summary>
    /// The stream that belongs to a name: always the same one, independent of every other name's, whatever was
    /// drawn before. Its state is the SHA-256 of root, study, replica and name.
    /// </summary>
    /// <param name="study">What the draw is for; streams of different studies are independent.</param>
    /// <param name="replica">Which repetition; any number.</param>
    /// <param name="name">What is drawn, sizes included where they matter.</param>
    public RandomStream For(string study, int replica, string name)
    {
        // Strings are preceded by their lengths: no two different keys give the same bytes.
        using var key = new MemoryStream();
        using var writer = new BinaryWriter(key, Encoding.UTF8);
        writer.Write(Root);
        writer.Write(study);
        writer.Write(replica);
        writer.Write(name);
        writer.Flush();
        byte[] hash = SHA256.HashData(key.ToArray());
        return new(Word(hash, 0), Word(hash, 1), Word(hash, 2), Word(hash, 3));
    }

    private static ulong Word(byte[] hash, int index) =>
        BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(index * sizeof(ulong)));
}
