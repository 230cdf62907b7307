using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

/// <summary>
/// The obvious oracle: the student S itself follows the gradient of the mean squared error, sample by sample, and
/// of ½γ‖S‖²/d_out; every epoch is looked at. It shares no code with either engine.
/// </summary>
public sealed class NaiveDescent
{
    public List<double> TrainingLoss { get; } = [];
    public List<double> GeneralizationLoss { get; } = [];
    public List<double> TrainingAccuracy { get; } = [];
    public List<double> GeneralizationAccuracy { get; } = [];

    /// <summary>All lists are indexed by the epoch, from 0 to the experiment's last.</summary>
    public static NaiveDescent Run(OneLayerExperiment experiment, OneLayerDraw draw)
    {
        var record = new NaiveDescent();
        var student = new Matrix(draw.Student.Rows, draw.Student.Columns, [.. draw.Student.Values]);
        for (long epoch = 0; ; epoch++)
        {
            record.Observe(experiment, draw, student);
            if (epoch == experiment.LastEpoch)
                return record;
            Step(experiment, draw, student);
        }
    }

    private static void Step(OneLayerExperiment experiment, OneLayerDraw draw, Matrix student)
    {
        var (inputs, outputs) = (student.Rows, student.Columns);
        var gradient = new Matrix(inputs, outputs);
        foreach (var (x, sample) in Samples(draw.Training.Samples).Select((x, sample) => (x, sample)))
        {
            double[] error = Error(x, student, draw.Teacher);
            for (int j = 0; j < outputs && draw.LabelNoise is not null; j++)
                error[j] -= draw.LabelNoise[sample, j];
            for (int i = 0; i < inputs; i++)
            for (int j = 0; j < outputs; j++)
                gradient[i, j] += 2 * x[i] * error[j] / experiment.TrainingSamples / outputs;
        }
        for (int i = 0; i < inputs; i++)
        for (int j = 0; j < outputs; j++)
            student[i, j] -=
                experiment.LearningRate
                * (gradient[i, j] + (experiment.WeightDecay * student[i, j] / outputs));
    }

    private void Observe(OneLayerExperiment experiment, OneLayerDraw draw, Matrix student)
    {
        double[] training = Errors(draw.Training.Samples);
        double[] fresh = Errors(draw.FreshSamples);
        TrainingLoss.Add(training.Average());
        TrainingAccuracy.Add(Correct(training));
        GeneralizationAccuracy.Add(Correct(fresh));
        GeneralizationLoss.Add(
            student.Values.Zip(draw.Teacher.Values, (s, t) => (s - t) * (s - t)).Sum() / student.Columns
        );

        double[] Errors(Matrix samples) =>
            [
                .. Samples(samples)
                    .Select(x => Error(x, student, draw.Teacher).Average(error => error * error)),
            ];

        double Correct(double[] errors) =>
            (double)errors.Count(error => error < experiment.Criterion.Epsilon) / errors.Length;
    }

    private static IEnumerable<double[]> Samples(Matrix samples) => samples.Values.Chunk(samples.Columns);

    private static double[] Error(double[] x, Matrix student, Matrix teacher)
    {
        var error = new double[student.Columns];
        for (int j = 0; j < error.Length; j++)
        for (int i = 0; i < x.Length; i++)
            error[j] += x[i] * (student[i, j] - teacher[i, j]);
        return error;
    }
}
