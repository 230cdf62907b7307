using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Rough errors give exact counts.</summary>
public class CountsOfManyOutputsTests
{
    private const int Inputs = 24;
    private const int Outputs = 15;
    private const int Count = 50;
    private static readonly ILinearAlgebra Algebra = Implementations.Managed;
    private static readonly long[] Epochs =
    [
        0,
        .. Enumerable.Range(0, 90).Select(i => (long)Math.Pow(1.12, i)),
    ];

    private readonly DecayingRows _components;
    private readonly Matrix _samples;
    private readonly double[][] _errors; // one after the other, by hand

    public CountsOfManyOutputsTests()
    {
        var random = new Seed(8).For("rough scores", 0, "");
        Matrix initial = random.GaussianMatrix(Inputs, Outputs);
        _samples = random.GaussianMatrix(Inputs, Count);
        double[] eigenvalues = [.. Enumerable.Range(0, Inputs).Select(i => 0.01 + (0.1 * i))];
        var experiment = Cases.Experiment(30, Outputs, 0);
        Decay[] decays = [.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))];
        _components = new(decays, initial, limit: null);
        _errors =
        [
            .. Epochs.Select(epoch =>
                Enumerable
                    .Range(0, Count)
                    .Select(sample =>
                        Enumerable
                            .Range(0, Outputs)
                            .Select(output =>
                                Enumerable
                                    .Range(0, Inputs)
                                    .Sum(i =>
                                        Math.Pow(1 - (2 * 0.06 * eigenvalues[i] / Outputs), epoch)
                                        * initial[i, output]
                                        * _samples[i, sample]
                                    )
                            )
                            .Sum(y => y * y / Outputs)
                    )
                    .ToArray()
            ),
        ];
    }

    private CountsOfManyOutputs Counts(double epsilon)
    {
        Lazy<DecayingRows> triangle = new(() => _components.Triangular(Algebra));
        return new(
            new(() => new(_samples, triangle.Value, Outputs, Algebra)),
            _components,
            new(() => OutputNorms.Of(_components.Initial, Algebra)),
            epsilon,
            Algebra
        );
    }

    [Fact]
    public void CountsAreExactHoweverNearAnErrorIsToEpsilon()
    {
        // Errors themselves, a billionth more and less, and what lies far from all: many within every bound.
        foreach (int k in new[] { 0, 20, 45, 70, 85 })
        foreach (double factor in new[] { 1 - 1e-9, 1 + 1e-9, 0.5, 2 })
        {
            double epsilon = _errors[k].Order().ElementAt(Count / 2) * factor;
            int[] expected = [.. _errors.Select(errors => errors.Count(error => error < epsilon))];
            Assert.Equal(expected, Counts(epsilon).Correct(Epochs));
            // One at a time nothing is known of later epochs.
            CountsOfManyOutputs counts = Counts(epsilon);
            Assert.Equal(expected, Epochs.Select(epoch => counts.Correct([epoch]).Single()));
        }
    }

    [Fact]
    public void OnceAllAreSurelyCorrectNobodyLooks()
    {
        // From the first epoch at which ‖G‖‖rᵗx̃‖²/d_out is below ε for all samples; before it, errors are computed.
        CountsOfManyOutputs counts = Counts(epsilon: 1);
        double[] eigenvalues = Algebra
            .Eigendecompose(Algebra.Product(_components.Initial, false, _components.Initial, true))
            .Eigenvalues;
        bool[] surely =
        [
            .. Epochs.Select(epoch =>
                Enumerable
                    .Range(0, Count)
                    .All(sample =>
                        eigenvalues[^1]
                            / Outputs
                            * Enumerable
                                .Range(0, Inputs)
                                .Sum(i => Math.Pow(_components.Factor(i, epoch) * _samples[i, sample], 2))
                        < 1
                    )
            ),
        ];
        Assert.Contains(true, surely);
        Assert.Contains(false, surely);
        Assert.Equal(surely, counts.SurelyAllCorrect(Epochs));

        // Nobody looks: not even wrong errors change a count from there on, while they do before.
        Lazy<ErrorsOfManyOutputs> wrong = new(() =>
            new(
                _samples,
                new DecayingRows(
                    [.. Enumerable.Repeat(Decay.Of(Cases.Experiment(30, Outputs, 0), 0), Inputs)],
                    Large(),
                    null
                ),
                Outputs,
                Algebra
            )
        );
        CountsOfManyOutputs blind = new(
            wrong,
            _components,
            new(() => OutputNorms.Of(_components.Initial, Algebra)),
            1,
            Algebra
        );
        Assert.Equal(surely, blind.Correct(Epochs).Select(correct => correct == Count));

        static Matrix Large()
        {
            var large = new Matrix(Inputs, Outputs);
            Array.Fill(large.Values, 1e6);
            return large;
        }
    }

    [Fact]
    public void SomeSamplesAtOneEpochAreThoseOfAll()
    {
        var errors = new ErrorsOfManyOutputs(_samples, _components.Triangular(Algebra), Outputs, Algebra);
        int[] some = [49, 0, 7];
        Matrix all = errors.At(Epochs);
        for (int k = 0; k < Epochs.Length; k++)
            Assert.All(
                some.Zip(errors.Of(some, Epochs[k])),
                pair =>
                {
                    Assert.Equal(1, pair.Second / _errors[k][pair.First], 1e-11);
                    Assert.Equal(1, all[k, pair.First] / _errors[k][pair.First], 1e-11);
                }
            );
    }
}
