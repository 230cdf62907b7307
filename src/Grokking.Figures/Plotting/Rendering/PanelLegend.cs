using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The legend of a panel: first inside if it may choose, outside once there proves to be no place.</summary>
internal sealed class PanelLegend(PlotModel model)
{
    private readonly Legend? _legend = model.Legend;
    private LegendPosition _position = model.Legend?.Position ?? LegendPosition.Automatic;

    /// <summary>Whether there is a legend that found no place inside.</summary>
    public bool LacksRoom { get; private set; }

    /// <summary>Gives the search inside up.</summary>
    public void MoveOutside()
    {
        _position = LegendPosition.OutsideTop;
        LacksRoom = false;
    }

    /// <summary>The room a legend outside needs beside a plot area of given width.</summary>
    public Insets Room(double width)
    {
        var room = default(Insets);
        if (Outside(width) is not { } block)
            return room;
        return _position switch
        {
            LegendPosition.OutsideTop => room with { Top = block.Height + 1 },
            LegendPosition.OutsideRight => room with { Right = block.Width + Spacing.LegendGap },
            _ => room with { Bottom = block.Height + 3 },
        };
    }

    /// <summary>The legend and its place, or null if there is none.</summary>
    public (LegendBlock Block, Box Box)? Place(Box plot, Insets insets, PanelContent content)
    {
        if (_legend is null)
            return null;
        if (_position == LegendPosition.Automatic)
        {
            var choices = LegendBlock.Choices(model.Series, _legend).ToArray();
            var found = LegendPlacement.Inside(plot, choices, [.. content.Data]);
            LacksRoom = choices.Length > 0 && found is null;
            return found;
        }
        if (Outside(plot.Width) is not { } block)
            return null;
        var centered = plot.Center.X - block.Width / 2;
        return _position switch
        {
            LegendPosition.OutsideTop => At(centered, plot.Top - Spacing.AboveFrame + 1 - block.Height),
            LegendPosition.OutsideRight => At(plot.Right + insets.Right - block.Width, plot.Top),
            _ => At(centered, plot.Bottom + insets.Bottom - block.Height),
        };

        (LegendBlock, Box) At(double left, double top) => (block, block.BoxAt(new(left, top)));
    }

    private LegendBlock? Outside(double width) =>
        _position switch
        {
            _ when _legend is null => null,
            LegendPosition.Automatic => null,
            LegendPosition.OutsideRight => LegendBlock.Within(0, model.Series, _legend),
            _ => LegendBlock.Within(width, model.Series, _legend),
        };
}
