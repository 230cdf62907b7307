using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A draw in the eigenbasis of Σ, where Σ is diagonal: a change of basis of the inputs, under which networks stay what they are.</summary>
/// <param name="Eigenvalues">ν, all d_in of them.</param>
/// <param name="TrainingSamples">N_tr × d_in.</param>
/// <param name="FreshSamples">One a row.</param>
/// <param name="Teacher">T⁽⁰⁾ in the eigenbasis, and T⁽¹⁾.</param>
/// <param name="Student">S⁽⁰⁾ in the eigenbasis, and S⁽¹⁾, at epoch 0.</param>
internal sealed record TwoLayerEigenbasis(
    double[] Eigenvalues,
    Matrix TrainingSamples,
    Matrix FreshSamples,
    TwoLayerWeights Teacher,
    TwoLayerWeights Student
)
{
    /// <summary>Rotates the inputs of a draw: two products with all samples.</summary>
    public static TwoLayerEigenbasis Of(TwoLayerDraw draw, ILinearAlgebra algebra)
    {
        // With fewer samples than dimensions the null space of Σ is needed too: D moves there with S⁽¹⁾.
        var training = draw.Training;
        var (eigenvalues, modes) =
            training.Modes.Rows == training.Samples.Columns
                ? new(training.ModeEigenvalues, training.Modes)
                : algebra.Eigendecompose(algebra.Covariance(training.Samples));
        return new(
            eigenvalues,
            algebra.Product(training.Samples, false, modes, true),
            algebra.Product(draw.FreshSamples, false, modes, true),
            Rotated(draw.Teacher),
            Rotated(draw.Student)
        );

        TwoLayerWeights Rotated(TwoLayerWeights weights) =>
            new(algebra.Product(modes, false, weights.First, false), weights.Second);
    }
}
