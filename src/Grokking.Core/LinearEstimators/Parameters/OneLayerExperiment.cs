namespace Grokking.LinearEstimators.Parameters;

/// <summary>One setting of the one-layer simulation: whole numbers of samples, and how long to train.</summary>
public sealed record OneLayerExperiment : IExperiment
{
    /// <summary>d_in; in [1, 20 000].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int InputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 20_000);
    }

    /// <summary>N_tr, the number of training samples; in [1, 10^6].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int TrainingSamples
    {
        get;
        init => field = Require.InClosed(value, 1, 1_000_000);
    }

    /// <summary>How many fresh samples measure the generalisation accuracy; in [1, 10^6].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int TestSamples
    {
        get;
        init => field = Require.InClosed(value, 1, 1_000_000);
    }

    /// <summary>d_out; in [1, 10^5].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int OutputDimension
    {
        get;
        init => field = Require.InClosed(value, 1, 100_000);
    } = 1;

    /// <summary>η; in [1e-9, 1e3].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double LearningRate
    {
        get;
        init => field = Require.InClosed(value, 1e-9, 1e3);
    } = 0.01;

    /// <summary>γ; in [0, 1e3].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double WeightDecay
    {
        get;
        init => field = Require.InClosed(value, 0, 1e3);
    }

    /// <summary>α: the student starts at αS, S drawn like the teacher; in [0, 1e3]. The paper's is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double StudentScale
    {
        get;
        init => field = Require.InClosed(value, 0, 1e3);
    } = 1;

    /// <summary>
    /// σ: each output of each training label is off by an independent N(0, σ²), drawn once; in [0, 1e3]. Losses and
    /// accuracies are still taken against the teacher.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double LabelNoise
    {
        get;
        init => field = Require.InClosed(value, 0, 1e3);
    }

    /// <summary>When a sample counts as correct, and the accuracy that marks t*.</summary>
    public AccuracyCriterion Criterion { get; init; } = new();

    /// <summary>The last epoch simulated; in [1, 10^15]. A threshold not crossed by then is reported as such.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required long LastEpoch
    {
        get;
        init => field = (long)Require.InClosed(value, 1.0, 1e15);
    }

    /// <summary>Points per decade of the recorded curves; 0 records none and measures t* only; in [0, 100].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int PointsPerDecade
    {
        get;
        init => field = Require.InClosed(value, 0, 100);
    }

    /// <summary>λ = d_in / N_tr, as realised by whole numbers.</summary>
    public double SampleRatio => (double)InputDimension / TrainingSamples;

    /// <summary>
    /// The same setting as theory sees it: with a student like the teacher, and clean labels. α and σ are left to those
    /// who vary them.
    /// </summary>
    public OneLayerParameters ToTheory() =>
        new()
        {
            SampleRatio = SampleRatio,
            InputDimension = InputDimension,
            OutputDimension = OutputDimension,
            LearningRate = LearningRate,
            WeightDecay = WeightDecay,
        };
}
