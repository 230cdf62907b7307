using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What the paper's figures do not show and its claims need.</summary>
internal static class SupplementaryStudies
{
    /// <summary>A setting whose curves are recorded, by λ and d_out.</summary>
    public delegate Setting CurveOf(double lambda, int outputs = 1);

    /// <summary>d_out around the peak of Δt by theory at λ = 0.9, by a factor of 1.6 each.</summary>
    public static readonly int[] AroundLongest = [10, 16, 26, 42, 68];

    /// <summary>A setting of which only the times are recorded.</summary>
    public static Setting TimesOf(Setting setting) =>
        setting with
        {
            Experiment = setting.Experiment with { PointsPerDecade = 0 },
        };

    public static IEnumerable<IStudy> Of(
        CurveOf curve,
        OneLayerParameters atPointNine,
        IEnumerable<int> shownOutputs
    )
    {
        double[] decades = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6];
        Setting criticalRatio = curve(1);
        OneLayerExperiment manyOutputs = curve(0.9, 20).Experiment with
        {
            TestSamples = 100,
            LastEpoch = 10_000,
        };
        return
        [
            new ApproximationStudy
            {
                Parameters = atPointNine,
                LossSampleRatios = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 1, 1.5, 4],
                Lateness = [0.1, 1, 10, 100, 1_000, 10_000],
                SampleRatios = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99],
                Epsilons = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9, 1e-12, 1e-15],
                WeightDecays = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1],
            },
            new CriticalRatioStudy
            {
                AtOne = criticalRatio with
                {
                    Experiment = criticalRatio.Experiment with
                    {
                        Criterion = new AccuracyCriterion { Epsilon = 0.1 },
                        LastEpoch = 1_000_000_000,
                        PointsPerDecade = 0,
                    },
                },
                Distances = decades,
                Epsilons = [1e-1, 1e-3],
                SmallSampleRatios = decades[..4],
            },
            new InitialScaleStudy
            {
                Curves =
                [
                    .. new[] { 1, 0, 0.5, 2 }.Select(scale => manyOutputs with { StudentScale = scale }),
                ],
            },
            new LabelNoiseStudy
            {
                Curves =
                [
                    .. new[] { 0, 0.01, 0.1 }.Select(noise =>
                        curve(0.9) with
                        {
                            Experiment = curve(0.9).Experiment with { LabelNoise = noise },
                        }
                    ),
                ],
                SampleRatios = [.. Enumerable.Range(1, 99).Select(i => i / 100.0), 0.999],
            },
            new ManyOutputsStudy
            {
                // At first L is near 1/d_out: ε is twice that, and half of it.
                Settings =
                [
                    .. from ratio in new[] { 2, 0.5 }
                    from outputs in new[] { 25, 50, 100, 200, 400 }
                    select curve(0.9, outputs).Experiment with
                    {
                        TestSamples = 500,
                        LastEpoch = 1,
                        Criterion = new AccuracyCriterion { Epsilon = ratio / outputs },
                    },
                ],
            },
            new LongestDelayStudy
            {
                Around = [.. AroundLongest.Select(outputs => TimesOf(curve(0.9, outputs)))],
                Others =
                [
                    .. shownOutputs.Except([1, .. AroundLongest]).Select(outputs => curve(0.9, outputs)),
                ],
                SampleRatios = [.. Enumerable.Range(0, 46).Select(i => (50 + i) / 100.0)],
                LargestOutputDimension = 200,
            },
            new DecayTimesStudy
            {
                Parameters = atPointNine,
                SampleRatios = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95],
                Epsilons = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5],
                OutputDimensions = [1, 5, 50, 500],
                WeightDecays = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1],
                // One of Fig. 3, two in which theory says that Δt shortens, and one with λ > 1 that generalises without γ.
                Settings =
                [
                    Decaying(0.9, outputs: 1, gamma: 1e-3, epsilon: 1e-3),
                    Decaying(0.9, outputs: 5, gamma: 0.1, epsilon: 0.1),
                    Decaying(0.5, outputs: 5, gamma: 1, epsilon: 0.1),
                    Decaying(1.5, outputs: 1, gamma: 0.3, epsilon: 2),
                ],
            },
            new FewSamplesStudy
            {
                Curves =
                [
                    .. new[] { 0, 0.01, 0.1 }.Select(gamma =>
                        curve(1.5) with
                        {
                            // At the paper's ε nothing generalises here; at 1 weight decay decides.
                            Experiment = curve(1.5).Experiment with
                            {
                                WeightDecay = gamma,
                                Criterion = new AccuracyCriterion { Epsilon = 1 },
                            },
                        }
                    ),
                ],
            },
        ];

        Setting Decaying(double lambda, int outputs, double gamma, double epsilon)
        {
            Setting setting = TimesOf(curve(lambda, outputs));
            return setting with
            {
                Experiment = setting.Experiment with
                {
                    WeightDecay = gamma,
                    Criterion = new AccuracyCriterion { Epsilon = epsilon },
                },
            };
        }
    }
}
