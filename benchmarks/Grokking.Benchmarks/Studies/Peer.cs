using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.Cli.Typesetting;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.Benchmarks.Studies;

/// <summary>A script of benchmarks/peers/ with a Python that has the library it needs.</summary>
internal sealed class Peer
{
    private static readonly string[] Libraries = ["numpy", "torch"];

    private readonly string python;
    private readonly string script;

    private Peer(string library, string python, string version)
    {
        (this.python, Version) = (python, version);
        script = Path.Combine(Typesetter.RepositoryRoot(), "benchmarks", "peers", $"{library}_descent.py");
    }

    /// <summary>The library with its version.</summary>
    public string Version { get; }

    /// <summary>The scripts that can run here, by library; null for one that cannot.</summary>
    public static IReadOnlyList<(string Library, Peer? Peer)> All { get; } =
    [.. Libraries.Select(library => (library, Find(library)))];

    /// <summary>What to say about those that cannot.</summary>
    public static string Note =>
        string.Concat(
            All.Select(one =>
                one.Peer is { } peer
                    ? $" {peer.Version}."
                    : $" {one.Library} skipped: no python3 here imports it."
            )
        );

    /// <summary>Trains for some steps, several times in a row.</summary>
    public PeerRun Train(OneLayerExperiment experiment, int steps) =>
        Run([
            .. Arguments(experiment, experiment.LearningRate, steps),
            "--outputs",
            $"{experiment.OutputDimension}",
        ]);

    /// <inheritdoc cref="Train(OneLayerExperiment, int)"/>
    public PeerRun Train(TwoLayerExperiment experiment, int steps) =>
        Run([
            .. Arguments(experiment, experiment.LearningRate, steps),
            "--outputs",
            $"{experiment.OutputDimension}",
            "--hidden",
            $"{experiment.HiddenWidth}",
        ]);

    private static string[] Arguments(IExperiment experiment, double rate, int steps) =>
        [
            "--inputs",
            $"{experiment.InputDimension}",
            "--samples",
            $"{experiment.TrainingSamples}",
            "--rate",
            $"{rate}",
            "--steps",
            $"{steps}",
        ];

    private PeerRun Run(string[] arguments) =>
        Answer(python, [script, .. arguments]) is { } answer
            ? JsonSerializer.Deserialize<PeerRun>(answer, Json.Compact)!
            : throw new InvalidOperationException($"{script} failed with {string.Join(' ', arguments)}");

    // The first python3 of the path is not always the one that the system's packages are installed for.
    private static Peer? Find(string library)
    {
        string ask = $"import {library}; print('{library}', {library}.__version__)";
        foreach (string candidate in new[] { "python3", "/usr/bin/python3", "python" })
            if (Answer(candidate, ["-c", ask]) is { } version)
                return new Peer(library, candidate, version);
        return null;
    }

    /// <summary>What it wrote to its standard output; null if it cannot be started or fails.</summary>
    private static string? Answer(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string answer = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null; // not installed
        }
    }
}
