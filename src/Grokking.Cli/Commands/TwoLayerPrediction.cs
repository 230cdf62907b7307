using System.Text.Json.Nodes;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Cli.Commands;

/// <summary>What is predicted, and measured, of a two-layer network: eq. 19 as derived, without a spread.</summary>
internal static class TwoLayerPrediction
{
    /// <summary>Measured runs end at this many times the predicted t*, or here if there is none.</summary>
    private const int Patience = 10;

    private const int LongestRun = 1_000_000;

    public static Prediction Of(
        OneLayerParameters parameters,
        AccuracyCriterion criterion,
        int hiddenWidth,
        double gain,
        TwoLayerEngine engine,
        MeasuredSetting? measuring
    )
    {
        var experiment = new TwoLayerExperiment
        {
            InputDimension = parameters.InputDimension,
            // Theory takes λ from the spectrum and draws no samples; a measured run sets its own.
            TrainingSamples = parameters.InputDimension,
            TestSamples = 1,
            HiddenWidth = hiddenWidth,
            OutputDimension = parameters.OutputDimension,
            Gain = gain,
            LearningRate = parameters.LearningRate,
            Criterion = criterion,
            LastEpoch = LongestRun,
            PointsPerDecade = 1,
        }.TrainedBy(engine);
        var spectrum = new MarchenkoPastur(parameters.SampleRatio).Measure();
        var theory = TwoLayerTheory.Expected(experiment, spectrum);
        GrokkingTime times = theory.Times(criterion);
        return new Prediction
        {
            Parameters = new JsonObject
            {
                ["d_in"] = parameters.InputDimension,
                ["lambda"] = parameters.SampleRatio,
                ["d_h"] = hiddenWidth,
                ["d_out"] = parameters.OutputDimension,
                ["eta"] = parameters.LearningRate,
                ["gamma"] = parameters.WeightDecay,
                ["epsilon"] = criterion.Epsilon,
                ["level"] = criterion.Level,
                ["activation"] = gain == 0 ? "linear" : "tanh",
                ["gain"] = gain == 0 ? null : gain,
                ["dynamics"] = "flow",
                ["engine"] = Run.NameOf(engine),
            },
            Times = new GrokkingTimePrediction(times, null, null, null),
            FinalTrainingLoss = theory.FinalTrainingLoss,
            FinalGeneralizationLoss = theory.FinalGeneralizationLoss,
            Eq12 = null,
            Eq26 = null,
            Measured = measuring is null ? [] : [.. Measure(measuring, parameters, experiment, times)],
        };
    }

    private static IEnumerable<GrokkingTime> Measure(
        MeasuredSetting measuring,
        OneLayerParameters parameters,
        TwoLayerExperiment experiment,
        GrokkingTime predicted
    )
    {
        double longest = Math.Max(predicted.Training.Time ?? 0, predicted.Generalization.Time ?? LongestRun);
        TwoLayerExperiment measured = experiment with
        {
            InputDimension = parameters.InputDimension,
            TrainingSamples = measuring.TrainingSamples(parameters, experiment.HiddenWidth),
            TestSamples = measuring.FreshSamples(parameters),
            LastEpoch = (int)Math.Clamp(Patience * longest, 1, LongestRun),
        };
        return measuring.Measure(measured)[measured].Select(result => result.GrokkingTime);
    }
}
