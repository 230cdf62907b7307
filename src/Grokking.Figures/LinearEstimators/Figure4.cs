using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 4: phase diagrams of the grokking time.</summary>
public sealed class Figure4 : Figure<PhaseDiagramResult>
{
    /// <summary>Iso-lines, two a decade.</summary>
    private static readonly double[] Levels =
    [
        .. from decade in Enumerable.Range(1, 6)
        from leading in new[] { 1.0, 3.0 }
        select leading * Math.Pow(10, decade),
    ];

    /// <inheritdoc/>
    public override string Number => "4";

    /// <inheritdoc/>
    protected override string Caption(PhaseDiagramResult result) =>
        """
            *Phase diagrams.* The exact grokking time $Delta t$ (a) over weight decay and output dimension, (b) over weight
            decay and sample ratio, (c) over output dimension and sample ratio; the third quantity is held at
            $lambda = 0.9$, $d_"out" = 1$ or $gamma = 0$. White: 95 % accuracy is never reached.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(PhaseDiagramResult result) =>
        new()
        {
            Title = "Figure 4: phase diagrams of the grokking time",
            Description =
                "Three filled contour maps of the grokking time over pairs of weight decay, output dimension and "
                + "sample ratio, from short (red) to long (blue); white where 95 % accuracy is never reached.",
            Height = 66,
            Panels =
            [
                .. result.Diagrams.Select((diagram, i) => Panel(diagram, i == result.Diagrams.Count - 1)),
            ],
        };

    private static PlotModel Panel(PhaseDiagram diagram, bool withColorBar) =>
        new()
        {
            Axes =
            {
                AxisOf(diagram.Across, AxisPosition.Bottom, diagram.Abscissae),
                AxisOf(diagram.Up, AxisPosition.Left, diagram.Ordinates),
                new LogarithmicColorAxis
                {
                    Position = AxisPosition.Right,
                    Title = "Δ*t* (epochs)",
                    Minimum = Levels[0],
                    Maximum = Levels[^1],
                },
            },
            Series =
            {
                new ContourSeries
                {
                    ColumnCoordinates = diagram.Abscissae,
                    RowCoordinates = diagram.Ordinates,
                    Data = Grid(diagram),
                    ContourLevels = Levels,
                    LabelOf = Label,
                },
            },
        };

    /// <summary>A level as a power of ten, "3×10^{4}".</summary>
    private static string Label(double level)
    {
        string[] parts = level.ToString("0e0").Split('e');
        string power = NumberText.Power(int.Parse(parts[1]));
        return parts[0] == "1" ? power : $"{parts[0]}×{power}";
    }

    private static double?[,] Grid(PhaseDiagram diagram)
    {
        var grid = new double?[diagram.Abscissae.Count, diagram.Ordinates.Count];
        for (int row = 0; row < diagram.Ordinates.Count; row++)
        for (int column = 0; column < diagram.Abscissae.Count; column++)
            grid[column, row] = diagram.Delays[row][column];
        return grid;
    }

    private static Axis AxisOf(string quantity, AxisPosition position, IReadOnlyList<double> values)
    {
        (string title, bool isLogarithmic) = quantity switch
        {
            "gamma" => ("weight decay γ", true),
            "d_out" => ("output dimension *d*_{out}", true),
            _ => ("sample ratio λ", false),
        };
        return isLogarithmic
            ? new LogarithmicAxis
            {
                Position = position,
                Title = title,
                Minimum = values[0],
                Maximum = values[^1],
            }
            : new LinearAxis
            {
                Position = position,
                Title = title,
                Minimum = values[0],
                Maximum = values[^1],
            };
    }
}
