using System.CommandLine;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.Cli.Commands;

/// <summary>The options of <c>predict</c>, under the paper's symbols.</summary>
internal static class PredictOptions
{
    public static readonly Option<double> Lambda = Options.Number(
        "--lambda",
        0.9,
        "λ = d_in/N_tr, the sample ratio."
    );
    public static readonly Option<int?> TrainingSamples = Options.OptionalInteger(
        "--n-train",
        "N_tr, the number of training samples, instead of --lambda.",
        1,
        1_000_000
    );
    public static readonly Option<double> Eta = Options.Number("--eta", 0.01, "η, the learning rate.");
    public static readonly Option<double> Gamma = Options.Number(
        "--gamma",
        0,
        "γ, the weight decay; one layer only."
    );
    public static readonly Option<double> Epsilon = Options.Number(
        "--epsilon",
        1e-3,
        "ε, the error below which a sample is correct."
    );
    public static readonly Option<double> Level = Options.Number(
        "--level",
        0.95,
        "The accuracy that marks t*."
    );
    public static readonly Option<int> InputDimension = Options.Integer(
        "--d-in",
        1000,
        "d_in, the input dimension.",
        1,
        1_000_000_000
    );
    public static readonly Option<int> OutputDimension = Options.Integer(
        "--d-out",
        1,
        "d_out, the output dimension.",
        1,
        100_000
    );
    public static readonly Option<int?> HiddenWidth = Options.OptionalInteger(
        "--d-h",
        "d_h, the hidden width of a two-layer network; one layer if absent.",
        1,
        20_000
    );
    public static readonly Option<string> Activation = Options.OneOf(
        "--activation",
        "linear",
        "The activation of the hidden layer.",
        "linear",
        "tanh"
    );
    public static readonly Option<double> Gain = Options.Number(
        "--gain",
        1,
        "g of the activation tanh(g·u)/g."
    );
    public static readonly Option<string> Dynamics = Options.OneOf(
        "--dynamics",
        "flow",
        "Theory by gradient flow, as in the paper, or by the exact descent of eq. 3 (one layer only).",
        "flow",
        "descent"
    );
    public static readonly Option<int> Simulate = Options.Integer(
        "--simulate",
        0,
        "Also measure this many replicas.",
        0,
        10_000
    );
    public static readonly Option<int?> TestSamples = Options.OptionalInteger(
        "--n-test",
        "Fresh samples of --simulate; 10 000 for one output and 2 000 for several if absent.",
        1,
        1_000_000
    );
    public static readonly Option<string> Engine = RunOptions.EngineOption(
        "Two layers: gradient flow by a stabilised integrator, or literal descent step by step with all weights.",
        TwoLayerEngine.Flow,
        TwoLayerEngine.Literal
    );
    public static readonly Option<ulong> Seed = Options.Seed(byDefault: 2024);
    public static readonly Option<int> Threads = Options.Integer(
        "--threads",
        Environment.ProcessorCount,
        "Threads to use for --simulate.",
        1,
        1024
    );
    public static readonly Option<string> LinearAlgebra = RunOptions.LinearAlgebraOption();

    /// <summary>What has no meaning without a hidden layer.</summary>
    public static readonly Option[] OfTwoLayers = [Activation, Gain, Engine];

    public static readonly Option<bool> AsJson = new("--json")
    {
        Description = "Print one JSON object and nothing else.",
    };

    /// <summary>All of them, in the order in which help lists them.</summary>
    public static readonly IReadOnlyList<Option> All =
    [
        InputDimension,
        Lambda,
        TrainingSamples,
        OutputDimension,
        Eta,
        Gamma,
        Epsilon,
        Level,
        HiddenWidth,
        Activation,
        Gain,
        Dynamics,
        Simulate,
        TestSamples,
        Engine,
        Seed,
        Threads,
        LinearAlgebra,
        AsJson,
    ];

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
        [nameof(TwoLayerExperiment.Gain)] = Gain.Name,
    };

    /// <summary>A refusal by Core, naming the option that the user knows.</summary>
    public static string InWordsOfTheUser(ArgumentException refusal, ParseResult arguments)
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
