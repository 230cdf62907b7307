using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Benchmarks.Kernels;

/// <summary>The paper's settings, as the paper profile has them, for all that is measured at its size.</summary>
internal static class Sizes
{
    private static IReadOnlyList<IStudy> Studies => Profile.Paper.Studies;

    /// <summary>The curve of figure 1 with λ = 0.1, 0.9 or 1.5.</summary>
    public static OneLayerExperiment Curve(double sampleRatio) =>
        Studies
            .OfType<SampleRatioStudy>()
            .Single()
            .Curves.Single(setting => setting.SampleRatio == sampleRatio)
            .Experiment;

    /// <summary>The curve of figure 2 with d_out = 1, 50 or 700.</summary>
    public static OneLayerExperiment Outputs(int outputs) =>
        Studies
            .OfType<OutputDimensionStudy>()
            .Single()
            .Curves.Single(setting => setting.Experiment.OutputDimension == outputs)
            .Experiment;

    /// <summary>Figure 5, its four networks and its replicas.</summary>
    public static HiddenWidthStudy TwoLayerStudy => Studies.OfType<HiddenWidthStudy>().Single();

    /// <summary>The network of figure 5 with d_h = 50 or 200, linear or tanh.</summary>
    public static TwoLayerExperiment TwoLayers(int hiddenWidth, bool tanh) =>
        TwoLayerStudy.Settings.Single(setting =>
            setting.HiddenWidth == hiddenWidth && setting.Gain == (tanh ? 1 : 0)
        );

    /// <summary>Figure 4.</summary>
    public static PhaseDiagramStudy PhaseDiagrams => Studies.OfType<PhaseDiagramStudy>().Single();
}
