namespace Grokking.Benchmarks.Studies;

/// <summary>What a peer's script answers.</summary>
/// <param name="SecondsPerStep">What a step cost, measured several times.</param>
/// <param name="Epoch">How many steps it had taken when it looked at its loss.</param>
/// <param name="TrainingLoss">L_tr then: it must be that of the same problem.</param>
internal sealed record PeerRun(IReadOnlyList<double> SecondsPerStep, int Epoch, double TrainingLoss);
