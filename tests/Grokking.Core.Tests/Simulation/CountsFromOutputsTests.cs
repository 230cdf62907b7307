using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Outputs that follow from those of other epochs give exact counts.</summary>
public class CountsFromOutputsTests
{
    private const int Inputs = 24;
    private const int Count = 60;
    private static readonly ILinearAlgebra Algebra = Implementations.Managed;

    // More than are looked at one by one.
    private static readonly long[] Epochs =
    [
        0,
        .. Enumerable.Range(0, 70).Select(i => (long)Math.Pow(1.16, i)),
    ];

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(3, false, false)]
    [InlineData(3, true, false)]
    [InlineData(2, false, true)]
    [InlineData(2, true, true)]
    public void CountsAreExactHoweverNearAnErrorIsToEpsilon(int outputs, bool withLimit, bool withNullSpace)
    {
        var random = new Seed(9).For("counts from outputs", 0, "");
        var experiment = Cases.Experiment(30, outputs, 0);
        // Coordinates as modes: D at any epoch is written down entry by entry.
        int count = withNullSpace ? Inputs - 5 : Inputs;
        var modes = new Matrix(count, Inputs);
        for (int i = 0; i < count; i++)
            modes[i, i] = 1;
        double[] eigenvalues = [.. Enumerable.Range(0, count).Select(i => 0.01 + (0.1 * i))];
        var initial = random.GaussianMatrix(count, outputs);
        Matrix? limit = withLimit ? random.GaussianMatrix(count, outputs, 0.1) : null;
        DecayingRows components = new(
            [.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))],
            initial,
            limit
        );
        Matrix beyond = random.GaussianMatrix(Inputs, outputs);
        Array.Clear(beyond.Values, 0, count * outputs);
        DecayingRows? nullSpace = withNullSpace
            ? new(
                [.. new double[Inputs].Select(eigenvalue => Decay.Of(experiment, eigenvalue))],
                beyond,
                null
            )
            : null;
        Matrix samples = random.GaussianMatrix(Count, Inputs);
        double[][] errors = [.. Epochs.Select(ErrorsAt)];

        foreach (int k in new[] { 0, 15, 30, 45, 60 })
        foreach (double factor in new[] { 1 - 1e-9, 1 + 1e-9, 0.5, 2 })
        {
            double epsilon = errors[k].Order().ElementAt(Count / 2) * factor;
            int[] expected = [.. errors.Select(all => all.Count(error => error < epsilon))];
            Assert.Equal(expected, Counts(epsilon).Correct(Epochs));
            var prepared = Counts(epsilon);
            prepared.Prepare(Epochs[20], Epochs[65]);
            Assert.Equal(expected[20..65], prepared.Correct(Epochs[20..65]));
            Assert.Equal(expected[..5], prepared.Correct(Epochs[..5]));
        }

        CountsFromOutputs Counts(double epsilon) =>
            new(samples, new DistanceAlongModes(modes, components, Algebra), nullSpace, epsilon, Algebra);

        double[] ErrorsAt(long epoch) =>
            [
                .. Enumerable
                    .Range(0, Count)
                    .Select(sample =>
                        Enumerable
                            .Range(0, outputs)
                            .Sum(output =>
                                Math.Pow(
                                    Enumerable
                                        .Range(0, Inputs)
                                        .Sum(i => D(i, output, epoch) * samples[sample, i]),
                                    2
                                ) / outputs
                            )
                    ),
            ];

        double D(int i, int output, long epoch) =>
            i < count
                ? (
                    Math.Pow(1 - (2 * experiment.LearningRate * eigenvalues[i] / outputs), epoch)
                    * initial[i, output]
                ) + (limit?[i, output] ?? 0)
                : beyond[i, output];
    }

    [Fact]
    public void ABoundHalfAsLargeWouldMiscount()
    {
        // Where one mode's power is off by most: D and the sample along that mode alone, ε between what is computed and what is.
        var experiment = Cases.Experiment(30, 1, 0);
        Decay[] decays = [.. Enumerable.Range(0, Inputs).Select(i => Decay.Of(experiment, 0.01 + (0.1 * i)))];
        double[] rates = [.. decays.Select(decay => decay.Rate!.Value)];
        var span = new EpochSpan(rates);
        IReadOnlyList<long> anchors = span.Extend(Epochs);
        var worst = (
            from epoch in Epochs
            let coefficients = span.Coefficients(epoch)
            where coefficients is not null
            from mode in Enumerable.Range(0, Inputs)
            let off = coefficients.Zip(anchors, (c, anchor) => c * decays[mode].At(anchor)).Sum()
                - decays[mode].At(epoch)
            select (
                epoch,
                mode,
                off,
                Share: Math.Abs(off) / Math.Exp(-rates.Min() * epoch) / EpochSpan.Tolerance
            )
        ).MaxBy(one => one.Share);
        Assert.InRange(worst.Share, 0.5, 1);

        var initial = new Matrix(Inputs, 1);
        var modes = new Matrix(Inputs, Inputs);
        var sample = new Matrix(1, Inputs);
        (initial[worst.mode, 0], sample[0, worst.mode]) = (1, 1);
        for (int i = 0; i < Inputs; i++)
            modes[i, i] = 1;
        double error = Math.Pow(decays[worst.mode].At(worst.epoch), 2);
        bool isLarger = worst.off > 0;
        CountsFromOutputs counts = new(
            sample,
            new DistanceAlongModes(modes, new(decays, initial, null), Algebra),
            null,
            error * (isLarger ? 1 + 1e-12 : 1 - 1e-12),
            Algebra
        );
        Assert.Equal(isLarger ? 1 : 0, counts.Correct(Epochs).ElementAt(Array.IndexOf(Epochs, worst.epoch)));
    }
}
