using Grokking.Curves;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>What one two-layer network showed.</summary>
/// <param name="Curves">Losses and accuracies; L_gen over all inputs is exact for tanh networks too.</param>
/// <param name="Norms">h, ‖S⁽¹⁾‖² and ‖D‖² at each epoch of the curves' grid.</param>
/// <param name="InitialNorms">The same at epoch 0.</param>
/// <param name="InitialModes">The d_out modes of the kernel S⁽¹⁾ᵀS⁽¹⁾ at epoch 0, κ ascending.</param>
/// <param name="GrokkingTime">
/// t*_tr and t*_gen: whole epochs by descent, real ones by flow. An accuracy of finite samples may cross its
/// level back and forth within a few epochs; this is an upward crossing in the first stretch, between epochs
/// of the grid or steps of the integrator, at whose end the level is met.
/// </param>
/// <param name="Gradients">
/// How many gradients of the network its training took, a step of descent one. Where a tanh network's flow is split, gradients of the
/// linear network, a hundred times cheaper, come on top uncounted.
/// </param>
/// <param name="Eigenvalues">ν, the d_in eigenvalues of Σ, ascending, zeros included.</param>
public sealed record TwoLayerResult(
    LearningCurves Curves,
    IReadOnlyList<TwoLayerNorms> Norms,
    TwoLayerNorms InitialNorms,
    IReadOnlyList<TwoLayerMode> InitialModes,
    GrokkingTime GrokkingTime,
    int Gradients,
    IReadOnlyList<double> Eigenvalues
);
