using System.Numerics.Tensors;
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

    /// <summary>What is wrong with the training labels, N_tr × d_out, entries N(0, σ²); null if nothing is.</summary>
    public Matrix? LabelNoise { get; init; }

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
            Network("teacher", scale: 1),
            Network("student", experiment.StudentScale)
        )
        {
            LabelNoise = experiment.LabelNoise > 0 ? Noise(experiment.TrainingSamples) : null,
        };

        Matrix Network(string role, double scale) =>
            seed.For(Study, replica, $"{role} {inputs} × {outputs}")
                .GaussianMatrix(inputs, outputs, scale * Math.Sqrt(0.5 / inputs / outputs));

        Matrix Noise(int samples) =>
            seed.For(Study, replica, $"label noise {samples} × {outputs}")
                .GaussianMatrix(samples, outputs, experiment.LabelNoise);
    }

    /// <summary>D at epoch 0, S − T.</summary>
    internal Matrix Distance()
    {
        var distance = new Matrix(Student.Rows, Student.Columns);
        TensorPrimitives.Subtract(Student.Values, Teacher.Values, distance.Values);
        return distance;
    }

    /// <summary>Xᵀδ/N_tr, d_in × d_out: where noisy labels pull the student; null for clean ones.</summary>
    internal Matrix? Pull(ILinearAlgebra algebra) =>
        LabelNoise is null
            ? null
            : algebra.Product(Training.Samples, true, LabelNoise, false, 1.0 / LabelNoise.Rows);

    /// <summary>The inputs of <see cref="FreshSamples"/>, the same for every setting with their sizes.</summary>
    public static Matrix FreshInputs(Seed seed, int replica, int count, int inputDimension) =>
        Inputs(seed, replica, "fresh", count, inputDimension);

    /// <summary>Standard normal inputs for a role.</summary>
    internal static Matrix Inputs(Seed seed, int replica, string role, int count, int inputDimension) =>
        seed.For(Study, replica, $"{role} inputs {count} × {inputDimension}")
            .GaussianMatrix(count, inputDimension);
}
