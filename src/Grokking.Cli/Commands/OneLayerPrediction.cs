using System.Text.Json.Nodes;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Cli.Commands;

/// <summary>What is predicted, and measured, of a one-layer network.</summary>
internal static class OneLayerPrediction
{
    public static Prediction Of(
        OneLayerParameters parameters,
        AccuracyCriterion criterion,
        Dynamics dynamics,
        MeasuredSetting? measuring
    )
    {
        var theory = new OneLayerTheory(parameters, dynamics);
        return new Prediction
        {
            Parameters = new JsonObject
            {
                ["d_in"] = parameters.InputDimension,
                ["lambda"] = parameters.SampleRatio,
                ["d_out"] = parameters.OutputDimension,
                ["eta"] = parameters.LearningRate,
                ["gamma"] = parameters.WeightDecay,
                ["epsilon"] = criterion.Epsilon,
                ["level"] = criterion.Level,
                ["dynamics"] = dynamics == Dynamics.Flow ? "flow" : "descent",
            },
            Times = GrokkingTheory.Predict(theory, criterion),
            FinalTrainingLoss = theory.TrainingLoss.Final().Value,
            FinalGeneralizationLoss = theory.GeneralizationLoss.Final().Value,
            Eq12 = AsymptoticGrokkingTime.Difference(parameters),
            Eq26 = AsymptoticGrokkingTime.RefinedDifference(parameters, criterion.Epsilon),
            Measured = measuring is null ? [] : [.. Measure(measuring, parameters, criterion)],
        };
    }

    private static IEnumerable<GrokkingTime> Measure(
        MeasuredSetting measuring,
        OneLayerParameters parameters,
        AccuracyCriterion criterion
    )
    {
        var experiment = new OneLayerExperiment
        {
            InputDimension = parameters.InputDimension,
            TrainingSamples = measuring.TrainingSamples(parameters),
            TestSamples = measuring.FreshSamples(parameters),
            OutputDimension = parameters.OutputDimension,
            LearningRate = parameters.LearningRate,
            WeightDecay = parameters.WeightDecay,
            Criterion = criterion,
            LastEpoch = 1_000_000_000_000,
        };
        return measuring.Measure(experiment)[experiment].Select(result => result.GrokkingTime);
    }
}
