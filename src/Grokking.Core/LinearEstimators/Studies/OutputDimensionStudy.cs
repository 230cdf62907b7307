using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How do the curves, and how does Δt, depend on d_out? (figure 2)</summary>
public sealed record OutputDimensionStudy : IStudy<OutputDimensionResult>
{
    /// <inheritdoc/>
    public string Id => "output-dimension";

    /// <summary>The settings whose curves are recorded.</summary>
    public required IReadOnlyList<Setting> Curves { get; init; }

    /// <summary>λ of each curve by eq. 13.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>The curves by eq. 13 cover every whole d_out from 1 to this.</summary>
    public required int LargestOutputDimension { get; init; }

    /// <inheritdoc/>
    IEnumerable<IExperiment> IStudy.Experiments => Curves.Select(setting => setting.Experiment);

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
        };
    }

    private static LongestDelay Longest(DelayCurve curve)
    {
        var (delay, index) = curve.Delays.Select((delay, index) => (delay, index)).MaxBy(one => one.delay);
        return new LongestDelay(curve.Value, (int)curve.Abscissae[index], delay!.Value);
    }
}
