using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Steps of gradient descent while the gradient stays in a span of directions U: F = UᵀS⁽⁰⁾ changes by −(2η/d_out) UᵀΣD S⁽¹⁾ᵀ and S⁽¹⁾
/// by −(2η/d_out) FᵀUᵀΣD, which is descent with as many inputs as there are directions, and, within a <see cref="HiddenSpan"/>,
/// with about as many hidden units.
/// </summary>
internal sealed class SpannedSteps
{
    private const int Rows = FourByFive.Four;
    private const int Outputs = FourByFive.Five;

    private readonly SpannedGradient _gradient;
    private readonly HiddenSpan _hidden;
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
    /// <param name="algebra">Multiplies.</param>
    public SpannedSteps(
        SpannedGradient gradient,
        int capacity,
        int width,
        int outputs,
        ILinearAlgebra algebra
    )
    {
        (_gradient, _width, _outputs) = (gradient, width, outputs);
        _hidden = new(width, capacity + outputs, algebra);
        (_first, _before) = (new(capacity, width), new double[Rows * width]);
        (_sum, _scaledSecond) = (new(outputs * width), new(outputs * width));
    }

    /// <summary>Forgets the span.</summary>
    public void Start()
    {
        _directions = 0;
        Array.Clear(_first.Values);
        _hidden.Start();
        _gradient.Start();
    }

    /// <summary>Goes on in a span that has been widened.</summary>
    /// <param name="span">Has at least one direction.</param>
    /// <param name="second">S⁽¹⁾ᵀ.</param>
    public void Enter(GradientSpan span, Matrix second)
    {
        if (_directions == 0)
            _hidden.Add(second);
        if (_directions < span.Count)
        {
            MatrixRows added = _first.Slice(_directions..span.Count);
            span.First.Values[(_directions * _width)..].CopyTo(added.Values);
            _hidden.Add(added);
        }
        _directions = span.Count;
        _gradient.Enter(span, _hidden);
    }

    /// <summary>Takes steps while the gradient stays in the span; the first in any case, as the span was widened for it.</summary>
    /// <param name="second">S⁽¹⁾ᵀ, changed.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="most">At most as many, at least 1.</param>
    /// <returns>How many were taken.</returns>
    public long Take(Matrix second, double rate, long most)
    {
        MatrixRows rows = _first.Slice(..((_directions + Rows - 1) / Rows * Rows));
        Matrix first = _hidden.Along(rows);
        Matrix alongSecond = _hidden.Along(second);
        long taken = 0;
        for (; taken < most; taken++)
        {
            _gradient.Project(first, alongSecond);
            if (taken > 0 && !_gradient.IsInside)
                break;
            Change(first, alongSecond.Values, rate);
        }
        _hidden.Restore(first, rows);
        _hidden.Restore(alongSecond, second);
        return taken;
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

    private void Change(Matrix first, Span<double> second, double rate)
    {
        int width = first.Columns;
        Span<double> sum = _sum.All[..second.Length];
        Span<double> scaledSecond = _scaledSecond.All[..second.Length];
        Span<double> before = _before.AsSpan(0, Rows * width);
        TensorPrimitives.Multiply(second, -rate, scaledSecond);
        sum.Clear();
        for (int i = 0; i < _directions; i += Rows)
        {
            // The second five outputs, too, read the first layer as it was.
            var target = first.Values.AsSpan(i * width, Rows * width);
            target.CopyTo(before);
            for (int j = 0; j < _outputs; j += Outputs)
                FourByFive.Update(
                    before,
                    _gradient.Factors(i, j),
                    sum.Slice(j * width, Outputs * width),
                    scaledSecond.Slice(j * width, Outputs * width),
                    target,
                    1
                );
        }
        TensorPrimitives.MultiplyAdd(sum, -rate, second, second);
    }
}
