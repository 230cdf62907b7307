// Targets and what each depends on; everything that computes lives in src/.
// Arguments that are not Cake's own pass through to the `grokking` command.

var root = MakeAbsolute(Directory(".."));
var solution = root.CombineWithFilePath("Grokking.slnx").FullPath;
var typeset = root.Combine("build/typeset");
var command = root.CombineWithFilePath("src/Grokking.Cli/bin/Release/net10.0/grokking.dll");
var benchmarks = root.CombineWithFilePath("benchmarks/Grokking.Benchmarks/bin/Release/net10.0/Grokking.Benchmarks.dll");
var coverage = root.Combine("build/obj/coverage");
var ownArguments = new[] { "target", "verbosity", "dryrun", "description", "tree", "exclusive" };

// This runs, so it was compiled to its end: build.sh keeps what Cake made of it.
EnsureDirectoryExists(root.Combine("build/obj"));
System.IO.File.WriteAllText(root.CombineWithFilePath("build/obj/cake.whole").FullPath, "");

void Run(string tool, ProcessArgumentBuilder arguments, DirectoryPath from = null)
{
    var exitCode = StartProcess(tool, new ProcessSettings { Arguments = arguments, WorkingDirectory = from ?? root });
    if (exitCode != 0)
        throw new CakeException(exitCode, $"{tool} {arguments.RenderSafe()} ended with exit code {exitCode}");
}

bool IsInstalled()
{
    var installed = new FileInfo($"{typeset}/node_modules/.package-lock.json");
    return installed.Exists && installed.LastWriteTimeUtc >= new FileInfo($"{typeset}/package-lock.json").LastWriteTimeUtc;
}

void Dotnet(FilePath program, params string[] verb)
{
    var arguments = new ProcessArgumentBuilder().AppendQuoted(program.FullPath);
    foreach (var word in verb)
        arguments.Append(word);
    // The verbs share their options; what only one of them knows is kept from the others.
    foreach (var (name, values) in Context.Arguments.GetArguments())
        if (!ownArguments.Contains(name, StringComparer.OrdinalIgnoreCase) && (name is not ("accept" or "snapshots") || verb.Contains("check")))
            foreach (var value in values)
                _ = value is null ? arguments.Append($"--{name}") : arguments.Append($"--{name}").AppendQuoted(value);
    Run("dotnet", arguments);
}

void Grokking(params string[] verb) => Dotnet(command, verb);

Task("Clean")
    .Description("Deletes everything generated: binaries, installed packages, output.")
    .Does(() =>
    {
        CleanDirectories($"{root}/{{src,tests,benchmarks}}/**/{{bin,obj}}");
        CleanDirectories(new[] { root.Combine("output"), typeset.Combine("node_modules") });
    });

Task("Typesetter")
    .Description("Installs the typesetting packages by lock file, if they are not there.")
    .DoesForEach(
        () => IsInstalled() ? [] : new[] { IsRunningOnWindows() ? "npm.cmd" : "npm" },
        npm => Run("npm", new ProcessArgumentBuilder().Append("ci --prefix").AppendQuoted(typeset.FullPath).Append("--no-audit --no-fund --loglevel=error")));

Task("Restore")
    .Description("Restores NuGet packages and the typesetting packages, all by lock file.")
    .IsDependentOn("Typesetter")
    .Does(() => DotNetRestore(solution, new DotNetRestoreSettings { LockedMode = true, Verbosity = DotNetVerbosity.Quiet }));

void Build(string what) => DotNetBuild(what, new DotNetBuildSettings
{
    Configuration = "Release", NoLogo = true, Verbosity = DotNetVerbosity.Quiet,
    MSBuildSettings = new DotNetMSBuildSettings().WithProperty("RestoreLockedMode", "true"), // faster than a restore of its own
});

Task("Compile")
    .Description("Restores and compiles everything in Release; a warning is an error.")
    .IsDependentOn("Typesetter")
    .Does(() => Build(solution));

Task("Command")
    .Description("Restores and compiles `grokking` alone.")
    .IsDependentOn("Typesetter")
    .Does(() => Build($"{root}/src/Grokking.Cli"));

Task("Format")
    .Description("Formats the C# sources; with --check it only says whether they are formatted.")
    .Does(() => Run("dotnet", new ProcessArgumentBuilder().Append(HasArgument("check") ? "csharpier check ." : "csharpier format .")));

Task("Test")
    .Description("Runs all tests.")
    .IsDependentOn("Compile")
    .Does(() => DotNetTest(solution, new DotNetTestSettings { Configuration = "Release", NoBuild = true, NoLogo = true }));

Task("Benchmark")
    .Description("Measures kernels, studies and growth; with --targets the whole command and the build too.")
    .IsDependentOn("Compile")
    .Does(() => Dotnet(benchmarks));

Task("Coverage")
    .Description("Measures which lines and branches of Core its tests run; fails below 95 % of the lines.")
    .IsDependentOn("Compile")
    .Does(() => CleanDirectory(coverage))
    .Does(() => DotNetTest($"{root}/tests/Grokking.Core.Tests", new DotNetTestSettings
    {
        Configuration = "Release", NoBuild = true, NoLogo = true, ResultsDirectory = coverage,
        Settings = $"{root}/build/coverage.runsettings", Collectors = new[] { "XPlat Code Coverage" },
    }))
    .Does(() =>
    {
        var measured = System.Xml.Linq.XDocument.Load(GetFiles($"{coverage}/*/coverage.cobertura.xml").Single().FullPath).Root;
        double Rate(string of) => double.Parse(measured.Attribute($"{of}-rate").Value, System.Globalization.CultureInfo.InvariantCulture);
        Information(FormattableString.Invariant($"Core: {Rate("line"):P1} of the lines, {Rate("branch"):P1} of the branches"));
        if (Rate("line") < 0.95)
            throw new CakeException("less than 95 % of Core's lines are run by its tests");
    });

Task("Mutate")
    .Description("Changes Core's Curves and Theory in hundreds of ways and counts the changes that no test notices. Half an hour.")
    .IsDependentOn("Restore")
    .Does(() => System.Environment.SetEnvironmentVariable("VSTEST_CONNECTION_TIMEOUT", "900")) // it gives up after 90 s on a busy machine
    .Does(() => Run( // where there is a solution, it would mutate all of it
        "dotnet",
        new ProcessArgumentBuilder().Append("stryker --config-file ../../build/stryker-config.json --output ../../build/obj/mutation"),
        root.Combine("tests/Grokking.Core.Tests")));

Task("Ladder")
    .Description("Repeats the quick profile under other locales, threads, orders and linear algebra: output/reproducibility.json.")
    .IsDependentOn("Command")
    .Does(() => Grokking(HasArgument("profile") ? ["vary"] : ["vary", "--profile", "quick"]));

Task("Simulate")
    .Description("Runs the simulations whose parameters, seed, linear algebra or code changed.")
    .IsDependentOn("Command")
    .Does(() => Grokking("simulate"));

Task("Draw")
    .Description("Draws the figures as SVG, PDF and PNG.")
    .IsDependentOn("Simulate")
    .Does(() => Grokking("draw"));

Task("Report")
    .Description("Typesets output/report.pdf.")
    .IsDependentOn("Draw")
    .Does(() => Grokking("report"));

Task("Check")
    .Description("Compares the numbers with those in tests/Snapshots; --accept figure-N, a study or the ledger takes the new ones.")
    .IsDependentOn("Simulate")
    .WithCriteria(
        () => !HasArgument("seed") && !HasArgument("replicas") && !HasArgument("engine"),
        "snapshots are of the default seed, replicas and engine")
    .Does(() => Grokking("check"));

Task("Default")
    .Description("From a clean clone to the report, checked against the snapshots; ends with the verdicts.")
    .IsDependentOn("Check")
    .IsDependentOn("Report");

RunTarget(Argument("target", "Default"));
