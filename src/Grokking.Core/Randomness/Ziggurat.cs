using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace Grokking.Randomness;

/// <summary>
/// Exact standard normals by the ziggurat of Marsaglia and Tsang (2000), in Doornik's form: the density
/// f(x) = e^{−x²/2} is covered by 256 layers of equal area; a point of a layer is accepted at once if it lies
/// below the next layer's edge, which 99 % do.
/// </summary>
internal static class Ziggurat
{
    private const int Layers = 256;

    /// <summary>Where the tail begins, for which 256 equal areas close exactly at the top of f.</summary>
    private const double TailStart = 3.6541528853610088;

    private static readonly double[] Edge = Edges();
    private static readonly double[] Density = [.. Edge.Select(Bell)];

    /// <summary>The next normal number of a stream.</summary>
    public static double NextNormal(RandomStream stream)
    {
        ulong bits = stream.NextBits();
        return IsCommon(bits, Edge, out double x) ? x : Uncommon(stream, bits, x);
    }

    /// <summary>Fills with normal numbers, those that <see cref="NextNormal"/> would give one after the other.</summary>
    public static void Fill(Span<double> values, double standardDeviation, RandomStream stream)
    {
        // The loop needs neither the stream's state in memory nor a look at whether Edge is there yet.
        double[] edge = Edge;
        Xoshiro256 generator = stream.Generator;
        foreach (ref double value in values)
        {
            ulong bits = generator.Next();
            if (!IsCommon(bits, edge, out double x))
            {
                stream.Generator = generator;
                x = Uncommon(stream, bits, x);
                generator = stream.Generator;
            }
            value = standardDeviation * x;
        }
        stream.Generator = generator;
    }

    /// <summary>
    /// The point that some bits choose, and whether it is accepted at once. The low byte chooses the layer; the upper 53
    /// bits, signed, a point in [−1, 1).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCommon(ulong bits, double[] edge, out double x)
    {
        int layer = Layer(bits);
        x = ((long)bits >> 11) * (1.0 / (1L << 52)) * edge[layer];
        return Math.Abs(x) < edge[layer + 1];
    }

    private static int Layer(ulong bits) => (int)(bits % Layers);

    /// <summary>The number that a point leads to which was not accepted at once.</summary>
    private static double Uncommon(RandomStream stream, ulong bits, double x)
    {
        int layer = Layer(bits);
        if (layer == 0)
            return Math.CopySign(Tail(stream), x);
        double height = Density[layer] + (stream.NextUniform() * (Density[layer + 1] - Density[layer]));
        return height < Bell(x) ? x : NextNormal(stream);
    }

    /// <summary>|x| given |x| &gt; TailStart, by Marsaglia (1964).</summary>
    private static double Tail(RandomStream stream)
    {
        double beyond,
            bound;
        do
        {
            beyond = -Math.Log(stream.NextUniform()) / TailStart;
            bound = -Math.Log(stream.NextUniform());
        } while (2 * bound < beyond * beyond);
        return TailStart + beyond;
    }

    /// <summary>
    /// Half-widths of the layers, decreasing; the lowest one is as wide as a rectangle of its area, tail included,
    /// would be.
    /// </summary>
    private static double[] Edges()
    {
        double area = Math.Sqrt(Math.PI / 2) * SpecialFunctions.Erfc(TailStart / Math.Sqrt(2));
        area += TailStart * Bell(TailStart);
        var edges = new double[Layers + 1];
        edges[0] = area / Bell(TailStart);
        edges[1] = TailStart;
        for (int i = 2; i < Layers; i++)
            edges[i] = Math.Sqrt(-2 * Math.Log((area / edges[i - 1]) + Bell(edges[i - 1])));
        edges[Layers] = 0;
        return edges;
    }

    private static double Bell(double x) => Math.Exp(-x * x / 2);
}
