using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Everything random in one run of a two-layer network. Linear and tanh networks share one draw.</summary>
/// <param name="Training">The training inputs and their spectrum.</param>
/// <param name="FreshSamples">Inputs never trained on, one a row, entries N(0, 1).</param>
/// <param name="Teacher">T⁽⁰⁾ and T⁽¹⁾, entries N(0, 1/(2 d_in d_h)) and N(0, 1/(2 d_out d_h)).</param>
/// <param name="Student">S⁽⁰⁾ and S⁽¹⁾ at epoch 0, drawn like the teacher.</param>
/// <remarks>The inputs are those of the one-layer networks with the same seed, replica and sizes.</remarks>
public sealed record TwoLayerDraw(
    TrainingSet Training,
    Matrix FreshSamples,
    TwoLayerWeights Teacher,
    TwoLayerWeights Student
)
{
    private const string Study = "two-layer";

    /// <summary>Draws what a setting needs beside its training set.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replica">Which repetition.</param>
    /// <param name="experiment">Gives the sizes.</param>
    /// <param name="training">Drawn with the same seed and replica, with the setting's N_tr and d_in.</param>
    /// <param name="fresh">What <see cref="OneLayerDraw.FreshInputs"/> gives, if that was drawn already.</param>
    public static TwoLayerDraw Draw(
        Seed seed,
        int replica,
        TwoLayerExperiment experiment,
        TrainingSet training,
        Matrix? fresh = null
    )
    {
        var (inputs, hidden, outputs) = (
            experiment.InputDimension,
            experiment.HiddenWidth,
            experiment.OutputDimension
        );
        return new(
            training,
            fresh ?? OneLayerDraw.FreshInputs(seed, replica, experiment.TestSamples, inputs),
            Network("teacher"),
            Network("student")
        );

        TwoLayerWeights Network(string role) =>
            new(Layer(role, inputs, hidden), Layer(role, hidden, outputs));

        // Both layers have ‖·‖² = ½ on average: the variance is half of one over the number of entries.
        Matrix Layer(string role, int rows, int columns) =>
            seed.For(Study, replica, $"{role} {inputs} – {hidden} – {outputs}, {rows} × {columns}")
                .GaussianMatrix(rows, columns, Math.Sqrt(0.5 / rows / columns));
    }
}
