using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 5b: where the linear prediction breaks. Not in the paper; its reviewers asked.</summary>
public sealed class Figure5b : Figure<GainResult>
{
    /// <inheritdoc/>
    public override string Number => "5b";

    /// <inheritdoc/>
    protected override string Caption(GainResult result)
    {
        string lambda = CaptionText.Number(result.SampleRatio);
        string epsilon = CaptionText.Number(result.Epsilon);
        int replicas = result.Gains[0].TrainingDeviation.Count;
        string[] late =
        [
            .. GainPanels
                .Late(result)
                .Select(one =>
                    $"{one.Delays.Count(delay => delay is not null)} of {replicas} at $g = {CaptionText.Number(one.Gain)}$"
                ),
        ];
        string missing =
            late.Length == 0
                ? ""
                : "A triangle at the upper edge: not every replica reaches the level within the run, so that there is no mean "
                    + $"({string.Join(", ", late)}). ";
        return $"""
            *Beyond the paper: where linearity ends.* Networks with activation $tanh(g u)\/g$ at
            $d_"in" = {result.InputDimension}$, $d_h = {result.HiddenWidth}$, $d_"out" = {result.OutputDimension}$,
            $lambda = {lambda}$, $epsilon = {epsilon}$, against the linear prediction from the kernel that each of the
            {replicas} replicas drew. (a) The largest deviation of the losses over all epochs, as a natural logarithm (at the last
            epoch alone both can be below any level and say little), with the standard deviation over replicas where that reaches beyond the mark; dotted: the linear network's own. (b) The grokking time, mean and
            standard deviation; dashed: linear theory with the mean kernel. {missing}Where the gain is largest the activation, which never exceeds $1\/g$, has made the losses so small
            that they start close to that of the level: it is met early, by training and generalisation alike, and that
            $Delta t$ is short says nothing about grokking.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(GainResult result) =>
        new()
        {
            Title = "Figure 5b: where linearity ends",
            Description =
                "Two panels against the gain of the activation: the largest deviation of the losses from the linear "
                + "prediction, and the grokking time with the linear theory as a dashed line; an open triangle where not every "
                + "replica reaches the accuracy level.",
            Height = 75,
            Panels = [GainPanels.Deviations(result), GainPanels.Delays(result)],
        };
}
