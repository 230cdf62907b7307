using System.Runtime.InteropServices;
using Grokking.Cli.Provenance;
using Grokking.LinearAlgebra;

namespace Grokking.Benchmarks;

/// <summary>On what the numbers were measured.</summary>
internal static class Machine
{
    public static IReadOnlyDictionary<string, string> Describe(ILinearAlgebra algebra) =>
        new Dictionary<string, string>
        {
            ["processor"] = Processor(),
            ["cores"] = Environment.ProcessorCount.ToString(),
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["linear_algebra"] = algebra.Build is { } build ? $"{algebra.Name} {build}" : algebra.Name,
            ["load"] = Load(),
            ["commit"] = Commit.Current().ShortName,
        };

    // Names as "AMD EPYC" say little: family and model tell one from another.
    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        string[] lines = File.Exists(cpuInfo) ? File.ReadAllLines(cpuInfo) : [];
        return Value("model name") is { } name
            ? $"{name}, family {Value("cpu family")}, model {Value("model")}"
            : RuntimeInformation.ProcessArchitecture.ToString();

        string? Value(string key) =>
            lines.Select(line => line.Split(':', 2)).FirstOrDefault(pair => pair[0].Trim() == key)?[1].Trim();
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
