using System.CommandLine;
using Grokking.Cli.Provenance;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

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

    /// <summary>The line that predicts and measures one setting of a study just as the study does.</summary>
    public static string Line(OneLayerExperiment setting, Origin measured) =>
        Line(
            (PredictOptions.InputDimension, setting.InputDimension),
            (PredictOptions.TrainingSamples, setting.TrainingSamples),
            (PredictOptions.OutputDimension, setting.OutputDimension),
            (PredictOptions.Eta, setting.LearningRate),
            (PredictOptions.Gamma, setting.WeightDecay),
            (PredictOptions.Epsilon, setting.Criterion.Epsilon),
            (PredictOptions.Level, setting.Criterion.Level),
            (PredictOptions.Simulate, measured.Replicas),
            (PredictOptions.TestSamples, setting.TestSamples),
            (PredictOptions.Seed, measured.Seed),
            (PredictOptions.LinearAlgebra, measured.LinearAlgebra)
        );

    /// <summary>The line that predicts one setting of two layers, by the linear theory whatever the activation.</summary>
    public static string Line(TwoLayerExperiment setting) =>
        Line(
            (PredictOptions.InputDimension, setting.InputDimension),
            (PredictOptions.TrainingSamples, setting.TrainingSamples),
            (PredictOptions.HiddenWidth, setting.HiddenWidth),
            (PredictOptions.OutputDimension, setting.OutputDimension),
            (PredictOptions.Eta, setting.LearningRate),
            (PredictOptions.Epsilon, setting.Criterion.Epsilon),
            (PredictOptions.Level, setting.Criterion.Level)
        );

    private static string Line(params IEnumerable<(Option Option, object Value)> options) =>
        string.Join(
            ' ',
            [
                "grokking predict",
                .. options
                    .Where(one => !one.Value.Equals(one.Option.GetDefaultValue()))
                    .Select(one => $"{one.Option.Name} {one.Value}"),
                PredictOptions.AsJson.Name,
            ]
        );

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
        catch (Exception problem) when (First(problem) is DivergenceException diverged)
        {
            double eta = arguments.GetValue(PredictOptions.Eta);
            throw new Failure($"{PredictOptions.Eta.Name} is {eta}; {diverged.Message}", problem);
        }
    }

    private static Exception First(Exception problem) => Failure.First(problem);

    private static Prediction Predict(ParseResult arguments)
    {
        // One layer or two, these are validated alike.
        var parameters = new OneLayerParameters
        {
            SampleRatio = SampleRatio(arguments),
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
        {
            foreach (Option option in PredictOptions.OfTwoLayers)
                if (arguments.GetResult(option) is { Implicit: false } given)
                    throw new Failure($"{option.Name} is '{given.Tokens[0].Value}'; allowed with --d-h only");
            return OneLayerPrediction.Of(
                parameters,
                criterion,
                Enum.Parse<Dynamics>(dynamics, ignoreCase: true),
                replicas == 0 ? null : Measuring(arguments)
            );
        }
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

    /// <summary>λ as given, or as N_tr gives it.</summary>
    private static double SampleRatio(ParseResult arguments)
    {
        if (arguments.GetValue(PredictOptions.TrainingSamples) is not int samples)
            return arguments.GetValue(PredictOptions.Lambda);
        if (arguments.GetResult(PredictOptions.Lambda) is { Implicit: false } given)
            throw new Failure(
                $"{PredictOptions.Lambda.Name} is '{given.Tokens[0].Value}'; allowed without {PredictOptions.TrainingSamples.Name} only"
            );
        return (double)arguments.GetValue(PredictOptions.InputDimension) / samples;
    }

    /// <summary>The gain of a tanh network, which is positive; the linear network is its limit 0.</summary>
    private static double Gain(ParseResult arguments)
    {
        double gain = arguments.GetValue(PredictOptions.Gain);
        if (arguments.GetValue(PredictOptions.Activation) == "linear")
            return arguments.GetResult(PredictOptions.Gain) is { Implicit: false }
                ? throw new Failure($"--gain is {gain}; allowed with --activation tanh only: (0, 1000]")
                : 0;
        return gain is > 0 and <= 1000 ? gain : throw new Failure($"--gain is {gain}; allowed: (0, 1000]");
    }

    private static MeasuredSetting Measuring(ParseResult arguments) =>
        new(
            arguments.GetValue(PredictOptions.Simulate),
            arguments.GetValue(PredictOptions.Seed),
            RunOptions.Select(arguments.GetValue(PredictOptions.LinearAlgebra)!),
            arguments.GetValue(PredictOptions.Threads),
            arguments.GetValue(PredictOptions.TestSamples)
        );
}
