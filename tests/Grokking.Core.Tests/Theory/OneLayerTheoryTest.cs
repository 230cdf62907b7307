using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

namespace Grokking.Core.Tests.Theory;

/// <summary>The losses against oracles that share nothing with the implementation.</summary>
public sealed class OneLayerTheoryTest
{
    private static readonly double[] Spectrum = [0.05, 0.3, 0.9, 1.4, 2.6];

    private static OneLayerParameters Parameters(
        double ratio = 1,
        int outputs = 1,
        double rate = 0.01,
        double decay = 0
    ) =>
        new()
        {
            SampleRatio = ratio,
            OutputDimension = outputs,
            LearningRate = rate,
            WeightDecay = decay,
        };

    /// <summary>
    /// Both losses after whole steps of eq. 3, D ← (1 − 2ην/d_out)D − (ηγ/d_out)(D + T), for D = aS − bT in each mode,
    /// where the d_out entries of S and T each have variance 1/(2 d_in d_out) and there are d_in modes.
    /// </summary>
    private static (double Training, double Generalization) StepLiterally(
        double[] spectrum,
        OneLayerParameters parameters,
        int steps
    )
    {
        double perStep = parameters.LearningRate / parameters.OutputDimension;
        var (training, generalization) = (0.0, 0.0);
        foreach (double node in spectrum)
        {
            var (a, b) = (1.0, 1.0);
            for (int i = 0; i < steps; i++)
            {
                a = ((1 - (2 * perStep * node)) * a) - (perStep * parameters.WeightDecay * a);
                b = ((1 - (2 * perStep * node)) * b) - (perStep * parameters.WeightDecay * (b - 1));
            }
            double variance = 1.0 / (2 * spectrum.Length * parameters.OutputDimension);
            double squared = parameters.OutputDimension * ((a * a) + (b * b)) * variance;
            training += node * squared / parameters.OutputDimension;
            generalization += squared / parameters.OutputDimension;
        }
        return (training, generalization);
    }

    [Theory]
    [InlineData(1, 0.01, 0.0)]
    [InlineData(1, 0.3, 0.0)]
    [InlineData(3, 0.3, 0.2)]
    [InlineData(7, 1.0, 1e-3)]
    [InlineData(1, 0.36, 0.01)] // 2ην > 1 in the last mode: even steps only
    public void Descent_is_the_iteration_of_eq_3(int outputs, double rate, double decay)
    {
        OneLayerParameters parameters = Parameters(1.25, outputs, rate, decay);
        double[] spectrum = [.. Spectrum, 0];
        var theory = new OneLayerTheory(
            SpectralMeasure.Of(Spectrum, zeroModes: 1),
            parameters,
            Dynamics.Descent
        );
        foreach (int steps in new[] { 0, 2, 10, 200 })
        {
            var (training, generalization) = StepLiterally(spectrum, parameters, steps);
            // 200 steps of rounding.
            Approximately.Equal(training, theory.TrainingLoss.At(steps).Value, 1e-13, $"training at {steps}");
            Approximately.Equal(
                generalization,
                theory.GeneralizationLoss.At(steps).Value,
                1e-13,
                $"at {steps}"
            );
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Descent_tends_to_flow_at_first_order_in_the_learning_rate(double decay)
    {
        double Difference(double rate)
        {
            double time = 4 / rate;
            double flow = Loss(rate, Dynamics.Flow).At(time).Value;
            return Math.Abs(Loss(rate, Dynamics.Descent).At(time).Value - flow) / flow;
        }
        LossCurve Loss(double rate, Dynamics dynamics) =>
            new OneLayerTheory(
                SpectralMeasure.Of(Spectrum),
                Parameters(rate: rate, decay: decay),
                dynamics
            ).TrainingLoss;
        double order = Math.Log2(Difference(2e-4) / Difference(1e-4));
        Assert.Equal(1, order, 0.01); // the second order is 1e-4 of the first here
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(0.999999)]
    [InlineData(1)]
    [InlineData(1.000001)]
    [InlineData(1.5)]
    [InlineData(100)]
    public void Flow_without_decay_is_the_closed_form(double ratio)
    {
        const int outputs = 3;
        var theory = new OneLayerTheory(Parameters(ratio, outputs));
        double edge = new MarchenkoPastur(ratio).LowerEdge;
        for (double etaTime = 1e-4; 4 * etaTime * edge < 300 && etaTime < 1e24; etaTime *= 9)
        {
            double time = etaTime / 0.01 * outputs;
            // The promise is 1e-9; measured 6e-14, of which 300 roundings are the exponent's. Cancellation in the closed
            // form of L_gen costs the factor 1/λ.
            Approximately.Equal(
                ClosedForms.TrainingLoss(ratio, etaTime) / outputs,
                theory.TrainingLoss.At(time).Value,
                2e-13,
                $"training at ηt = {etaTime}"
            );
            Approximately.Equal(
                ClosedForms.GeneralizationLoss(ratio, etaTime) / outputs,
                theory.GeneralizationLoss.At(time).Value,
                2e-12,
                $"generalisation at ηt = {etaTime}"
            );
        }
    }

    [Theory]
    [InlineData(0.9, 0.0, 1)]
    [InlineData(0.9, 0.01, 4)]
    [InlineData(1.5, 0.01, 1)]
    [InlineData(1.5, 0.0, 2)]
    public void Limits_are_what_late_times_approach(double ratio, double decay, int outputs)
    {
        var theory = new OneLayerTheory(Parameters(ratio, outputs, decay: decay));
        foreach (LossCurve loss in new[] { theory.TrainingLoss, theory.GeneralizationLoss })
            Assert.Equal(loss.Final().Value, loss.At(1e9).Value, 1e-14 * loss.At(0).Value);
        if (decay == 0)
            Assert.Equal(
                Math.Max(0, 1 - (1 / ratio)) / outputs,
                theory.GeneralizationLoss.Final().Value,
                1e-15
            );
    }

    [Theory]
    [InlineData(Dynamics.Flow, 0.0)]
    [InlineData(Dynamics.Flow, 0.02)]
    [InlineData(Dynamics.Descent, 0.02)]
    public void The_derivative_is_that_of_the_logarithm(Dynamics dynamics, double decay)
    {
        var theory = new OneLayerTheory(Parameters(1.5, 2, decay: decay), dynamics);
        foreach (LossCurve loss in new[] { theory.TrainingLoss, theory.GeneralizationLoss })
        {
            foreach (double time in new[] { 0.5, 30, 2000 })
            {
                double h = 1e-4 * time;
                double slope = (loss.LogAt(time + h).Value - loss.LogAt(time - h).Value) / (2 * h);
                // h² log L''' and 1e-15/h: below 1e-7 of a slope that is not flat.
                Assert.Equal(
                    slope,
                    loss.LogDerivative(time).Value,
                    (1e-7 * Math.Abs(slope)) + (1e-11 / time)
                );
            }
        }
    }

    [Fact]
    public void Logarithms_outlive_the_losses_themselves()
    {
        var theory = new OneLayerTheory(Parameters(1.5));
        const double time = 1e6;
        Assert.Equal(0, theory.TrainingLoss.At(time).Value);
        double edge = new MarchenkoPastur(1.5).LowerEdge;
        // Eq. 22, good to 3/(64 √λ ηt) = 4e-6 of the loss here, without its exponential.
        double prefactor = LateTime.TrainingLoss(1.5, 1e-9) * Math.Pow(1e-9 / 1e4, 1.5);
        Assert.Equal(
            (-0.04 * edge * time) + Math.Log(prefactor),
            theory.TrainingLoss.LogAt(time).Value,
            5e-6
        );
        Approximately.Equal(
            (-0.04 * edge) - (1.5 / time),
            theory.TrainingLoss.LogDerivative(time).Value,
            1e-8
        );
    }

    [Fact]
    public void A_mode_that_one_step_of_descent_settles_is_gone_after_it()
    {
        // 2ην = 1 exactly in the second mode.
        var theory = new OneLayerTheory(
            SpectralMeasure.Of([0.5, 2]),
            Parameters(rate: 0.25),
            Dynamics.Descent
        );
        Assert.Equal((0.5 + 2) / 2, theory.TrainingLoss.At(0).Value, 1e-15);
        Assert.Equal(0.5 * 0.75 * 0.75 / 2, theory.TrainingLoss.At(1).Value, 1e-15);
        Assert.True(double.IsFinite(theory.TrainingLoss.LogDerivative(1).Value));
    }

    /// <summary>At ν = 1.5 and η = 0.5 one step takes 1.5 + γ/2 of the mode; 2 is the first that does not converge.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(0.999, false)]
    [InlineData(1, true)]
    public void Weight_decay_counts_in_whether_descent_converges(double decay, bool isRefused)
    {
        var parameters = new OneLayerParameters
        {
            SampleRatio = 1,
            LearningRate = 0.5,
            WeightDecay = decay,
        };
        var refusal = Record.Exception(() =>
            new OneLayerTheory(SpectralMeasure.Of([1.5]), parameters, Dynamics.Descent)
        );
        Assert.Equal(isRefused, refusal is ArgumentOutOfRangeException);
        Assert.Equal(isRefused, refusal is not null);
    }

    [Fact]
    public void Descent_that_diverges_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new OneLayerTheory(Parameters(1, rate: 0.3), Dynamics.Descent)
        ); // 2 · 0.3 · 4 = 2.4
        Assert.Contains("learning rate is too large", error.Message, StringComparison.Ordinal);
        Assert.Contains("2.4", error.Message, StringComparison.Ordinal);
        _ = new OneLayerTheory(Parameters(1, outputs: 2, rate: 0.3), Dynamics.Descent);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_times_that_are_none(double time) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new OneLayerTheory(Parameters()).TrainingLoss.At(time)
        );

    [Fact]
    public void The_error_covers_the_distance_to_the_truth()
    {
        var theory = new OneLayerTheory(Parameters(0.9));
        for (double etaTime = 1; etaTime < 1e4; etaTime *= 1.9)
        {
            Estimate training = theory.TrainingLoss.At(etaTime / 0.01);
            double truth = ClosedForms.TrainingLoss(0.9, etaTime);
            Assert.InRange(Math.Abs(training.Value - truth), 0, training.Error);
            Assert.InRange(training.RelativeError, 0, 1e-10);
        }
    }

    [Fact]
    public void The_error_owns_up_to_times_beyond_the_quadrature_s_reach()
    {
        double edge = new MarchenkoPastur(0.9).LowerEdge;
        double etaTime = 1e11 / edge;
        Estimate logarithm = new OneLayerTheory(Parameters(0.9)).TrainingLoss.LogAt(etaTime / 0.01);
        Assert.InRange(logarithm.Error, 0.01, double.PositiveInfinity);
        double prefactor =
            -Math.Log(16 * Math.Sqrt(Math.PI) * Math.Pow(0.9, 0.75)) - (1.5 * Math.Log(etaTime)); // eq. 22
        double truth = (-4 * edge * etaTime) + prefactor;
        double rounding = 4e11 * 4e-16;
        Assert.InRange(Math.Abs(logarithm.Value - truth), 0.01, logarithm.Error + rounding);
    }
}
