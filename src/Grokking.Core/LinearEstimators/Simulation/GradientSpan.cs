using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Orthonormal directions u among the inputs, and of each what gradient descent needs: uᵀΣ, uᵀS⁽⁰⁾ and uᵀΣS⁽⁰⁾ of the first
/// layer at the start, uᵀΣT. A few probes go with them, random and orthogonal to all directions: what a gradient shows
/// along a probe lies outside the span.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class GradientSpan
{
    /// <summary>How many probes there are; they come before the directions.</summary>
    public const int Probes = FourByFive.Four;

    // Of a gradient's length: less of it beside the span is tolerated, or rounding.
    private const double SmallestShare = 1e-13;

    private readonly ILinearAlgebra _algebra;
    private readonly double[] _eigenvalues;
    private readonly Matrix _teacher; // T
    private readonly Matrix _probes;
    private readonly Matrix _directions; // uᵀ
    private readonly Matrix _scaled; // uᵀΣ
    private readonly Matrix _first; // uᵀS⁽⁰⁾
    private readonly Matrix _pull; // uᵀΣS⁽⁰⁾
    private readonly Matrix _targets; // uᵀΣT
    private readonly Matrix[] _linear; // each is linear in u
    private MatrixRows _start; // S⁽⁰⁾

    /// <param name="eigenvalues">Of Σ, d_in of them.</param>
    /// <param name="teacher">T in the eigenbasis, d_in × d_out.</param>
    /// <param name="width">d_h, filled up with zeros or not.</param>
    /// <param name="capacity">For how many directions there is room.</param>
    /// <param name="algebra">Multiplies.</param>
    public GradientSpan(double[] eigenvalues, Matrix teacher, int width, int capacity, ILinearAlgebra algebra)
    {
        (_eigenvalues, _teacher, _algebra, Capacity) = (eigenvalues, teacher, algebra, capacity);
        // On average over probes, the square of what lies outside shows once in their sum. Any random numbers will do.
        _probes = new Seed(0)
            .For("gradient span", 0, "probes")
            .GaussianMatrix(Probes, teacher.Rows, Math.Sqrt(1.0 / Probes));
        int rows = Probes + capacity;
        (_directions, _scaled) = (new(rows, teacher.Rows), new(rows, teacher.Rows));
        (_first, _pull, _targets) = (new(rows, width), new(rows, width), new(rows, teacher.Columns));
        _linear = [_directions, _scaled, _first, _pull, _targets];
        _start = new Matrix(teacher.Rows, width);
    }

    /// <summary>For how many directions there is room.</summary>
    public int Capacity { get; }

    /// <summary>‖ΣT‖, with whose rounding every gradient is known.</summary>
    public double ScaledTeacher
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < _eigenvalues.Length; i++)
                sum +=
                    _eigenvalues[i]
                    * _eigenvalues[i]
                    * TensorPrimitives.SumOfSquares<double>(_teacher.Row(i));
            return Math.Sqrt(sum);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>UᵀS⁽⁰⁾ at the start, of the directions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public MatrixRows First => _first.Slice(Probes..(Probes + Count));

    /// <summary>uᵀΣS⁽⁰⁾ at the start, probes first.</summary>
    public MatrixRows Pull => _pull.Slice(..(Probes + Count));

    /// <summary>uᵀΣT, probes first.</summary>
    public MatrixRows Targets => _targets.Slice(..(Probes + Count));

    /// <summary>The directions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public MatrixRows Directions => _directions.Slice(Probes..(Probes + Count));

    /// <summary>uᵀΣv of every direction and probe u with every direction v.</summary>
    public Matrix Products() => _algebra.Product(_scaled.Slice(..(Probes + Count)), false, Directions, true);

    /// <summary>Starts with no direction.</summary>
    /// <param name="first">S⁽⁰⁾ at the start; must stay as it is while the span is used.</param>
    public void Start(MatrixRows first)
    {
        (Count, _start) = (0, first);
        _probes.Values.CopyTo(_directions.Values, 0);
        Describe(..Probes);
    }

    /// <summary>Adds the directions in which a gradient leaves the span: as many as it has rows, or fewer.</summary>
    /// <param name="gradient">(ΣD)ᵀ, a row an output; overwritten.</param>
    public void Widen(Matrix gradient)
    {
        double rounding = SmallestShare * Math.Sqrt(gradient.SquaredNorm());
        int before = Probes + Count;
        for (int j = 0; j < gradient.Rows; j++)
            Add(gradient.Row(j), rounding);
        if (Probes + Count == before)
            return;
        Describe(before..(Probes + Count));
        for (int probe = 0; probe < Probes; probe++)
        for (int row = before; row < Probes + Count; row++)
        {
            double share = TensorPrimitives.Dot<double>(_directions.Row(probe), _directions.Row(row));
            foreach (Matrix one in _linear)
                TensorPrimitives.MultiplyAdd(one.Row(row), -share, one.Row(probe), one.Row(probe));
        }
    }

    /// <summary>Adds what is left of a vector beside all directions, if it is longer than rounding is.</summary>
    private void Add(Span<double> vector, double rounding)
    {
        double length = GramSchmidt.Remove(_directions, Probes..(Probes + Count), vector);
        if (length > rounding && Count < Capacity)
            TensorPrimitives.Divide(vector, length, _directions.Row(Probes + Count++));
    }

    /// <summary>Fills in what follows from the directions in some rows.</summary>
    private void Describe(Range rows)
    {
        var (first, count) = rows.GetOffsetAndLength(_directions.Rows);
        for (int row = first; row < first + count; row++)
            TensorPrimitives.Multiply(_directions.Row(row), _eigenvalues, _scaled.Row(row));
        _algebra.Multiply(_directions.Slice(rows), false, _start, false, _first.Slice(rows));
        _algebra.Multiply(_scaled.Slice(rows), false, _start, false, _pull.Slice(rows));
        _algebra.Multiply(_scaled.Slice(rows), false, _teacher, false, _targets.Slice(rows));
    }
}
