namespace Grokking.Benchmarks.Kernels;

/// <summary>The least that a kernel has to do.</summary>
/// <param name="What">The kernel with its size.</param>
/// <param name="Method">The benchmark's method.</param>
/// <param name="Flops">Additions and multiplications that no way around is known for.</param>
/// <param name="Bytes">What has to be read or written if it does not fit any cache; 0 if it does.</param>
/// <param name="Counted">What was counted.</param>
internal sealed record Floor(string What, string Method, double Flops, double Bytes, string Counted)
{
    // Range reduction, a polynomial of degree 11, scaling.
    private const double Exponential = 25;

    /// <summary>Every kernel with its floor.</summary>
    public static IReadOnlyList<Floor> All()
    {
        double nodes = TheoryKernels.Nodes;
        var (one, two) = (SimulationKernels.OneLayer, SimulationKernels.Tanh);
        double inputs = one.InputDimension;
        double samples = one.TrainingSamples;
        double cube = Math.Pow(MachineKernels.Order, 3);
        double epochs = SimulationKernels.Epochs.Count;
        double perLook = (2 * inputs * inputs) + (2 * inputs * one.TestSamples);
        return
        [
            new(
                "product of two 1000 × 1000 matrices",
                nameof(MachineKernels.Product),
                2 * cube,
                0,
                "2n³ flops"
            ),
            new(
                "copy of 256 MB",
                nameof(MachineKernels.Copy),
                0,
                16.0 * MachineKernels.Copied,
                "read and written once"
            ),
            new(
                $"L_gen by quadrature, {nodes} nodes",
                nameof(TheoryKernels.Quadrature),
                nodes * (Exponential + 4),
                0,
                "an exponential (25 flops) and two sums a node"
            ),
            new(
                "L_gen in closed form",
                nameof(TheoryKernels.ClosedForm),
                Exponential + (3 * 2 * 30),
                0,
                "an exponential and three special functions of 30 terms each"
            ),
            new(
                "one grokking time",
                nameof(TheoryKernels.GrokkingTime),
                nodes * ((3 * Exponential) + (2 * 5 * (Exponential + 4))),
                0,
                "the rule, three exponentials a node, and two roots of five looks each"
            ),
            new(
                $"Gaussian matrix {samples} × {inputs}",
                nameof(SimulationKernels.Gaussian),
                0,
                8 * samples * inputs,
                "written once"
            ),
            new(
                $"covariance of {samples} × {inputs}",
                nameof(SimulationKernels.Covariance),
                samples * inputs * (inputs + 1),
                0,
                "half of a product, by symmetry"
            ),
            new(
                $"eigendecomposition {inputs} × {inputs}",
                nameof(SimulationKernels.Eigendecomposition),
                10.0 / 3 * Math.Pow(inputs, 3),
                0,
                "4n³/3 to tridiagonal form and 2n³ back"
            ),
            new(
                $"tridiagonal form {inputs} × {inputs} and eigenvalues",
                nameof(SimulationKernels.Eigenvalues),
                4.0 / 3 * Math.Pow(inputs, 3),
                0,
                "4n³/3, half of them products with a vector"
            ),
            new(
                $"accuracies of {one.TestSamples} samples at {epochs} epochs",
                nameof(SimulationKernels.Accuracies),
                epochs * perLook,
                0,
                "D from its modes, and the samples' product with D, at every epoch"
            ),
            new(
                $"tanh gradient, {two.TrainingSamples} × {inputs} × {two.HiddenWidth}",
                nameof(SimulationKernels.TanhGradient),
                4.0 * two.TrainingSamples * two.HiddenWidth * (inputs + (1.5 * two.OutputDimension))
                    + (two.TrainingSamples * two.HiddenWidth * Exponential),
                0,
                "the products forwards and back, and one exponential a hidden unit and sample"
            ),
        ];
    }
}
