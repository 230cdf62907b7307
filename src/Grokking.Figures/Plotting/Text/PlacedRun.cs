namespace Grokking.Figures.Plotting.Text;

/// <summary>A run at its place: offsets from the start of the base line, in units of the font size.</summary>
internal readonly record struct PlacedRun(TextRun Run, double X, double Y, double Scale);
