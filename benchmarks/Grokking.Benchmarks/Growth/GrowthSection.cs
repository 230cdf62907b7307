using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;

namespace Grokking.Benchmarks.Growth;

/// <summary>How the cost grows with the sizes that a user can choose.</summary>
internal sealed class GrowthSection : ISection
{
    private const int Runs = 3;
    private static readonly int[] Dimensions = [125, 250, 500, 1000, 2000];
    private static readonly int[] Replicas = [1, 2, 4, 7, 10];
    private static readonly int[] DiagramSides = [20, 40, 80, 160];

    public string Name => "growth";

    public IEnumerable<Table> Measure(Bench bench)
    {
        yield return new(
            "Growth of the cost",
            ["cost of", "against", "sizes", "from", "to", "exponent", "largest factor off the fit"],
            [
                Row(bench, "a curve, λ = 0.9", "d_in", Dimensions, size => Curve(bench, size, replicas: 1)),
                Row(
                    bench,
                    "its eigendecomposition",
                    "d_in",
                    Dimensions,
                    size => Eigendecomposition(bench, size)
                ),
                Row(
                    bench,
                    "curves, λ = 0.9, d_in = 250",
                    "replicas",
                    Replicas,
                    count => Curve(bench, 250, count)
                ),
                Row(bench, "phase diagrams", "points a side", DiagramSides, side => Diagrams(side)),
            ],
            $"cost = c · size^k by least squares in the logarithms, each cost the median of {Runs}; one thread."
        );
    }

    private static string[] Row(Bench bench, string what, string size, int[] sizes, Func<int, Action> prepare)
    {
        prepare(sizes[1])(); // the first of all is also compiled
        double[] costs =
        [
            .. sizes.Select(one =>
            {
                Action work = prepare(one);
                return bench.Time($"growth: {what}, {size} = {one}", Runs, work);
            }),
        ];
        PowerLaw law = PowerLaw.Fit([.. sizes.Select(one => (double)one)], costs);
        return
        [
            what,
            size,
            string.Join(", ", sizes),
            Rounded.Seconds(costs[0]),
            Rounded.Seconds(costs[^1]),
            law.Exponent.ToString("0.00"),
            Rounded.Ratio(law.LargestFactor),
        ];
    }

    private static Action Curve(Bench bench, int dimension, int replicas)
    {
        OneLayerExperiment experiment = Sizes.Curve(0.9) with
        {
            InputDimension = dimension,
            TrainingSamples = Setting.TrainingSamples(dimension, 0.9),
            TestSamples = 10 * dimension,
        };
        var execution = new Execution { Threads = 1 };
        return () => Laboratory.Measure(experiment, bench.Seed, replicas, bench.Algebra, execution);
    }

    private static Action Eigendecomposition(Bench bench, int dimension)
    {
        RandomStream stream = bench.Seed.For("benchmark", 0, "growth");
        Matrix covariance = bench.Algebra.Covariance(
            stream.GaussianMatrix(Setting.TrainingSamples(dimension, 0.9), dimension)
        );
        return () => bench.Algebra.Eigendecompose(covariance);
    }

    /// <summary>Every so-manieth point of figure 4's axes.</summary>
    private static Action Diagrams(int side)
    {
        PhaseDiagramStudy paper = Sizes.PhaseDiagrams;
        var study = paper with
        {
            WeightDecays = Some(paper.WeightDecays),
            SampleRatios = Some(paper.SampleRatios),
            OutputDimensions = Some(paper.OutputDimensions),
        };
        return () => study.Assemble(new Measurements(), new Execution { Threads = 1 });

        T[] Some<T>(IReadOnlyList<T> values) =>
            [.. Enumerable.Range(0, side).Select(i => values[i * (values.Count - 1) / (side - 1)])];
    }
}
