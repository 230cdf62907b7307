using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>At which d_out is Δt longest, in theory and in networks, and is eq. 13's accuracy to blame? (§3.2)</summary>
public sealed record LongestDelayStudy : IStudy<LongestDelayResult>
{
    /// <inheritdoc/>
    public string Id => "longest-delay";

    /// <summary>The same setting at d_out around the longest Δt, increasing, three at least.</summary>
    public required IReadOnlyList<Setting> Around { get; init; }

    /// <summary>Settings with other d_out of which eq. 13's times are put to the test.</summary>
    public required IReadOnlyList<Setting> Others { get; init; }

    /// <summary>λ at which theory's d_out of the longest Δt is given, increasing.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>Theory looks at every whole d_out from 1 to this.</summary>
    public required int LargestOutputDimension { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments =>
        Around.Concat(Others).Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public LongestDelayResult Assemble(Measurements measurements, Execution execution)
    {
        OneLayerExperiment first = Around[0].Experiment;
        OneLayerParameters here = first.ToTheory();
        UnequalTimes[] around = [.. Around.Select(Compare)];
        int[] dimensions = [.. Enumerable.Range(1, LargestOutputDimension)];
        int[] peaks = new int[SampleRatios.Count];
        double[] unequal = new double[dimensions.Length];
        Parallel.For(0, peaks.Length, execution.Parallel, i => peaks[i] = Peak(SampleRatios[i]));
        Parallel.For(
            0,
            unequal.Length,
            execution.Parallel,
            i =>
                unequal[i] = UnequalOutputs
                    .Times(new OneLayerTheory(here with { OutputDimension = dimensions[i] }), first.Criterion)
                    .Difference!.Value
        );
        return new LongestDelayResult
        {
            SampleRatio = Around[0].SampleRatio,
            Around = around,
            Others = [.. Others.Select(Compare)],
            Measured = LogLogPeak.Of(
                [.. around.Select(one => (double)one.Times.OutputDimension)],
                [.. around.Select(one => one.Times.Difference.Values)]
            ),
            ByEq13 = Peak(here.SampleRatio),
            ByUnequalOutputs = dimensions[Array.IndexOf(unequal, unequal.Max())],
            SampleRatios = SampleRatios,
            Peaks = peaks,
        };

        int Peak(double lambda) =>
            LongestGrokking
                .Find(
                    new MarchenkoPastur(lambda).Measure(),
                    here with
                    {
                        SampleRatio = lambda,
                    },
                    first.Criterion,
                    LargestOutputDimension
                )!
                .OutputDimension;

        UnequalTimes Compare(Setting setting) => UnequalTimes.Of(setting, measurements[setting.Experiment]);
    }
}
