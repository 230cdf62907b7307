using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Gives every panel of a figure its place: plot areas of one size, aligned in rows and columns.</summary>
internal sealed class FigureLayout
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // Labels depend weakly on the size and the size on the labels: this many rounds are more than it takes.
    private const int Rounds = 4;

    private readonly int _columns;
    private readonly int _rows;
    private readonly Panel[] _panels;
    private readonly Box _room;

    public FigureLayout(FigureDrawing figure)
    {
        Width = figure.Width * PointsPerMillimetre;
        Height = figure.Height * PointsPerMillimetre;
        _columns = figure.Columns ?? figure.Panels.Count;
        _rows = (figure.Panels.Count + _columns - 1) / _columns;
        _panels =
        [
            .. figure.Panels.Select(
                (p, i) => new Panel(p, figure.Panels.Count > 1 ? $"({(char)('a' + i)})" : null)
            ),
        ];
        _room = new Box(0, 0, Width, Height).Inflate(-Spacing.Border);
        if (LegendBlock.Within(_room.Width, figure.LegendEntries, figure.Legend) is { } legend)
        {
            var atBottom = figure.Legend.Position == LegendPosition.OutsideBottom;
            var top = atBottom ? _room.Bottom - legend.Height : _room.Top;
            SharedLegend = [.. legend.Shapes(new(_room.Center.X - legend.Width / 2, top))];
            _room = atBottom
                ? _room with
                {
                    Bottom = top - Spacing.LegendGap,
                }
                : _room with
                {
                    Top = top + legend.Height + Spacing.LegendGap,
                };
        }
        Scenes = Arrange();
        while (_panels.Any(p => p.Legend.LacksRoom))
        {
            foreach (var panel in _panels.Where(p => p.Legend.LacksRoom))
                panel.Legend.MoveOutside();
            Scenes = Arrange();
        }
    }

    /// <summary>The width of the figure, in points.</summary>
    public double Width { get; }

    /// <summary>The height of the figure, in points.</summary>
    public double Height { get; }

    public IReadOnlyList<Shape> SharedLegend { get; } = [];

    public IReadOnlyList<PanelScene> Scenes { get; }

    private PanelScene[] Arrange()
    {
        var (width, height) = (0.7 * _room.Width / _columns, 0.7 * _room.Height / _rows);
        var insets = new Insets[_panels.Length];
        for (var round = 0; round < Rounds; round++)
        {
            insets = Harmonize([.. _panels.Select(p => p.Insets(width, height))]);
            width =
                (
                    _room.Width
                    - (_columns - 1) * Spacing.BetweenPanels
                    - Columns(insets).Sum(i => i.Left + i.Right)
                ) / _columns;
            height =
                (_room.Height - (_rows - 1) * Spacing.BetweenPanels - Rows(insets).Sum(i => i.Top + i.Bottom))
                / _rows;
            if (width < 20 || height < 20)
                throw new InvalidOperationException("The figure is too small for its labels.");
        }
        return
        [
            .. _panels.SelectMany((panel, i) => panel.Arrange(Plot(i, insets, width, height), insets[i])),
        ];
    }

    /// <summary>The same insets left and right in a column, top and bottom in a row.</summary>
    private Insets[] Harmonize(Insets[] own) =>
        [
            .. own.Select(
                (_, i) =>
                {
                    var column = own.Where((_, k) => k % _columns == i % _columns).ToArray();
                    var row = own.Where((_, k) => k / _columns == i / _columns).ToArray();
                    return new Insets(
                        column.Max(c => c.Left),
                        row.Max(r => r.Top),
                        column.Max(c => c.Right),
                        row.Max(r => r.Bottom)
                    );
                }
            ),
        ];

    private IEnumerable<Insets> Columns(Insets[] insets) => insets.Take(_columns);

    private IEnumerable<Insets> Rows(Insets[] insets) => insets.Where((_, i) => i % _columns == 0);

    private Box Plot(int index, Insets[] insets, double width, double height)
    {
        var (row, column) = Math.DivRem(index, _columns);
        var left =
            _room.Left
            + Columns(insets).Take(column).Sum(i => i.Left + width + i.Right + Spacing.BetweenPanels)
            + insets[index].Left;
        var top =
            _room.Top
            + Rows(insets).Take(row).Sum(i => i.Top + height + i.Bottom + Spacing.BetweenPanels)
            + insets[index].Top;
        return new(left, top, left + width, top + height);
    }
}
