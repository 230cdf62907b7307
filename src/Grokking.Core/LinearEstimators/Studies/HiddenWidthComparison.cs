using Grokking.Curves;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>A two-layer network while it learns, measured over replicas and predicted by the linear theory.</summary>
public sealed record HiddenWidthComparison
{
    /// <summary>λ as the paper quotes it.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>N_tr, which realises λ.</summary>
    public required int TrainingSamples { get; init; }

    /// <summary>d_h.</summary>
    public required int HiddenWidth { get; init; }

    /// <summary>d_out.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>g of tanh(g·h)/g; 0 for the linear network.</summary>
    public required double Gain { get; init; }

    /// <summary>Losses and accuracies; theory is eq. 19 as derived.</summary>
    public required LearningComparison Curves { get; init; }

    /// <summary>The sharper prediction for replica 0.</summary>
    public required FrozenPrediction FrozenKernel { get; init; }

    /// <summary>The losses in units of theory.</summary>
    public required LossesOverTheory OverTheory { get; init; }

    /// <summary>h = ½(‖S⁽⁰⁾‖² + ‖S⁽¹⁾‖²) against eq. 18 as derived, integrated along the lazy solution.</summary>
    public required ComparedCurve Weights { get; init; }

    /// <summary>h by eq. 18 as printed.</summary>
    public required IReadOnlyList<double> WeightsAsPrinted { get; init; }

    /// <summary>h(t) − h(0) over replicas, at every epoch.</summary>
    public required IReadOnlyList<SampleSummary> WeightsChange { get; init; }

    /// <summary>‖S⁽¹⁾‖² over replicas, at every epoch.</summary>
    public required IReadOnlyList<SampleSummary> OutputWeights { get; init; }

    /// <summary>‖D‖² = ‖S⁽⁰⁾S⁽¹⁾ − T⁽⁰⁾T⁽¹⁾‖² over replicas, at every epoch; for tanh networks too.</summary>
    public required IReadOnlyList<SampleSummary> Distance { get; init; }

    /// <summary>The largest |h(t)/h(0) − 1| of a replica at any epoch, over replicas.</summary>
    public required SampleSummary LargestWeightsChange { get; init; }

    /// <summary>t*_tr.</summary>
    public required TwoLayerTime Training { get; init; }

    /// <summary>t*_gen.</summary>
    public required TwoLayerTime Generalization { get; init; }

    /// <summary>Δt.</summary>
    public required TwoLayerTime Difference { get; init; }

    /// <summary>‖D(0)‖² over replicas.</summary>
    public required SampleSummary InitialDistance { get; init; }

    /// <summary>L_gen at the first recorded epoch over replicas.</summary>
    public required SampleSummary FirstGeneralizationLoss { get; init; }

    /// <summary>E‖D(0)‖² = 1/(2 d_h).</summary>
    public required double ExpectedInitialDistance { get; init; }

    /// <summary>h(0) over replicas; expected ½.</summary>
    public required SampleSummary InitialWeights { get; init; }

    /// <summary>Largest |log(measured/predicted)| of the losses over epochs and replicas, against eq. 19 as derived.</summary>
    public required TwoLayerDeviation FromTheory { get; init; }

    /// <summary>The same against the kernels drawn at epoch 0.</summary>
    public required TwoLayerDeviation FromFrozenKernel { get; init; }

    /// <summary>The same against eq. 19 as printed.</summary>
    public required TwoLayerDeviation FromPrinted { get; init; }

    /// <summary>
    /// The largest |log(measured/predicted)| of either loss of a replica at any epoch, against eq. 19 as derived, over
    /// replicas.
    /// </summary>
    public required SampleSummary ReplicasFromTheory { get; init; }

    /// <summary>The same against eq. 19 as printed.</summary>
    public required SampleSummary ReplicasFromPrinted { get; init; }

    /// <summary>
    /// The largest |log(L/L linear)| of either loss of a replica at any epoch, against the linear network that starts from
    /// the same draw, over replicas; null for the linear network itself.
    /// </summary>
    public required SampleSummary? ReplicasFromLinear { get; init; }

    /// <summary>The larger of the two numbers of <see cref="FromTheory"/>.</summary>
    public double LargestFromTheory => Math.Max(FromTheory.Training, FromTheory.Generalization);

    /// <summary>The larger of the two numbers of <see cref="FromPrinted"/>.</summary>
    public double LargestFromPrinted => Math.Max(FromPrinted.Training, FromPrinted.Generalization);

    /// <summary>Gradients that the longest run took.</summary>
    public required int Gradients { get; init; }

    internal string Label => $"d_h={HiddenWidth},gain={Gain:R}";
}
