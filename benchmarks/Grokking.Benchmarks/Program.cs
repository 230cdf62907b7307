using System.CommandLine;
using System.Diagnostics;
using Grokking.Benchmarks;
using Grokking.Benchmarks.Growth;
using Grokking.Benchmarks.Kernels;
using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;
using Grokking.Benchmarks.Studies;
using Grokking.Benchmarks.Targets;
using Grokking.Cli;
using Grokking.Cli.Output;
using Grokking.Cli.Typesetting;
using Grokking.LinearAlgebra;

ISection[] usual =
[
    new KernelSection(),
    new OneLayerSection(),
    new TwoLayerSection(),
    new ProfileSection(),
    new GrowthSection(),
];
ISection[] sections = [.. usual, new TargetSection()];

var some = new Option<string[]>("--section")
{
    Description = "A section to run; repeat it for several.",
    DefaultValueFactory = _ => [.. usual.Select(section => section.Name)],
};
some.AcceptOnlyFromAmong([.. sections.Select(section => section.Name)]);
var targets = new Option<bool>("--targets") { Description = "Measure the whole command and the build too." };
var all = new Option<bool>("--all") { Description = "The targets, and what takes an hour by itself." };
var output = new Option<string>("--output")
{
    Description = "The folder for benchmark.json.",
    DefaultValueFactory = _ => Path.Combine(Typesetter.RepositoryRoot(), "output"),
};
var root = new RootCommand("Measures kernels, whole studies, growth and, if asked, the targets.")
{
    some,
    targets,
    all,
    output,
};
root.SetAction(Run);
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return parsed.Invoke();
Console.Error.WriteLine(parsed.Errors[0].Message.ReplaceLineEndings(" "));
return ExitCode.CouldNotRun;

int Run(ParseResult arguments)
{
    string[] asked = arguments.GetValue(some)!;
    bool withTargets = arguments.GetValue(targets) || arguments.GetValue(all);
    ILinearAlgebra algebra = LinearAlgebraChoice.Auto.Select();
    IReadOnlyDictionary<string, string> machine = Machine.Describe(algebra);
    var bench = new Bench(algebra, arguments.GetValue(all));
    List<Table> tables = [];
    var watch = Stopwatch.StartNew();
    foreach (ISection section in sections)
    {
        if (!asked.Contains(section.Name) && !(withTargets && section is TargetSection))
            continue;
        Console.Error.WriteLine($"-- {section.Name}, {watch.Elapsed.TotalMinutes:0.0} min since the start");
        foreach (Table table in section.Measure(bench))
        {
            TerminalTable.Print(table);
            tables.Add(table);
        }
    }
    const string name = "benchmark.json";
    string folder = arguments.GetValue(output)!;
    string path = Path.Combine(folder, name);
    var results = new BenchmarkResults(machine, $"{DateTime.UtcNow:yyyy-MM-dd}", tables, bench.Raw);
    AtomicFile.Write(path, results.ToJson());
    Manifest.Renew(folder, name);
    Console.Error.WriteLine($"benchmarks: {path}, {watch.Elapsed.TotalMinutes:0.0} min");
    return ExitCode.Success;
}
