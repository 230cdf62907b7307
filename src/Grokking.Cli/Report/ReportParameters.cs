using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Report;

/// <summary>The table of parameters: of one layer, which most figures share, and of two.</summary>
internal static class ReportParameters
{
    public static IEnumerable<object> Of(Run run)
    {
        SampleRatioStudy one = Study<SampleRatioStudy>();
        OneLayerExperiment single = one.Curves[0].Experiment;
        HiddenWidthStudy two = Study<HiddenWidthStudy>();
        TwoLayerExperiment layers = two.Settings[0];
        TwoLayerExperiment gain = Study<GainStudy>().Settings[0];
        OneLayerExperiment outputs = Study<OutputDimensionStudy>().Curves[^1].Experiment;
        return
        [
            Parameter("d_\"in\"", "input dimension", single.InputDimension),
            Parameter("d_\"out\"", "output dimension, unless a figure varies it", single.OutputDimension),
            Parameter("eta", "learning rate", single.LearningRate),
            Parameter("gamma", "weight decay, unless a figure varies it", single.WeightDecay),
            Parameter("epsilon", "error below which a sample is correct", single.Criterion.Epsilon),
            Parameter("A^*", "accuracy level that marks t*", single.Criterion.Level),
            Parameter("N_\"test\"", "fresh samples for one output", single.TestSamples),
            Parameter(
                "N_\"test\"",
                "fresh samples for several outputs and for two layers",
                outputs.TestSamples
            ),
            Parameter("R", "replicas of a one-layer setting", run.ReplicasOf(one)),
            Parameter("R", "replicas of a two-layer setting", run.ReplicasOf(two)),
            Parameter("d_\"in\"", "input dimension of two layers, figure 5", layers.InputDimension),
            Parameter("d_\"in\"", "input dimension of two layers, figure 5b", gain.InputDimension),
            Parameter("d_\"out\"", "output dimension of two layers", layers.OutputDimension),
            Parameter(
                "d_h",
                "hidden width, figure 5",
                [.. two.Settings.Select(setting => (double)setting.HiddenWidth)]
            ),
            Parameter("d_h", "hidden width, figure 5b", gain.HiddenWidth),
            Parameter(
                "epsilon",
                "error below which a sample is correct, two layers",
                layers.Criterion.Epsilon
            ),
        ];

        TStudy Study<TStudy>() => run.Profile.Studies.OfType<TStudy>().Single();
    }

    private static object Parameter(string symbol, string meaning, params double[] values) =>
        new
        {
            Symbol = symbol,
            Meaning = meaning,
            Values = values.Distinct(),
        };
}
