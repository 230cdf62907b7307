using System.Text.Json;
using System.Xml.Linq;

namespace Grokking.Cli.Tests.Faults;

/// <summary>What the build takes in is pinned and checked; what the command does stays in its output folder.</summary>
public sealed class SupplyChainTests
{
    private static string Text(params string[] parts) =>
        File.ReadAllText(Path.Combine([Repository.Root, .. parts]));

    [Theory]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("RestorePackagesWithLockFile")]
    [InlineData("NuGetAudit")]
    [InlineData("Deterministic")]
    public void The_build_is_strict(string property) =>
        Assert.Equal(
            "true",
            XDocument.Parse(Text("Directory.Build.props")).Descendants(property).Single().Value
        );

    [Fact]
    public void Every_project_is_restored_by_its_lock_file()
    {
        string[] projects =
        [
            .. new[] { "src", "tests", "benchmarks" }.SelectMany(below =>
                Directory.EnumerateFiles(
                    Path.Combine(Repository.Root, below),
                    "*.csproj",
                    SearchOption.AllDirectories
                )
            ),
        ];
        Assert.True(projects.Length >= 8);
        Assert.All(
            projects,
            project =>
            {
                string path = Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");
                using var locked = JsonDocument.Parse(File.ReadAllText(path));
                foreach (
                    JsonProperty package in locked
                        .RootElement.GetProperty("dependencies")
                        .EnumerateObject()
                        .SelectMany(target => target.Value.EnumerateObject())
                )
                    if (package.Value.GetProperty("type").GetString() != "Project")
                        Assert.False(
                            string.IsNullOrEmpty(package.Value.GetProperty("contentHash").GetString()),
                            package.Name
                        );
            }
        );
        string build = Text("build", "build.cake");
        Assert.Contains("LockedMode = true", build, StringComparison.Ordinal);
        Assert.Contains("\"RestoreLockedMode\", \"true\"", build, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_npm_package_has_its_hash_and_is_installed_by_the_lock_file()
    {
        using var locked = JsonDocument.Parse(Text("build", "typeset", "package-lock.json"));
        JsonProperty[] packages =
        [
            .. locked
                .RootElement.GetProperty("packages")
                .EnumerateObject()
                .Where(package => package.Name.Length > 0),
        ];
        Assert.NotEmpty(packages);
        // Of the packages for another system than that which made the lock file it knows the version alone.
        Assert.All(
            packages.Where(package =>
                !package.Value.TryGetProperty("os", out _)
                || package.Name.EndsWith("linux-x64-gnu", StringComparison.Ordinal)
            ),
            package =>
                Assert.StartsWith(
                    "sha512-",
                    package.Value.GetProperty("integrity").GetString(),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("npm", Text("build", "build.cake"), StringComparison.Ordinal);
        Assert.Contains("\"ci --prefix\"", Text("build", "build.cake"), StringComparison.Ordinal);
        Assert.DoesNotContain("npm install", Text("build", "build.cake"), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_are_exact()
    {
        foreach (
            XElement package in XDocument
                .Parse(Text("Directory.Packages.props"))
                .Descendants("PackageVersion")
        )
            Assert.Matches(@"^\d+(\.\d+)+$", (string)package.Attribute("Version")!);
        using var tools = JsonDocument.Parse(Text(".config", "dotnet-tools.json"));
        foreach (JsonProperty tool in tools.RootElement.GetProperty("tools").EnumerateObject())
        {
            Assert.Matches(@"^\d+(\.\d+)+$", tool.Value.GetProperty("version").GetString()!);
            Assert.False(tool.Value.GetProperty("rollForward").GetBoolean(), tool.Name);
        }
    }

    [FactWithoutNetwork]
    public void From_nothing_to_a_report_without_a_network() =>
        FromNothingToAReport([.. FactWithoutNetworkAttribute.Isolation!]);

    /// <summary>Weaker, but possible everywhere: whatever could lead out leads nowhere.</summary>
    [Fact]
    public void From_nothing_to_a_report_without_a_way_out_and_without_a_file_elsewhere() =>
        FromNothingToAReport([]);

    /// <summary>Home, temporary and working folder are empty before and after.</summary>
    private static void FromNothingToAReport(string[] isolation)
    {
        using var folder = new TemporaryFolder();
        string[] elsewhere = ["home", "tmp", "cwd"];
        Array.ForEach(elsewhere, name => Directory.CreateDirectory(folder[name]));
        (string, string)[] environment =
        [
            ("HOME", folder["home"]),
            ("USERPROFILE", folder["home"]),
            ("DOTNET_CLI_HOME", folder["home"]),
            ("TMPDIR", folder["tmp"]),
            .. new[] { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" }.Select(name =>
                (name, "http://127.0.0.1:9")
            ),
        ];
        string[] isolated = ["env", "--chdir", folder["cwd"], .. isolation];
        string[] sources = Sources();
        foreach (string verb in new[] { "simulate", "draw", "report" })
            GrokkingProcess
                .RunUnder(
                    isolated,
                    environment,
                    [verb, .. QuickRun.Options, "--figure", "6", "--output", folder["output"]]
                )
                .AssertSucceeded();
        foreach (string name in elsewhere)
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder[name]));
        Assert.Equal(sources, Sources());
        Assert.True(File.Exists(folder["output", "report.pdf"]));
    }

    /// <summary>A test that says that it was skipped where the system lets no process have a network of its own, an empty one.</summary>
    private sealed class FactWithoutNetworkAttribute : FactAttribute
    {
        public FactWithoutNetworkAttribute()
        {
            if (Isolation is null)
                Skip = "no process may have a network of its own here; only the test with proxies ran";
        }

        public static readonly string[]? Isolation = Array.Find<string[]>(
            [
                ["unshare", "--net"],
                ["unshare", "--net", "--map-root-user"],
            ],
            IsPossible
        );

        private static bool IsPossible(string[] command)
        {
            try
            {
                using GrokkingProcess.Started trial = GrokkingProcess.Start(command, [], ["true"]);
                return trial.WaitForExit().ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Everything in the repository that no build makes, with when it was written.</summary>
    private static string[] Sources() =>
        [
            .. new[] { "src", "tests", "benchmarks", "build" }
                .SelectMany(below =>
                    Directory.EnumerateFiles(
                        Path.Combine(Repository.Root, below),
                        "*",
                        SearchOption.AllDirectories
                    )
                )
                .Where(path =>
                    !path.Split(Path.DirectorySeparatorChar)
                        .Any(part => part is "bin" or "obj" or "TestResults")
                )
                .Order(StringComparer.Ordinal)
                .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}"),
        ];
}
