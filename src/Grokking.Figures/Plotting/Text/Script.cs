namespace Grokking.Figures.Plotting.Text;

/// <summary>The height at which a run is set.</summary>
internal enum Script
{
    Normal,
    Sub,
    Super,
}
