namespace Grokking.Figures.Plotting.Annotations;

/// <summary>Something in a plot that is not data.</summary>
public abstract class Annotation;
