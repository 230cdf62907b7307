using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Steps of gradient descent while the gradient stays in a span of directions U: F = UᵀS⁽⁰⁾ changes by −(2η/d_out) UᵀΣD S⁽¹⁾ᵀ and S⁽¹⁾
/// by −(2η/d_out) FᵀUᵀΣD, which is descent with as many inputs as there are directions.
/// </summary>
internal sealed class SpannedSteps
{
    private const int Rows = FourByFive.Four;
    private const int Outputs = FourByFive.Five;

    private readonly SpannedGradient _gradient;
    private readonly int _outputs; // d_out, filled up
    private readonly int _width; // d_h, filled up
    private readonly Matrix _first; // F
    private readonly double[] _before; // four rows of F
    private readonly AlignedNumbers _sum; // DᵀΣU F
    private readonly AlignedNumbers _scaledSecond; // −(2η/d_out) S⁽¹⁾ᵀ
    private int _directions;

    /// <param name="gradient">Of the network.</param>
    /// <param name="capacity">The most directions, a multiple of four.</param>
    /// <param name="width">d_h, filled up.</param>
    /// <param name="outputs">d_out, filled up.</param>
    public SpannedSteps(SpannedGradient gradient, int capacity, int width, int outputs)
    {
        (_gradient, _width, _outputs) = (gradient, width, outputs);
        (_first, _before) = (new(capacity, width), new double[Rows * width]);
        (_sum, _scaledSecond) = (new(outputs * width), new(outputs * width));
    }

    /// <summary>Forgets the span.</summary>
    public void Start()
    {
        _directions = 0;
        Array.Clear(_first.Values);
        _gradient.Start();
    }

    /// <summary>Goes on in a span that has been widened.</summary>
    public void Enter(GradientSpan span)
    {
        for (; _directions < span.Count; _directions++)
            span.First.Row(_directions).CopyTo(_first.Row(_directions));
        _gradient.Enter(span);
    }

    /// <summary>Takes steps while the gradient stays in the span; the first in any case, as the span was widened for it.</summary>
    /// <param name="second">S⁽¹⁾ᵀ, changed.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="most">At most as many, at least 1.</param>
    /// <returns>How many were taken.</returns>
    public long Take(Matrix second, double rate, long most)
    {
        for (long taken = 0; taken < most; taken++)
        {
            _gradient.Project(_first, second);
            if (taken > 0 && !_gradient.IsInside)
                return taken;
            Change(second.Values, rate);
        }
        return most;
    }

    /// <summary>F − F₀, a row a direction: the steps have added U(F − F₀) to S⁽⁰⁾.</summary>
    public Matrix Change(GradientSpan span)
    {
        var change = new Matrix(_directions, _width);
        TensorPrimitives.Subtract(
            _first.Values.AsSpan(0, change.Values.Length),
            span.First.Values[..change.Values.Length],
            change.Values
        );
        return change;
    }

    private void Change(Span<double> second, double rate)
    {
        TensorPrimitives.Multiply(second, -rate, _scaledSecond.All);
        _sum.All.Clear();
        for (int i = 0; i < _directions; i += Rows)
        {
            // The second five outputs, too, read the first layer as it was.
            var target = _first.Values.AsSpan(i * _width, Rows * _width);
            target.CopyTo(_before);
            for (int j = 0; j < _outputs; j += Outputs)
                FourByFive.Update(
                    _before,
                    _gradient.Factors(i, j),
                    _sum.All.Slice(j * _width, Outputs * _width),
                    _scaledSecond.All.Slice(j * _width, Outputs * _width),
                    target,
                    1
                );
        }
        TensorPrimitives.MultiplyAdd(_sum.All, -rate, second, second);
    }
}
