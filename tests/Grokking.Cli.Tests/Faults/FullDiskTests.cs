using System.Diagnostics;

namespace Grokking.Cli.Tests.Faults;

/// <summary>A file system of its own that is full to the last byte, in memory; needs a namespace to mount it in.</summary>
public sealed class FullDiskTests
{
    // The command's --output is $1/output, on a file system that only it sees; 42: something there has changed.
    private const string Script = """
        set -e
        folder=$1; results=$2; shift 2
        mount -t tmpfs -o size=64m tmpfs "$folder"
        cp -r "$results" "$folder/output"
        content() { find "$folder/output" -type f ! -name .lock -print0 | sort -z | xargs -0 sha256sum; }
        before=$(content)
        dd if=/dev/zero of="$folder/rest" bs=4k 2>/dev/null || true
        "$@" || code=$?
        [ "$before" = "$(content)" ] || exit 42
        rm "$folder/rest"
        "$@" >/dev/null 2>&1 || exit 43
        exit "${code:-0}"
        """;

    private static readonly string[] Namespace =
    [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "bash",
        "-c",
        Script,
        "bash",
    ];

    [TheoryWithNamespaces]
    [InlineData("simulate", "--seed", "7", "--figure", "6")]
    [InlineData("draw", "--force", "--figure", "6")]
    [InlineData("report")]
    public void On_a_full_disk_earlier_results_stay_and_with_room_it_goes_on(
        string verb,
        params string[] more
    )
    {
        using var folder = new TemporaryFolder();
        using TemporaryFolder results = QuickRun.Copy();
        // So that there is a report to write.
        File.Delete(results["report.pdf"]);
        var outcome = GrokkingProcess.RunUnder(
            [.. Namespace, folder.Path, results.Path],
            [],
            [verb, .. QuickRun.Options, "--output", folder["output"], .. more]
        );
        Assert.True(
            outcome.ExitCode == ExitCode.CouldNotRun,
            $"exit code {outcome.ExitCode}: {outcome.Error}"
        );
        Assert.Contains("cannot be written", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>A test that says that it was skipped where no file system can be mounted.</summary>
    private sealed class TheoryWithNamespacesAttribute : TheoryAttribute
    {
        public TheoryWithNamespacesAttribute()
        {
            if (!CanMount())
                Skip = "this machine lets nobody mount a file system; NoRoomTests imitate a full one";
        }

        private static bool CanMount()
        {
            try
            {
                using var probe = Process.Start(
                    new ProcessStartInfo(
                        Namespace[0],
                        [.. Namespace[1..4], "mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath()]
                    )
                    {
                        RedirectStandardError = true,
                        UseShellExecute = false,
                    }
                )!;
                probe.WaitForExit();
                return probe.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false; // there is no such command
            }
        }
    }
}
