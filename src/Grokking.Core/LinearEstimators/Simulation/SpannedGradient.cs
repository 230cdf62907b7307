using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The gradient ΣD along the directions and probes u of a span, while the first layer moves along its directions U only:
/// S⁽⁰⁾ = S⁽⁰⁾₀ + U(F − F₀) with F = UᵀS⁽⁰⁾, hence uᵀΣD = (uᵀΣS⁽⁰⁾₀ − uᵀΣU F₀) S⁽¹⁾ + uᵀΣU F S⁽¹⁾ − uᵀΣT.
/// </summary>
/// <remarks>
/// Rows are handled in fours and outputs in fives, as in <see cref="EigenbasisGradient"/>. For one thread at a time.
/// </remarks>
internal sealed class SpannedGradient
{
    private const int Rows = FourByFive.Four;
    private const int Outputs = FourByFive.Five;

    // As much of a gradient may lie outside the span.
    private const double Tolerance = 1e-11;

    // Of ‖ΣT‖ may at least: D = S⁽⁰⁾S⁽¹⁾ − T, the difference of what has become nearly equal, carries its rounding.
    private const double Rounding = 1e-14;

    private readonly ILinearAlgebra _algebra;
    private readonly int _capacity;
    private readonly int _outputs; // d_out, filled up
    private readonly Matrix _pull; // uᵀΣS⁽⁰⁾₀ − uᵀΣU F₀, probes first
    private Matrix _alongPull; // the same along the hidden span
    private readonly double[] _targets; // uᵀΣT, four rows at a time: those of the first output, of the second, and so on
    private readonly double[] _products; // uᵀΣU, four rows at a time, column by column
    private readonly double[] _hidden; // F S⁽¹⁾, as the targets lie
    private readonly double[] _gradient; // uᵀΣD, as the targets lie
    private readonly double _rounding; // squared
    private int _columns; // directions
    private int _rows; // directions, filled up

    /// <param name="capacity">The most directions, a multiple of four.</param>
    /// <param name="width">d_h, filled up.</param>
    /// <param name="outputs">d_out, filled up.</param>
    /// <param name="scaledTeacher">‖ΣT‖.</param>
    /// <param name="algebra">Multiplies.</param>
    public SpannedGradient(int capacity, int width, int outputs, double scaledTeacher, ILinearAlgebra algebra)
    {
        (_capacity, _outputs, _algebra) = (capacity, outputs, algebra);
        _rounding = Math.Pow(Rounding * scaledTeacher, 2);
        int rows = GradientSpan.Probes + capacity;
        _alongPull = _pull = new(rows, width);
        _targets = new double[rows * outputs];
        _gradient = new double[rows * outputs];
        _products = new double[rows * capacity];
        _hidden = new double[capacity * outputs];
    }

    /// <summary>Whether the gradient does not lie outside the span by more than is tolerated.</summary>
    public bool IsInside
    {
        get
        {
            int probes = GradientSpan.Probes * _outputs;
            double outside = TensorPrimitives.SumOfSquares<double>(_gradient.AsSpan(0, probes));
            double inside = TensorPrimitives.SumOfSquares<double>(_gradient.AsSpan(probes, _rows * _outputs));
            return outside <= (Tolerance * Tolerance * inside) + _rounding;
        }
    }

    /// <summary>Forgets the span.</summary>
    public void Start()
    {
        (_columns, _rows) = (0, 0);
        Array.Clear(_pull.Values);
        Array.Clear(_products);
        Array.Clear(_targets);
    }

    /// <summary>Goes on in a span that has been widened.</summary>
    /// <param name="span">Has at least one direction.</param>
    /// <param name="hidden">Holds S⁽¹⁾ and F.</param>
    public void Enter(GradientSpan span, HiddenSpan hidden)
    {
        (_columns, _rows) = (span.Count, (span.Count + Rows - 1) / Rows * Rows);
        Matrix products = span.Products();
        span.Pull.Values.CopyTo(_pull.Values);
        _algebra.Multiply(products, false, span.First, false, _pull.Slice(..products.Rows), -1, 1);
        _alongPull = hidden.Along(_pull.Slice(..(GradientSpan.Probes + _rows)));
        for (int i = 0; i < products.Rows; i++)
        {
            for (int j = 0; j < products.Columns; j++)
                _products[(((i / Rows * _capacity) + j) * Rows) + (i % Rows)] = products[i, j];
            for (int j = 0; j < span.Targets.Columns; j++)
                _targets[(((i / Rows * _outputs) + j) * Rows) + (i % Rows)] = span.Targets.Row(i)[j];
        }
    }

    /// <summary>Computes it.</summary>
    /// <param name="first">F along the hidden span, zeros below.</param>
    /// <param name="second">S⁽¹⁾ᵀ along it.</param>
    public void Project(Matrix first, Matrix second)
    {
        for (int j = 0; j < _outputs; j += Outputs)
        {
            var five = second.Values.AsSpan(j * second.Columns, Outputs * second.Columns);
            for (int i = 0; i < _rows; i += Rows)
                FourByFive.Multiply(Four(first, i), five, Twenty(_hidden, i, j));
            for (int i = 0; i < GradientSpan.Probes + _rows; i += Rows)
            {
                FourByFive.Multiply(Four(_alongPull, i), five, Twenty(_gradient, i, j));
                AddProducts(i, j);
            }
        }
    }

    /// <summary>Of four directions and five outputs, as <see cref="FourByFive.Update"/> takes factors.</summary>
    /// <param name="direction">The first of the four.</param>
    /// <param name="output">The first of the five.</param>
    public ReadOnlySpan<double> Factors(int direction, int output) =>
        Twenty(_gradient, GradientSpan.Probes + direction, output);

    // uᵀΣU F S⁽¹⁾ − uᵀΣT of four rows; five outputs at once, or each sum would wait for itself.
    private void AddProducts(int row, int output)
    {
        ref double products = ref _products[row * _capacity];
        ref double hidden = ref _hidden[output * Rows];
        ref double gradient = ref _gradient[(row * _outputs) + (output * Rows)];
        ref double targets = ref _targets[(row * _outputs) + (output * Rows)];
        var s0 = Vector256.LoadUnsafe(ref gradient, 0) - Vector256.LoadUnsafe(ref targets, 0);
        var s1 = Vector256.LoadUnsafe(ref gradient, 4) - Vector256.LoadUnsafe(ref targets, 4);
        var s2 = Vector256.LoadUnsafe(ref gradient, 8) - Vector256.LoadUnsafe(ref targets, 8);
        var s3 = Vector256.LoadUnsafe(ref gradient, 12) - Vector256.LoadUnsafe(ref targets, 12);
        var s4 = Vector256.LoadUnsafe(ref gradient, 16) - Vector256.LoadUnsafe(ref targets, 16);
        for (int k = 0; k < _columns; k++)
        {
            var column = Vector256.LoadUnsafe(ref products, (nuint)(k * Rows));
            ref double one = ref Unsafe.Add(ref hidden, (k / Rows * Rows * _outputs) + (k % Rows));
            s0 = Vector256.MultiplyAddEstimate(column, Vector256.Create(one), s0);
            s1 = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref one, 4)), s1);
            s2 = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref one, 8)), s2);
            s3 = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref one, 12)), s3);
            s4 = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref one, 16)), s4);
        }
        s0.StoreUnsafe(ref gradient, 0);
        s1.StoreUnsafe(ref gradient, 4);
        s2.StoreUnsafe(ref gradient, 8);
        s3.StoreUnsafe(ref gradient, 12);
        s4.StoreUnsafe(ref gradient, 16);
    }

    private static Span<double> Four(Matrix rows, int row) =>
        rows.Values.AsSpan(row * rows.Columns, Rows * rows.Columns);

    private Span<double> Twenty(double[] numbers, int row, int output) =>
        numbers.AsSpan((row * _outputs) + (output * Rows), Rows * Outputs);
}
