using System.CommandLine;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Cli.Commands;

/// <summary>Theory for one setting, and measured replicas of it if asked for.</summary>
internal static class PredictCommand
{
    private static readonly Option<double> Lambda = Options.Number(
        "--lambda",
        0.9,
        "λ = d_in/N_tr, the sample ratio."
    );
    private static readonly Option<double> Eta = Options.Number("--eta", 0.01, "η, the learning rate.");
    private static readonly Option<double> Gamma = Options.Number("--gamma", 0, "γ, the weight decay.");
    private static readonly Option<double> Epsilon = Options.Number(
        "--epsilon",
        1e-3,
        "ε, the error below which a sample is correct."
    );
    private static readonly Option<double> Level = Options.Number(
        "--level",
        0.95,
        "The accuracy that marks t*."
    );
    private static readonly Option<int> InputDimension = Options.Integer(
        "--d-in",
        1000,
        "d_in, the input dimension.",
        1,
        1_000_000_000
    );
    private static readonly Option<int> OutputDimension = Options.Integer(
        "--d-out",
        1,
        "d_out, the output dimension.",
        1,
        100_000
    );
    private static readonly Option<string> DynamicsOption = Options.OneOf(
        "--dynamics",
        "flow",
        "Gradient flow, as in the paper, or the exact descent of eq. 3.",
        "flow",
        "descent"
    );
    private static readonly Option<int> Simulate = Options.Integer(
        "--simulate",
        0,
        "Also measure this many replicas.",
        0,
        10_000
    );
    private static readonly Option<ulong> Seed = Options.Seed(byDefault: 2024);
    private static readonly Option<int> Threads = Options.Integer(
        "--threads",
        Environment.ProcessorCount,
        "Threads to use for --simulate.",
        1,
        1024
    );
    private static readonly Option<string> LinearAlgebra = RunOptions.LinearAlgebraOption();
    private static readonly Option<bool> AsJson = new("--json")
    {
        Description = "Print one JSON object and nothing else.",
    };

    /// <summary>What the paper's symbols are called in Core, to name the option that a refusal is about.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(OneLayerParameters.SampleRatio)] = Lambda.Name,
        [nameof(OneLayerParameters.LearningRate)] = Eta.Name,
        [nameof(OneLayerParameters.WeightDecay)] = Gamma.Name,
        [nameof(AccuracyCriterion.Epsilon)] = Epsilon.Name,
        [nameof(AccuracyCriterion.Level)] = Level.Name,
        [nameof(OneLayerParameters.InputDimension)] = InputDimension.Name,
        [nameof(OneLayerParameters.OutputDimension)] = OutputDimension.Name,
        [nameof(OneLayerExperiment.TrainingSamples)] = $"d_in/λ of {Simulate.Name}",
    };

    public static Command Create()
    {
        var command = new Command("predict", "Predict t*_tr, t*_gen and Δt of one setting.");
        foreach (
            Option option in new Option[]
            {
                InputDimension,
                Lambda,
                OutputDimension,
                Eta,
                Gamma,
                Epsilon,
                Level,
                DynamicsOption,
                Simulate,
                Seed,
                Threads,
                LinearAlgebra,
                AsJson,
            }
        )
            command.Options.Add(option);
        command.SetAction(Execute);
        return command;
    }

    private static int Execute(ParseResult arguments)
    {
        try
        {
            Prediction prediction = Predict(arguments);
            if (arguments.GetValue(AsJson))
                Console.WriteLine(prediction.ToJson());
            else
                prediction.PrintTable();
            return ExitCode.Success;
        }
        catch (Exception problem) when (First(problem) is ArgumentException refusal)
        {
            throw new Failure(InWordsOfTheUser(refusal, arguments), problem);
        }
    }

    /// <summary>Replicas that run side by side all fail alike, and the first speaks for them.</summary>
    private static Exception First(Exception problem) =>
        (problem as AggregateException)?.InnerException ?? problem;

    private static Prediction Predict(ParseResult arguments)
    {
        var parameters = new OneLayerParameters
        {
            SampleRatio = arguments.GetValue(Lambda),
            InputDimension = arguments.GetValue(InputDimension),
            OutputDimension = arguments.GetValue(OutputDimension),
            LearningRate = arguments.GetValue(Eta),
            WeightDecay = arguments.GetValue(Gamma),
        };
        var criterion = new AccuracyCriterion
        {
            Epsilon = arguments.GetValue(Epsilon),
            Level = arguments.GetValue(Level),
        };
        Dynamics dynamics = Enum.Parse<Dynamics>(arguments.GetValue(DynamicsOption)!, ignoreCase: true);
        var theory = new OneLayerTheory(parameters, dynamics);
        int replicas = arguments.GetValue(Simulate);
        return new Prediction(
            parameters,
            criterion,
            dynamics,
            theory,
            replicas == 0
                ? []
                : MeasuredSetting.Measure(
                    parameters,
                    criterion,
                    replicas,
                    arguments.GetValue(Seed),
                    RunOptions.Select(arguments.GetValue(LinearAlgebra)!),
                    arguments.GetValue(Threads)
                )
        );
    }

    private static string InWordsOfTheUser(ArgumentException refusal, ParseResult arguments)
    {
        string name = refusal.ParamName ?? "";
        string message = refusal.Message.Split(" (Parameter", 2)[0];
        return Names.TryGetValue(name, out string? option)
                ? message.Replace(name, option, StringComparison.Ordinal)
            // Every option is in its range, and together they make a step too long for descent to converge.
            : name is "parameters" or "experiment" ? $"{Eta.Name} is {arguments.GetValue(Eta)}; {message}"
            : message;
    }
}
