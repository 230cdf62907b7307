using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Everything random in one run.</summary>
/// <param name="Training">The training inputs and their spectrum.</param>
/// <param name="FreshSamples">Inputs never trained on, one a row, entries N(0, 1).</param>
/// <param name="Teacher">T, d_in × d_out, entries N(0, 1/(2 d_in d_out)).</param>
/// <param name="Student">S at epoch 0, drawn like the teacher.</param>
/// <remarks>
/// Each matrix has a stream of its own, named by seed, replica, what it is, and its size: it depends on nothing
/// else, neither on what was drawn before nor on the linear algebra.
/// </remarks>
public sealed record OneLayerDraw(TrainingSet Training, Matrix FreshSamples, Matrix Teacher, Matrix Student)
{
    private const string Study = "one-layer";

    /// <summary>Draws what a setting needs beside its training set.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replica">Which repetition.</param>
    /// <param name="experiment">Gives the sizes.</param>
    /// <param name="training">Drawn with the same seed and replica, with the setting's N_tr and d_in.</param>
    /// <param name="fresh">What <see cref="FreshInputs"/> gives, if that was drawn already.</param>
    public static OneLayerDraw Draw(
        Seed seed,
        int replica,
        OneLayerExperiment experiment,
        TrainingSet training,
        Matrix? fresh = null
    )
    {
        var (inputs, outputs) = (experiment.InputDimension, experiment.OutputDimension);
        return new(
            training,
            fresh ?? FreshInputs(seed, replica, experiment.TestSamples, inputs),
            Network("teacher"),
            Network("student")
        );

        Matrix Network(string role) =>
            seed.For(Study, replica, $"{role} {inputs} × {outputs}")
                .GaussianMatrix(inputs, outputs, Math.Sqrt(0.5 / inputs / outputs));
    }

    /// <summary>The inputs of <see cref="FreshSamples"/>, the same for every setting with their sizes.</summary>
    public static Matrix FreshInputs(Seed seed, int replica, int count, int inputDimension) =>
        Inputs(seed, replica, "fresh", count, inputDimension);

    /// <summary>Standard normal inputs for a role.</summary>
    internal static Matrix Inputs(Seed seed, int replica, string role, int count, int inputDimension) =>
        seed.For(Study, replica, $"{role} inputs {count} × {inputDimension}")
            .GaussianMatrix(count, inputDimension);
}
