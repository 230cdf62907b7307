using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent of a linear network, every step of it, at a fraction of the operations: gradients ΣD of neighbouring
/// epochs span few dimensions, and within them descent is that of a network with as few inputs. Where the next gradient
/// leaves the span, the span is widened before the step; where it has become too wide, a new one begins.
/// </summary>
/// <remarks>
/// The same iteration up to rounding and to what is tolerated outside the span (<see cref="SpannedGradient"/>): D to 1e-11 of its length, or,
/// where little of it is left, to 1e-14 of the length of T. For one thread at a time.
/// </remarks>
internal sealed class SpannedDescent
{
    // Gradients that a span has room for. More make steps dearer, fewer make spans short.
    private const int MostGradients = 16;

    // For each of them: a gradient and its directions cost as much as some whole steps.
    private const int FewestSteps = 8;

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
        _steps = new(
            new(capacity, width, outputs, _span.ScaledTeacher, algebra),
            capacity,
            width,
            outputs,
            algebra
        );
        _distance = new(teacher.Rows, teacher.Columns);
    }

    /// <summary>
    /// Whether a step in the widest of spans has at most half the multiplications of a whole one, 3 d_in d_h d_out: those of
    /// 4 d_h and as many again as there are directions, for each direction and output.
    /// </summary>
    /// <param name="inputs">d_in.</param>
    /// <param name="start">Any weights of the network, as the gradient keeps them.</param>
    public static bool Pays(int inputs, TwoLayerWeights start)
    {
        double capacity = Capacity(start.Second.Rows);
        double width = start.Second.Columns;
        return 2 * capacity * ((4 * width) + capacity) <= 3 * inputs * width;
    }

    /// <summary>Takes steps.</summary>
    /// <param name="weights">Changed.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="epochs">How many.</param>
    /// <returns>
    /// How many were taken: all, or fewer if the gradient vanished, is no longer finite, or leaves its span too often for
    /// that to be of use.
    /// </returns>
    public long Step(TwoLayerWeights weights, double rate, long epochs)
    {
        long taken = 0;
        bool goesOn = true;
        while (taken < epochs && goesOn)
        {
            (long within, goesOn) = StepInOneSpan(weights, rate, epochs - taken);
            taken += within;
        }
        return taken;
    }

    private (long Taken, bool GoesOn) StepInOneSpan(TwoLayerWeights weights, double rate, long epochs)
    {
        MatrixRows first = weights.First.Slice(.._eigenvalues.Length);
        _span.Start(first);
        _steps.Start();
        long taken = 0;
        int gradients = 0;
        bool goesOn = true;
        while (goesOn && taken < epochs && _span.Count + _distance.Columns <= _span.Capacity)
        {
            Matrix gradient = Gradient(weights);
            goesOn = gradient.SquaredNorm() is > 0 and < double.PositiveInfinity;
            if (!goesOn)
                break;
            _span.Widen(gradient);
            _steps.Enter(_span, weights.Second);
            taken += _steps.Take(weights.Second, rate, epochs - taken);
            goesOn = ++gradients < MostGradients || taken >= FewestSteps * gradients;
        }
        if (_span.Count > 0)
            AddSteps(_steps.Change(_span), first);
        return (taken, goesOn);
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
