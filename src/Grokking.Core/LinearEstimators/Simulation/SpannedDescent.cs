using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent of a linear network, every step of it, at a fraction of the operations: gradients ΣD of neighbouring
/// epochs span few dimensions, and within them descent is that of a network with as few inputs. Where the next gradient
/// leaves the span, the span is widened before the step; where it has become too wide, a new one begins.
/// </summary>
/// <remarks>
/// The same iteration up to rounding and to what is tolerated outside the span (<see cref="SpannedGradient"/>): D to 1e-11 of its length after 10⁵
/// steps. All buffers are allocated once: for one thread at a time.
/// </remarks>
internal sealed class SpannedDescent
{
    // Of gradients, before a new span begins. More make steps dearer, fewer make spans short.
    private const int MostGradients = 16;

    private readonly EigenbasisGradient _gradient;
    private readonly double[] _eigenvalues;
    private readonly ILinearAlgebra _algebra;
    private readonly GradientSpan _span;
    private readonly SpannedSteps _steps;
    private readonly Matrix _distance; // D

    /// <param name="gradient">Of the network.</param>
    /// <param name="eigenvalues">Of Σ, d_in of them.</param>
    /// <param name="teacher">T in the eigenbasis, d_in × d_out.</param>
    /// <param name="start">Any weights of the network, as the gradient keeps them.</param>
    /// <param name="algebra">Multiplies.</param>
    public SpannedDescent(
        EigenbasisGradient gradient,
        double[] eigenvalues,
        Matrix teacher,
        TwoLayerWeights start,
        ILinearAlgebra algebra
    )
    {
        (_gradient, _eigenvalues, _algebra) = (gradient, eigenvalues, algebra);
        var (outputs, width) = (start.Second.Rows, start.Second.Columns);
        int capacity = Capacity(outputs);
        _span = new(eigenvalues, teacher, width, capacity, algebra);
        _steps = new(new(capacity, width, outputs, _span.ScaledTeacher, algebra), capacity, width, outputs);
        _distance = new(teacher.Rows, teacher.Columns);
    }

    /// <summary>Whether steps within a span cost less than a half of whole ones.</summary>
    /// <param name="inputs">d_in.</param>
    /// <param name="start">Any weights of the network.</param>
    public static bool Pays(int inputs, TwoLayerWeights start) => 2 * Capacity(start.Second.Rows) <= inputs;

    /// <summary>Takes steps.</summary>
    /// <param name="weights">Changed.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="epochs">How many.</param>
    /// <returns>How many were taken: all, or fewer if the gradient vanished or is no longer finite.</returns>
    public long Step(TwoLayerWeights weights, double rate, long epochs)
    {
        long taken = 0;
        bool isOrdinary = true;
        while (taken < epochs && isOrdinary)
        {
            _span.Start(weights.First.Slice(.._eigenvalues.Length));
            _steps.Start();
            while (taken < epochs && _span.Count + _distance.Columns <= _span.Capacity)
            {
                Matrix gradient = Gradient(weights);
                isOrdinary = gradient.SquaredNorm() is > 0 and < double.PositiveInfinity;
                if (!isOrdinary)
                    break;
                _span.Widen(gradient);
                _steps.Enter(_span);
                taken += _steps.Take(weights.Second, rate, epochs - taken);
            }
            if (_span.Count > 0)
                AddSteps(_steps.Change(_span), weights.First.Slice(.._eigenvalues.Length));
        }
        return taken;
    }

    /// <summary>(ΣD)ᵀ; the steps within the span are not yet in the first layer.</summary>
    private Matrix Gradient(TwoLayerWeights weights)
    {
        _gradient.Distance(weights, _distance);
        if (_span.Count > 0)
            AddSteps(
                _algebra
                    .Product(_steps.Change(_span), false, weights.Second, true)
                    .SliceColumns(.._distance.Columns),
                _distance
            );
        Matrix gradient = _distance.Transposed();
        for (int j = 0; j < gradient.Rows; j++)
            TensorPrimitives.Multiply(gradient.Row(j), _eigenvalues, gradient.Row(j));
        return gradient;
    }

    private void AddSteps(Matrix alongDirections, MatrixRows target) =>
        _algebra.Multiply(_span.Directions, true, alongDirections, false, target, 1, 1);

    private static int Capacity(int outputs) =>
        ((MostGradients * outputs) + FourByFive.Four - 1) / FourByFive.Four * FourByFive.Four;
}
