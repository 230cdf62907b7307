using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.Cli.Typesetting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Benchmarks.Targets;

/// <summary>What a user waits for: the whole command, the report, the build.</summary>
internal sealed class TargetSection : ISection
{
    private const int Runs = 3;

    public string Name => "targets";

    public IEnumerable<Table> Measure(Bench bench)
    {
        DirectoryInfo output = Directory.CreateTempSubdirectory("grokking-benchmark-");
        try
        {
            yield return new(
                "Targets",
                ["what", "target", "measured", "runs", "met"],
                [.. Rows(bench, output.FullName)],
                "Medians. The command's rows are whole processes, started anew; peak memory is the largest resident "
                    + $"size of `simulate`. {Environment.ProcessorCount} threads unless said."
            );
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static IEnumerable<string[]> Rows(Bench bench, string output)
    {
        string[] paper = ["--profile", "paper", "--output", output];
        ChildProcess simulation = Command(["simulate", "--force", .. paper]);
        yield return Duration("simulate --profile paper --force", 60, bench, [simulation.Seconds]);
        double gigabytes = bench.Record("peak memory of simulate [GB]", simulation.PeakBytes * 1e-9);
        yield return Row("peak memory of it", "≤ 2 GB", $"{gigabytes:0.00} GB", 1, gigabytes <= 2);
        if (bench.IncludeLong)
            yield return Duration(
                "the same with managed linear algebra",
                300,
                bench,
                [Managed(Path.Combine(output, "managed"))]
            );
        yield return Duration("phase diagrams, 3 × 200 × 200 points", 5, bench, [.. Repeat(PhaseDiagrams)]);
        yield return Duration(
            "draw and report from cached results",
            10,
            bench,
            [
                .. Repeat(() =>
                    Command(["draw", "--force", .. paper]).Seconds
                    + Command(["report", "--force", .. paper]).Seconds
                ),
            ]
        );
        yield return Duration("predict, whole process", 0.5, bench, [.. Repeat(Predict)]);
        if (!OperatingSystem.IsWindows())
        {
            Build(output); // once, so that there is nothing left to do
            yield return Duration(
                "./build.sh when nothing changed",
                15,
                bench,
                [.. Repeat(() => Build(output).Seconds)]
            );
        }
        double efficiency = Efficiency(bench);
        yield return Row(
            "speed-up of figure 1 by two threads",
            "≥ 1.7×",
            Rounded.Ratio(efficiency),
            Runs,
            efficiency >= 1.7
        );
    }

    private static string[] Duration(string what, double target, Bench bench, double[] seconds)
    {
        double median = bench.Record($"{what} [s]", seconds);
        return Row(
            what,
            $"≤ {Rounded.Seconds(target)}",
            Rounded.Seconds(median),
            seconds.Length,
            median <= target
        );
    }

    private static string[] Row(string what, string target, string measured, int runs, bool met) =>
        [what, target, measured, $"{runs}", met ? "yes" : "no"];

    private static IEnumerable<double> Repeat(Func<double> seconds) =>
        Enumerable.Range(0, Runs).Select(_ => seconds());

    private static ChildProcess Command(string[] arguments)
    {
        string root = Typesetter.RepositoryRoot();
        string command = Path.Combine(root, "src/Grokking.Cli/bin/Release/net10.0/grokking.dll");
        return ChildProcess.Run(root, "dotnet", [command, .. arguments]);
    }

    private static double Managed(string output) =>
        Command([
            "simulate",
            "--profile",
            "paper",
            "--force",
            "--linear-algebra",
            "managed",
            "--output",
            output,
        ]).Seconds;

    private static double Predict() => Command(["predict", "--lambda", "0.9", "--epsilon", "1e-4"]).Seconds;

    private static ChildProcess Build(string output) =>
        ChildProcess.Run(
            Typesetter.RepositoryRoot(),
            "bash",
            "build.sh",
            "--profile",
            "paper",
            "--output",
            output
        );

    private static double PhaseDiagrams() =>
        Bench.Seconds(() =>
            Sizes.PhaseDiagrams.Assemble(
                new Measurements(),
                new Execution { Threads = Environment.ProcessorCount }
            )
        );

    /// <summary>One thread's time over two threads', alternating so that both see the same machine.</summary>
    private static double Efficiency(Bench bench)
    {
        IStudy study = Profile.Paper.Studies.OfType<SampleRatioStudy>().Single();
        var (one, two) = (new double[Runs], new double[Runs]);
        for (int run = 0; run < Runs; run++)
            (one[run], two[run]) = (Seconds(1), Seconds(2));
        return bench.Record("figure 1, two replicas, one thread [s]", one)
            / bench.Record("figure 1, two replicas, two threads [s]", two);

        double Seconds(int threads) =>
            Bench.Seconds(() =>
                Laboratory.Run(
                    [(study, 2)],
                    bench.Seed,
                    bench.Algebra,
                    new Execution { Threads = threads },
                    (_, _) => { }
                )
            );
    }
}
