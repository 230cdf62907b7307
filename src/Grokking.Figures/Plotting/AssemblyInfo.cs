using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Grokking.Figures.Tests")]
