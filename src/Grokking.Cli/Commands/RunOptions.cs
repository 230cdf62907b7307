using System.CommandLine;
using Grokking.Figures.LinearEstimators;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Claims;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Commands;

/// <summary>The options of the verbs that work on results: together they name them.</summary>
/// <param name="byEntry">Whether the results are those that entries of the ledger rest on, not those of figures and studies.</param>
internal sealed class RunOptions(bool byEntry = false)
{
    private readonly Option<string> profile = Options.OneOf(
        "--profile",
        Profile.All[0].Name,
        "The sizes to run at: the paper's, or small ones that take seconds.",
        [.. Profile.All.Select(profile => profile.Name)]
    );

    private readonly Option<string[]> figures = Options.SomeOf(
        "--figure",
        "A figure to work on; repeat it for several. Everything if neither figure nor study is given.",
        [.. LinearEstimatorsFigures.All.Select(figure => figure.Number)]
    );

    private readonly Option<string[]> studies = Options.SomeOf(
        "--study",
        "A study to work on, with its figure if it has one; repeat it for several.",
        [.. Profile.All[0].Studies.Select(study => study.Id)]
    );

    private readonly Option<string[]> entries = Options.SomeOf(
        "--entry",
        "A claim or an erratum, such as C9 or E26; repeat it for several. Everything if absent.",
        LinearEstimatorsLedger.Entries,
        helpName: "id"
    );

    private readonly Option<ulong> seed = Options.Seed(byDefault: 2024);

    private readonly Option<int?> replicas = Options.OptionalInteger(
        "--replicas",
        "Independent draws of every setting; the profile's number if absent.",
        1,
        10_000
    );

    private readonly Option<int> threads = Options.Integer(
        "--threads",
        Environment.ProcessorCount,
        "Threads to use. Results do not depend on it.",
        1,
        1024
    );

    private readonly Option<string> output = OutputOption();

    private readonly Option<bool> force = new("--force") { Description = "Do again what is already there." };

    private readonly Option<string> linearAlgebra = LinearAlgebraOption();

    private readonly Option<string> engine = EngineOption(
        "Two layers: gradient flow by a stabilised integrator, literal descent step by step with all weights, or literal for the linear "
            + "networks of figure 5 to epoch 10⁵ of the paper's profile and the flow for all else.",
        TwoLayerEngine.Mixed,
        TwoLayerEngine.Flow,
        TwoLayerEngine.Literal
    );

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (
            Option option in (Option[])
                [
                    profile,
                    .. byEntry ? [entries] : new Option[] { figures, studies },
                    seed,
                    replicas,
                    threads,
                    output,
                    force,
                    linearAlgebra,
                    engine,
                ]
        )
            command.Options.Add(option);
    }

    /// <summary>What the user asked for.</summary>
    public Run Read(ParseResult arguments)
    {
        Profile chosen = Profile
            .All.Single(one => one.Name == arguments.GetValue(profile))
            .TrainedBy(EngineNamed(arguments.GetValue(engine)!));
        string[] someFigures = arguments.GetValue(figures) ?? [];
        string[] someStudies = arguments.GetValue(studies) ?? [];
        string[] someEntries = arguments.GetValue(entries) ?? [];
        Type[] judged = [.. someEntries.SelectMany(LinearEstimatorsLedger.ResultsFor)];
        bool everything = someFigures.Length + someStudies.Length + someEntries.Length == 0;
        IStudy[] asked =
        [
            .. chosen.Studies.Where(study =>
                everything
                || someStudies.Contains(study.Id)
                || judged.Contains(study.ResultType)
                || LinearEstimatorsFigures.All.Any(figure =>
                    someFigures.Contains(figure.Number) && figure.ResultType == study.ResultType
                )
            ),
        ];
        return new Run
        {
            Profile = chosen,
            Engine = EngineNamed(arguments.GetValue(engine)!),
            Studies = asked,
            Replicas = arguments.GetValue(replicas),
            Seed = arguments.GetValue(seed),
            LinearAlgebra = Select(arguments.GetValue(linearAlgebra)!),
            Threads = arguments.GetValue(threads),
            Output = arguments.GetValue(output)!,
            Figures =
            [
                .. LinearEstimatorsFigures
                    .All.Where(figure => asked.Any(study => study.ResultType == figure.ResultType))
                    .Select(figure => figure.Number),
            ],
            Selection =
            [
                .. someFigures.Select(figure => $"{figures.Name} {figure}"),
                .. someStudies.Select(study => $"{studies.Name} {study}"),
                .. someEntries.Select(entry => $"{entries.Name} {entry}"),
            ],
            Entries = someEntries.Length == 0 ? LinearEstimatorsLedger.Entries : someEntries,
            Force = arguments.GetValue(force),
        };
    }

    public static Option<string> LinearAlgebraOption() =>
        Options.OneOf(
            "--linear-algebra",
            "auto",
            "Who multiplies matrices: OpenBLAS where it is installed, or managed code. Equal to 1e-9.",
            "auto",
            "openblas",
            "managed"
        );

    public static Option<string> OutputOption() =>
        new("--output")
        {
            Description = "The folder for everything that is generated.",
            HelpName = "folder",
            DefaultValueFactory = _ => "output",
        };

    /// <summary>The choice between some engines, the first by default.</summary>
    public static Option<string> EngineOption(string description, params TwoLayerEngine[] engines) =>
        Options.OneOf("--engine", Run.NameOf(engines[0]), description, [.. engines.Select(Run.NameOf)]);

    public static TwoLayerEngine EngineNamed(string name) =>
        Enum.Parse<TwoLayerEngine>(name, ignoreCase: true);

    public static ILinearAlgebra Select(string name)
    {
        try
        {
            return Enum.Parse<LinearAlgebraChoice>(name, ignoreCase: true).Select();
        }
        catch (InvalidOperationException problem)
        {
            throw new Failure($"--linear-algebra is '{name}'; {problem.Message}", problem);
        }
    }
}
