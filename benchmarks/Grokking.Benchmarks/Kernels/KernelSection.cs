using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;

namespace Grokking.Benchmarks.Kernels;

/// <summary>Each kernel by BenchmarkDotNet, against what the machine would need at the least.</summary>
internal sealed class KernelSection : ISection
{
    private static readonly Type[] Benchmarks =
    [
        typeof(MachineKernels),
        typeof(TheoryKernels),
        typeof(SimulationKernels),
    ];

    public string Name => "kernels";

    public IEnumerable<Table> Measure(Bench bench)
    {
        // In this process, since one that were built for each would take longer than what it measures.
        IConfig config = ManualConfig
            .CreateEmpty()
            .AddJob(Job.ShortRun.WithIterationCount(5).WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "grokking-benchmarks"))
            .WithOptions(ConfigOptions.DisableLogFile);
        Dictionary<string, BenchmarkReport> reports = BenchmarkRunner
            .Run(Benchmarks, config)
            .SelectMany(summary => summary.Reports)
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
        Floor[] floors = [.. Floor.All()];
        Dictionary<string, double> seconds = floors.ToDictionary(
            floor => floor.Method,
            floor => bench.Record($"kernel: {floor.What} [s]", Seconds(reports[floor.Method]))
        );
        double flops = floors[0].Flops / seconds[floors[0].Method];
        double bytes = floors[1].Bytes / seconds[floors[1].Method];
        yield return new(
            "Kernels and their floors",
            ["kernel", "median", "floor", "ratio", "the floor counts"],
            [
                .. floors.Select(floor =>
                {
                    double least = Math.Max(floor.Flops / flops, floor.Bytes / bytes);
                    return (string[])
                        [
                            floor.What,
                            Rounded.Seconds(seconds[floor.Method]),
                            Rounded.Seconds(least),
                            Rounded.Ratio(seconds[floor.Method] / least),
                            floor.Counted,
                        ];
                }),
            ],
            $"One thread each, median of five iterations after three to warm up. A floor is what is counted over "
                + $"what the first two rows achieve in the same run: {Rounded.Number(flops / 1e9)} Gflop/s and "
                + $"{Rounded.Number(bytes / 1e9)} GB/s."
        );
    }

    private static double[] Seconds(BenchmarkReport report) =>
        report.ResultStatistics is { } statistics
            ? [.. statistics.OriginalValues.Select(nanoseconds => nanoseconds * 1e-9)]
            : throw new InvalidOperationException(
                $"BenchmarkDotNet has no result for {report.BenchmarkCase.Descriptor.WorkloadMethod.Name}"
            );
}
