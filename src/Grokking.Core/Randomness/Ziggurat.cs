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

    public static double NextNormal(RandomStream stream)
    {
        while (true)
        {
            // The low byte chooses the layer; the upper 53 bits, signed, a point in [−1, 1).
            ulong bits = stream.NextBits();
            int layer = (int)(bits % Layers);
            double x = ((long)bits >> 11) * (1.0 / (1L << 52)) * Edge[layer];
            if (Math.Abs(x) < Edge[layer + 1])
                return x;
            if (layer == 0)
                return Math.CopySign(Tail(stream), x);
            double height = Density[layer] + (stream.NextUniform() * (Density[layer + 1] - Density[layer]));
            if (height < Bell(x))
                return x;
        }
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
