using System.Diagnostics;
using Grokking.Cli.Output;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Reproducibility;

/// <summary>Runs the command again, in other processes, under a variation.</summary>
public static class VariedRun
{
    /// <summary>Simulates a run's studies into a scratch folder of their own.</summary>
    /// <exception cref="Failure">The command did not succeed.</exception>
    public static OutputFolder Simulate(Run run, Variation variation, string folder)
    {
        ScratchFolder.Make(folder);
        if (variation.OneByOneFromTheLast)
            foreach (IStudy study in run.Studies.Reverse())
                Start(variation, Line(run, variation, folder, [study]));
        Start(variation, Line(run, variation, folder, run.Studies));
        return OutputFolder.At(folder);
    }

    private static IEnumerable<string> Line(
        Run run,
        Variation variation,
        string folder,
        IEnumerable<IStudy> studies
    ) =>
        [
            "simulate",
            "--profile",
            run.Profile.Name,
            "--seed",
            $"{run.Seed}",
            .. run.Replicas is int replicas ? ["--replicas", $"{replicas}"] : Array.Empty<string>(),
            "--engine",
            Run.NameOf(run.Engine),
            "--linear-algebra",
            variation.LinearAlgebra ?? run.LinearAlgebra.Name,
            "--threads",
            $"{variation.Threads ?? run.Threads}",
            "--output",
            folder,
            .. studies.SelectMany(study => new[] { "--study", study.Id }),
        ];

    private static void Start(Variation variation, IEnumerable<string> arguments)
    {
        // Either `dotnet grokking.dll` or the executable that the build puts beside it.
        string program = Environment.ProcessPath!;
        string[] itself =
            Path.GetFileNameWithoutExtension(program) == "dotnet"
                ? [typeof(VariedRun).Assembly.Location]
                : [];
        var start = new ProcessStartInfo(program, [.. itself, .. arguments]);
        foreach (var (name, value) in variation.Environment)
            start.Environment[name] = value;
        ChildProcess.Outcome outcome = ChildProcess.Run(
            start,
            onStarted: () => Console.Error.WriteLine($"runs: {variation.What}")
        );
        if (outcome.ExitCode != ExitCode.Success)
            throw new Failure($"varying {variation.What}: {outcome.Error.Split('\n')[^1]}");
    }
}
