using Grokking.Benchmarks.Measuring;
using Grokking.Benchmarks.Results;

namespace Grokking.Benchmarks;

/// <summary>A part of the benchmarks that can be run by itself; all its ratios are of one run.</summary>
internal interface ISection
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Measures, which takes minutes, and gives the tables.</summary>
    IEnumerable<Table> Measure(Bench bench);
}
