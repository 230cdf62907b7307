using System.CommandLine;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.Cli.Commands;

/// <summary>Theory for one setting, and measured replicas of it if asked for.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var command = new Command(
            "predict",
            "Predict t*_tr, t*_gen and Δt of one setting, with one layer or two."
        );
        foreach (Option option in PredictOptions.All)
            command.Options.Add(option);
        command.SetAction(Execute);
        return command;
    }

    private static int Execute(ParseResult arguments)
    {
        try
        {
            Prediction prediction = Predict(arguments);
            if (arguments.GetValue(PredictOptions.AsJson))
                Console.WriteLine(prediction.ToJson());
            else
                prediction.PrintTable();
            return ExitCode.Success;
        }
        catch (Exception problem) when (First(problem) is ArgumentException refusal)
        {
            throw new Failure(PredictOptions.InWordsOfTheUser(refusal, arguments), problem);
        }
    }

    /// <summary>Replicas that run side by side all fail alike, and the first speaks for them.</summary>
    private static Exception First(Exception problem) =>
        (problem as AggregateException)?.InnerException ?? problem;

    private static Prediction Predict(ParseResult arguments)
    {
        // One layer or two, these are validated alike.
        var parameters = new OneLayerParameters
        {
            SampleRatio = arguments.GetValue(PredictOptions.Lambda),
            InputDimension = arguments.GetValue(PredictOptions.InputDimension),
            OutputDimension = arguments.GetValue(PredictOptions.OutputDimension),
            LearningRate = arguments.GetValue(PredictOptions.Eta),
            WeightDecay = arguments.GetValue(PredictOptions.Gamma),
        };
        var criterion = new AccuracyCriterion
        {
            Epsilon = arguments.GetValue(PredictOptions.Epsilon),
            Level = arguments.GetValue(PredictOptions.Level),
        };
        string dynamics = arguments.GetValue(PredictOptions.Dynamics)!;
        int replicas = arguments.GetValue(PredictOptions.Simulate);
        if (arguments.GetValue(PredictOptions.HiddenWidth) is not int width)
            return OneLayerPrediction.Of(
                parameters,
                criterion,
                Enum.Parse<Dynamics>(dynamics, ignoreCase: true),
                replicas == 0 ? null : Measuring(arguments)
            );
        if (dynamics != "flow")
            throw new Failure($"--dynamics is '{dynamics}'; allowed with --d-h: flow");
        if (parameters.WeightDecay > 0)
            throw new Failure($"--gamma is {parameters.WeightDecay}; allowed with --d-h: 0");
        return TwoLayerPrediction.Of(
            parameters,
            criterion,
            width,
            Gain(arguments),
            RunOptions.EngineNamed(arguments.GetValue(PredictOptions.Engine)!),
            replicas == 0 ? null : Measuring(arguments)
        );
    }

    /// <summary>The gain of a tanh network, which is positive; the linear network is its limit 0.</summary>
    private static double Gain(ParseResult arguments)
    {
        double gain = arguments.GetValue(PredictOptions.Gain);
        if (arguments.GetValue(PredictOptions.Activation) == "linear")
            return arguments.GetResult(PredictOptions.Gain) is { Implicit: false }
                ? throw new Failure($"--gain is {gain}; allowed with --activation tanh only")
                : 0;
        return gain > 0 ? gain : throw new Failure($"--gain is {gain}; allowed: (0, 1000]");
    }

    private static MeasuredSetting Measuring(ParseResult arguments) =>
        new(
            arguments.GetValue(PredictOptions.Simulate),
            arguments.GetValue(PredictOptions.Seed),
            RunOptions.Select(arguments.GetValue(PredictOptions.LinearAlgebra)!),
            arguments.GetValue(PredictOptions.Threads)
        );
}
