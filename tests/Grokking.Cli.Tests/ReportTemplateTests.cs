using System.Diagnostics;
using Grokking.Cli.Tests.Faults;
using static Grokking.Cli.Tests.ReportTests;

namespace Grokking.Cli.Tests;

/// <summary>What the report depends on outside its folder, in a repository that may be changed.</summary>
public sealed class ReportTemplateTests
{
    [Fact]
    public void Template_scripts_packages_and_commit_count()
    {
        using var clone = new OwnClone();
        using TemporaryFolder folder = QuickRun.Copy();
        var outcome = Report();
        outcome.AssertSucceeded();
        AssertTypeset(false, Report(), folder);
        string typeset = clone.Root["build", "typeset"];
        foreach (
            string name in new[]
            {
                "report.typ",
                "report/prose.typ",
                "report/another.typ",
                "report.mjs",
                "typst.mjs",
                "package-lock.json",
            }
        )
        {
            File.AppendAllText(Path.Combine(typeset, name), "\n");
            AssertTypeset(true, Report(), folder, name);
        }
        File.Move(
            Path.Combine(typeset, "report", "another.typ"),
            Path.Combine(typeset, "report", "other.typ")
        );
        AssertTypeset(true, Report(), folder, "a file with another name");
        AssertTypeset(false, Report(), folder);

        string[] commit =
        [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "commit",
            "--allow-empty",
            "--quiet",
            "--message=x",
        ];
        Git("init", "--quiet");
        for (int commits = 1; commits <= 2; commits++)
        {
            Git(commit);
            AssertTypeset(true, Report(), folder, $"commit {commits}");
        }
        AssertTypeset(false, Report(), folder);

        GrokkingProcess.Outcome Report() =>
            clone.Run(["report", .. QuickRun.Options, "--output", folder.Path]);

        void Git(params IEnumerable<string> arguments)
        {
            using Process git = Process.Start("git", ["-C", clone.Root.Path, .. arguments]);
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
    }
}
