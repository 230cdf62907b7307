using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How do the curves, and how does Δt, depend on d_out? (figure 2)</summary>
public sealed record OutputDimensionStudy : IStudy<OutputDimensionResult>
{
    private const int UnequalPoints = 60;

    /// <inheritdoc/>
    public string Id => "output-dimension";

    /// <summary>The settings whose curves are recorded.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <summary>Settings, otherwise alike, of which only the times are measured.</summary>
    public required IReadOnlyList<Setting> Times { get; init; }

    /// <summary>λ of each curve by eq. 13, that of the settings among them.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>The curves by eq. 13 cover every whole d_out from 1 to this.</summary>
    public required int LargestOutputDimension { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Concat(Times).Select(setting => setting.Experiment);

    /// <inheritdoc/>
    public OutputDimensionResult Assemble(Measurements measurements, Execution execution)
    {
        int[] dimensions = [.. Enumerable.Range(1, LargestOutputDimension)];
        DelayCurve[] curves =
        [
            .. SampleRatios.Select(lambda => new DelayCurve(
                "lambda",
                lambda,
                [.. dimensions.Select(dimension => (double)dimension)],
                Delays.Exact(
                    [
                        .. dimensions.Select(dimension =>
                            Curves[0].Experiment.ToTheory() with
                            {
                                SampleRatio = lambda,
                                OutputDimension = dimension,
                            }
                        ),
                    ],
                    Curves[0].Experiment.Criterion,
                    execution
                )
            )),
        ];
        GrokkingTimeComparison[] times =
        [
            .. Curves
                .Concat(Times)
                .OrderBy(s => s.Experiment.OutputDimension)
                .Select(s => Comparison.OfTimes(s.SampleRatio, s.Experiment, measurements[s.Experiment])),
        ];
        DelayCurve unequal = Unequal(execution);
        DelayCurve equal = curves.Single(curve => curve.Value == unequal.Value);
        return new OutputDimensionResult
        {
            Settings =
            [
                .. Curves.Select(s =>
                    Comparison.OfCurves(s.SampleRatio, s.Experiment, measurements[s.Experiment])
                ),
            ],
            Delays = curves,
            Longest = [.. curves.Select(Longest)],
            MeasuredTimes = times,
            Unequal = unequal,
            UnequalOverEq13 =
            [
                .. unequal.Abscissae.Zip(
                    unequal.Delays,
                    (dimension, delay) => delay / equal.Delays[(int)dimension - 1]
                ),
            ],
            MeasuredOverEq13 = DelayOverEq13.Of(times),
        };
    }

    private DelayCurve Unequal(Execution execution)
    {
        OneLayerParameters here = Curves[0].Experiment.ToTheory() with
        {
            SampleRatio = Curves[0].SampleRatio,
        };
        SpectralMeasure spectrum = new MarchenkoPastur(here.SampleRatio).Measure();
        int[] dimensions = LogLog.WholeNumbers(1, LargestOutputDimension, UnequalPoints);
        var delays = new double?[dimensions.Length];
        Parallel.For(
            0,
            dimensions.Length,
            execution.Parallel,
            i =>
                delays[i] = UnequalOutputs
                    .Times(
                        new OneLayerTheory(spectrum, here with { OutputDimension = dimensions[i] }),
                        Curves[0].Experiment.Criterion
                    )
                    .Difference
        );
        return new DelayCurve(
            "lambda",
            here.SampleRatio,
            [.. dimensions.Select(dimension => (double)dimension)],
            delays
        );
    }

    private static LongestDelay Longest(DelayCurve curve)
    {
        var (delay, index) = curve.Delays.Select((delay, index) => (delay, index)).MaxBy(one => one.delay);
        return new LongestDelay(curve.Value, (int)curve.Abscissae[index], delay!.Value);
    }
}
