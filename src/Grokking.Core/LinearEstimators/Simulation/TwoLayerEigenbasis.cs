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
    /// <summary>Rotates the inputs of a draw: two products with all samples, which networks on the same inputs share for λ ≤ 1.</summary>
    public static TwoLayerEigenbasis Of(TwoLayerDraw draw, ILinearAlgebra algebra)
    {
        var training = draw.Training;
        bool isWhole = training.Modes.Rows == training.Samples.Columns;
        // With fewer samples than dimensions the null space of Σ is needed too: D moves there with S⁽¹⁾.
        var (eigenvalues, modes) = isWhole
            ? new(training.ModeEigenvalues, training.Modes)
            : algebra.Eigendecompose(algebra.Covariance(training.Samples));
        return new(
            eigenvalues,
            Samples(training.Samples),
            Samples(draw.FreshSamples),
            Weights(draw.Teacher),
            Weights(draw.Student)
        );

        Matrix Samples(Matrix samples) =>
            isWhole
                ? training.AlongModes(samples).Transposed()
                : algebra.Product(samples, false, modes, true);

        TwoLayerWeights Weights(TwoLayerWeights weights) =>
            new(algebra.Product(modes, false, weights.First, false), weights.Second);
    }
}
