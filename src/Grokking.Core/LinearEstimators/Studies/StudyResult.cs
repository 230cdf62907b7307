using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What a study found, complete: figures draw it, claims judge it, files keep it.</summary>
public abstract record StudyResult
{
    /// <summary>The same numbers as one table a panel.</summary>
    public abstract IEnumerable<DataTable> Tables();
}
