namespace Grokking.Cli.Tests;

/// <summary>
/// Section 2 of the paper written down as it stands: expectations as sums over many angles θ with
/// ν = 1 + λ + 2√λ cos θ, which turns the Marchenko–Pastur density into (2/π) sin²θ/ν dθ; times by halving.
/// </summary>
internal sealed record NaiveTheory(double Lambda, double Gamma = 0, int Outputs = 1, bool Descent = false)
{
    private const double Eta = 0.01;

    // The sum converges like e^{−2·Angles·0.05} at λ = 0.9, the hardest case here: far below 1e-12.
    private const int Angles = 4000;

    public double TrainingLoss(double t) => Expect(nu => nu * Half(nu, t, t)) / Outputs;

    public double GeneralizationLoss(double t) => Expect(nu => Half(nu, t, t)) / Outputs;

    /// <summary>Standard deviation of t* of one draw, linearised.</summary>
    public double Spread(bool training, double t, int inputs) =>
        Math.Sqrt(Covariance(training, t, training, t, inputs));

    /// <summary>Standard deviation of Δt of one draw, linearised.</summary>
    public double Spread(double training, double generalization, int inputs) =>
        Math.Sqrt(
            Covariance(true, training, true, training, inputs)
                + Covariance(false, generalization, false, generalization, inputs)
                - (2 * Covariance(true, training, false, generalization, inputs))
        );

    /// <summary>When a loss falls to its level, which must lie between 0 and <paramref name="late"/> epochs.</summary>
    public static double Time(Func<double, double> loss, double level, double late)
    {
        double early = 0;
        while (late - early > 1e-9 * late)
            if (loss((early + late) / 2) > level)
                early = (early + late) / 2;
            else
                late = (early + late) / 2;
        return late;
    }

    /// <summary>The x at which an increasing function is y; in [0, 100].</summary>
    public static double Inverse(Func<double, double> increasing, double y) =>
        Time(x => y - increasing(x), 0, 100);

    private double Covariance(bool training, double t, bool otherTraining, double u, int inputs)
    {
        double product = Expect(nu =>
            Weight(training, nu) * Weight(otherTraining, nu) * Math.Pow(Half(nu, t, u), 2)
        );
        double covariance = 2 * product / (inputs * Outputs * Loss(training, t) * Loss(otherTraining, u));
        return covariance / (LogSlope(training, t) * LogSlope(otherTraining, u));
    }

    private static double Weight(bool training, double nu) => training ? nu : 1;

    private double Loss(bool training, double t) => Expect(nu => Weight(training, nu) * Half(nu, t, t));

    private double LogSlope(bool training, double t)
    {
        double step = 1e-4 * t;
        return Math.Log(Loss(training, t + step) / Loss(training, t - step)) / (2 * step);
    }

    /// <summary>½ (a(t) a(u) + b(t) b(u)), what the student and the teacher contribute to eq. 15.</summary>
    private double Half(double nu, double t, double u)
    {
        double g = Gamma / 2;
        double A(double time) =>
            Descent
                ? Math.Pow(1 - (2 * Eta * (nu + g) / Outputs), time)
                : Math.Exp(-2 * Eta * (nu + g) * time / Outputs);
        double B(double time) => g == 0 ? A(time) : ((nu * A(time)) + g) / (nu + g);
        return ((A(t) * A(u)) + (B(t) * B(u))) / 2;
    }

    private double Expect(Func<double, double> f)
    {
        double sum = 0;
        for (int i = 1; i < Angles; i++)
        {
            var (sine, cosine) = Math.SinCos(i * Math.PI / Angles);
            double nu = 1 + Lambda + (2 * Math.Sqrt(Lambda) * cosine);
            sum += sine * sine / nu * f(nu);
        }
        double atom = Lambda > 1 ? (1 - (1 / Lambda)) * f(0) : 0;
        return (2.0 / Angles * sum) + atom;
    }
}
