using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What tells one profile from another, and the settings that follow from it.</summary>
internal sealed record ProfileSizes
{
    public required int InputDimension { get; init; }
    public required int TestSamples { get; init; }
    public required int TestSamplesOfManyOutputs { get; init; }
    public required int[] OutputDimensions { get; init; }
    public required double[] MeasuredSampleRatios { get; init; }
    public required int PointsPerDecade { get; init; }
    public required int TheoryPoints { get; init; }
    public required int DiagramPoints { get; init; }
    public required int[] HiddenWidths { get; init; }
    public required int GainInputDimension { get; init; }
    public required int LastTwoLayerEpoch { get; init; }

    /// <summary>How long linear networks of figure 5 are stepped literally: the paper's epochs, or enough to run the code.</summary>
    public required int LiteralEpochs { get; init; }

    /// <summary>A setting whose curves are recorded over the epochs that the figures show.</summary>
    public Setting Curve(double lambda, int outputs = 1, double weightDecay = 0) =>
        new(
            lambda,
            new OneLayerExperiment
            {
                InputDimension = InputDimension,
                TrainingSamples = Setting.TrainingSamples(InputDimension, lambda),
                TestSamples = outputs == 1 ? TestSamples : TestSamplesOfManyOutputs,
                OutputDimension = outputs,
                WeightDecay = weightDecay,
                LastEpoch = 1_000_000,
                PointsPerDecade = PointsPerDecade,
            }
        );

    /// <summary>A setting of which only t* is measured, however late it comes.</summary>
    public Setting Time(double lambda)
    {
        Setting curve = Curve(lambda);
        return curve with
        {
            Experiment = curve.Experiment with { LastEpoch = 1_000_000_000, PointsPerDecade = 0 },
        };
    }

    /// <summary>A two-layer network of figure 5: λ = 0.9, five outputs, ε = 1e-4.</summary>
    public TwoLayerExperiment TwoLayers(int inputs, int width, double gain) =>
        new()
        {
            InputDimension = inputs,
            TrainingSamples = Setting.TrainingSamples(inputs, 0.9),
            TestSamples = TestSamplesOfManyOutputs,
            HiddenWidth = width,
            OutputDimension = 5,
            Gain = gain,
            LastEpoch = LastTwoLayerEpoch,
            PointsPerDecade = PointsPerDecade,
        };
}
