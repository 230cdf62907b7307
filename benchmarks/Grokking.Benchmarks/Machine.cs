using System.Runtime.InteropServices;
using Grokking.Cli.Provenance;
using Grokking.LinearAlgebra;

namespace Grokking.Benchmarks;

/// <summary>On what the numbers were measured.</summary>
internal static class Machine
{
    public static IReadOnlyDictionary<string, string> Describe(ILinearAlgebra algebra)
    {
        Commit commit = Commit.Current();
        return new Dictionary<string, string>
        {
            ["processor"] = Processor(),
            ["cores"] = Environment.ProcessorCount.ToString(),
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["linear_algebra"] = algebra.Name,
            ["load"] = Load(),
            ["commit"] = commit.IsDirty ? $"{commit.Short} with uncommitted changes" : commit.Short,
        };
    }

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        string? line = File.Exists(cpuInfo)
            ? File.ReadLines(cpuInfo)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    /// <summary>How many wanted to run before this did: more than none, and others had their share.</summary>
    private static string Load()
    {
        const string average = "/proc/loadavg";
        return File.Exists(average)
            ? $"{File.ReadAllText(average).Split(' ')[0]} on average in the minute before"
            : "unknown";
    }
}
