using System.Diagnostics;
using System.Globalization;

namespace Grokking.Cli.Tests.Faults;

/// <summary>What the command started ends with it, even if it is killed alone: nobody works in a folder nobody holds.</summary>
public sealed class OrphanTests
{
    /// <summary>At its first write the typesetter says its number on a pipe, which it keeps open, and goes no further.</summary>
    private const string Stuck = """
        import fs from "node:fs";
        fs.writeFileSync = () => {
          fs.writeSync(fs.openSync(process.env.TEST_PIPE, "w"), `${process.pid}\n`);
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        };
        """;

    [Fact]
    public async Task The_typesetter_ends_with_the_command_even_while_it_is_busy()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.Delete(folder["figures", "figure-6.png"]);
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere["stuck.mjs"], Stuck);
        using (Process make = Process.Start("mkfifo", [elsewhere["pipe"]]))
            await make.WaitForExitAsync();
        using var run = GrokkingProcess.Start(
            [("NODE_OPTIONS", $"--import {elsewhere["stuck.mjs"]}"), ("TEST_PIPE", elsewhere["pipe"])],
            ["draw", .. QuickRun.Options, "--figure", "6", "--output", folder.Path]
        );
        // Opening waits for the typesetter to open the other end.
        using StreamReader pipe = await Task.Run(() => new StreamReader(elsewhere["pipe"]))
            .WaitAsync(GrokkingProcess.Patience);
        int typesetter = int.Parse((await pipe.ReadLineAsync())!, CultureInfo.InvariantCulture);
        try
        {
            run.KillAlone();
            Assert.Null(await pipe.ReadLineAsync().WaitAsync(GrokkingProcess.Patience)); // its end closed the pipe
        }
        catch (TimeoutException)
        {
            Process.GetProcessById(typesetter).Kill();
            throw;
        }
    }

    [Fact]
    public void A_varied_run_ends_with_the_command()
    {
        using var folder = new TemporaryFolder();
        using var vary = GrokkingProcess.Start(
            [],
            ["vary", "--profile", "quick", "--figure", "1", "--replicas", "10000", "--output", folder.Path]
        );
        vary.WaitUntilItSays("runs: ");
        vary.KillAlone();
        vary.WaitForExit(); // the other run holds the same standard output, and would hold it for hours
    }
}
