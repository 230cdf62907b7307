namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// How many samples are correct, where errors are known within bounds: most lie on one side of ε whatever they are, and the few
/// that may lie on either are looked at exactly.
/// </summary>
internal static class CertainCount
{
    /// <summary>The number of errors below ε.</summary>
    /// <param name="least">What each error is at least.</param>
    /// <param name="most">What it is at most.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="exactly">The errors of some samples, in their order.</param>
    public static int Correct(
        ReadOnlySpan<double> least,
        ReadOnlySpan<double> most,
        double epsilon,
        Func<IReadOnlyList<int>, double[]> exactly
    )
    {
        int correct = 0;
        List<int> open = [];
        for (int i = 0; i < least.Length; i++)
        {
            if (most[i] < epsilon)
                correct++;
            else if (!(least[i] >= epsilon))
                open.Add(i);
        }
        return open.Count == 0 ? correct : correct + SampleErrors.Correct(exactly(open), epsilon);
    }
}
