using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 4: phase diagrams of the grokking time.</summary>
public sealed class Figure4 : Figure<PhaseDiagramResult>
{
    /// <summary>Iso-lines, two a decade; the times below the first and above the last are classes of their own.</summary>
    private static readonly double[] Levels = [10, 30, 100, 300, 1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7];

    /// <summary>The ends of the colour bar: where the lines next to the outermost ones would be.</summary>
    private static readonly (double Low, double High) Bar = (3, 3e7);

    /// <inheritdoc/>
    public override string Number => "4";

    /// <inheritdoc/>
    protected override string Caption(PhaseDiagramResult result)
    {
        string epsilon = CaptionText.Number(result.Epsilon);
        string level = CaptionText.Percent(result.Level);
        string lambda = CaptionText.Number(result.SampleRatio);
        string gamma = CaptionText.Number(result.WeightDecay);
        return $"""
            *Phase diagrams.* The grokking time $Delta t$ by eqs 13 and 15 at $epsilon = {epsilon}$ (a) over weight decay and output
            dimension, (b) over weight decay and sample ratio, (c) over output dimension and sample ratio; the third
            quantity is held at $lambda = {lambda}$, $d_"out" = {result.OutputDimension}$ and $gamma = {gamma}$, respectively.
            The colours change at the levels of the lines, and on the bar: what has no room for a label is read there.
            White, beyond the grey line: {level} generalisation accuracy is never reached. Towards it $Delta t$ grows without bound, so that
            the lines bend and run along it; they are drawn until they meet it to the eye. Eq. 13
            puts $t^*$ for several outputs too early (erratum E13), by as much as Fig. 2c shows at one $lambda$.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(PhaseDiagramResult result) =>
        new()
        {
            Title = "Figure 4: phase diagrams of the grokking time",
            Description =
                "Three filled contour maps of the grokking time over pairs of weight decay, output dimension and "
                + "sample ratio, from short (red) to long (blue); white where the accuracy level is never reached.",
            Height = 86,
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
                    Position = withColorBar ? AxisPosition.Right : AxisPosition.None,
                    Title = "grokking time Δ*t* (epochs)",
                    Minimum = Bar.Low,
                    Maximum = Bar.High,
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
            "gamma" => ("weight decay *γ*", true),
            "d_out" => ("output dimension *d*_{out}", true),
            _ => ("sample ratio *λ*", false),
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
                HasLabelledEnds = true,
                Title = title,
                Minimum = values[0],
                Maximum = values[^1],
            };
    }
}
