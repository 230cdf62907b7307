namespace Grokking.LinearEstimators.Parameters;

/// <summary>What the settings of all networks have in common: their sizes.</summary>
public interface IExperiment
{
    /// <summary>d_in.</summary>
    int InputDimension { get; }

    /// <summary>N_tr.</summary>
    int TrainingSamples { get; }

    /// <summary>How many fresh samples measure the generalisation accuracy.</summary>
    int TestSamples { get; }

    /// <summary>d_out.</summary>
    int OutputDimension { get; }
}
