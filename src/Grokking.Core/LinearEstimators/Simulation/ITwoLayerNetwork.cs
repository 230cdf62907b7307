using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A student network with its task: the training set and the teacher.</summary>
internal interface ITwoLayerNetwork
{
    /// <summary>The student at epoch 0, in the basis of inputs and the layout that this network works in.</summary>
    TwoLayerWeights Start { get; }

    /// <summary>How many weights the two layers have, without zeros that fill up a layout.</summary>
    (int First, int Second) Weights { get; }

    /// <summary>result ← −η ∇L_tr(weights) + keep · result, the change of the weights in one epoch.</summary>
    /// <param name="weights">Where the gradient is taken.</param>
    /// <param name="result">May be <paramref name="weights"/> itself: with keep = 1, a step of gradient descent.</param>
    /// <param name="keep">0 or 1.</param>
    void Change(TwoLayerWeights weights, TwoLayerWeights result, double keep);

    /// <summary>Steps of gradient descent: as <see cref="Change"/> with keep = 1, as often.</summary>
    /// <param name="weights">Changed.</param>
    /// <param name="epochs">How many, at least 0.</param>
    void Descend(TwoLayerWeights weights, long epochs);

    /// <summary>How many samples there are.</summary>
    int Samples(SampleSet set);

    /// <summary>f_S(x) − f_T(x), one sample a row, d_out columns.</summary>
    Matrix Errors(TwoLayerWeights weights, SampleSet set);

    /// <summary>
    /// The same, some samples at a time, in their order, computed when they are asked for. Valid only while the weights
    /// stay as they are.
    /// </summary>
    IEnumerable<Matrix> ErrorsByBlocks(TwoLayerWeights weights, SampleSet set);

    /// <summary>L_gen, the mean of ‖f_S(x) − f_T(x)‖²/d_out over x ~ N(0, I).</summary>
    double PopulationLoss(TwoLayerWeights weights);

    /// <summary>‖D‖² = ‖S⁽⁰⁾S⁽¹⁾ − T⁽⁰⁾T⁽¹⁾‖².</summary>
    double ProductDistance(TwoLayerWeights weights);
}
