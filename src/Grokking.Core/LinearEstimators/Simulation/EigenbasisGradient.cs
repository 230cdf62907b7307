using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// D = S⁽⁰⁾S⁽¹⁾ − T and the gradient of the training loss where Σ is diagonal and inputs meet in S⁽¹⁾ alone: while
/// four rows of S⁽⁰⁾ lie in the fastest cache they give their rows of D, their share of S⁽⁰⁾ᵀΣD and their own change.
/// </summary>
/// <remarks>
/// Weights are kept as S⁽⁰⁾ and S⁽¹⁾ᵀ. Zeros fill up rows to whole vectors, inputs to fours and outputs to fives;
/// under the gradient they stay zeros. One gradient costs 3 d_in d_h d_out multiplications. Buffers are allocated once: for
/// one thread at a time.
/// </remarks>
internal sealed class EigenbasisGradient
{
    private const int Inputs = FourByFive.Four;
    private const int Outputs = FourByFive.Five;

    private readonly double[] _eigenvalues;
    private readonly double[] _teacher; // T, four inputs at a time, as distances lie
    private readonly double[] _distances; // D, or ΣD, of four inputs: those of the first output, of the second, and so on
    private readonly int _outputs; // d_out, filled up
    private readonly double[] _before; // four rows of S⁽⁰⁾
    private readonly AlignedNumbers _sum; // DᵀΣS⁽⁰⁾
    private readonly AlignedNumbers _second; // S⁽¹⁾ᵀ
    private readonly AlignedNumbers _scaledSecond; // −ηS⁽¹⁾ᵀ
    private readonly int _width; // d_h, filled up

    /// <param name="eigenvalues">Of Σ, d_in of them, at least 0.</param>
    /// <param name="teacher">T in the eigenbasis, d_in × d_out.</param>
    /// <param name="hiddenWidth">d_h, at least 1.</param>
    public EigenbasisGradient(double[] eigenvalues, Matrix teacher, int hiddenWidth)
    {
        _outputs = RoundUp(teacher.Columns, Outputs);
        _eigenvalues = [.. eigenvalues, .. new double[RoundUp(teacher.Rows, Inputs) - teacher.Rows]];
        _teacher = new double[_eigenvalues.Length * _outputs];
        for (int i = 0; i < teacher.Rows; i++)
        for (int j = 0; j < teacher.Columns; j++)
            _teacher[Place(i, j)] = teacher[i, j];
        _distances = new double[Inputs * _outputs];
        _width = RoundUp(hiddenWidth, FourByFive.Lanes);
        _before = new double[Inputs * _width];
        _sum = new(_outputs * _width);
        _second = new(_outputs * _width);
        _scaledSecond = new(_outputs * _width);
    }

    /// <summary>S⁽⁰⁾ in the eigenbasis and S⁽¹⁾ as they are kept here.</summary>
    public static TwoLayerWeights Arranged(Matrix first, Matrix second) =>
        new(Filled(first, Inputs, FourByFive.Lanes), Filled(second.Transposed(), Outputs, FourByFive.Lanes));

    /// <summary>Writes D, d_in × d_out.</summary>
    public void Distance(TwoLayerWeights weights, Matrix distance)
    {
        weights.Second.Values.CopyTo(_second.All);
        for (int i = 0; i < distance.Rows; i++)
        {
            if (i % Inputs == 0)
                Distances(Four(weights.First, i), _second.All, i, Vector256<double>.One);
            for (int j = 0; j < distance.Columns; j++)
                distance[i, j] = _distances[Place(i % Inputs, j)];
        }
    }

    /// <summary>result ← −rate (ΣDS⁽¹⁾ᵀ, S⁽⁰⁾ᵀΣD) + keep · result; the result may be the weights themselves.</summary>
    public void Change(TwoLayerWeights weights, TwoLayerWeights result, double rate, double keep) =>
        Change(
            weights.First.Values,
            weights.Second.Values,
            result.First.Values,
            result.Second.Values,
            rate,
            keep
        );

    /// <summary>The same, with both layers as they lie in <see cref="TwoLayerWeights"/>.</summary>
    /// <param name="first">S⁽⁰⁾.</param>
    /// <param name="second">S⁽¹⁾ᵀ.</param>
    /// <param name="firstResult">Of S⁽⁰⁾.</param>
    /// <param name="secondResult">Of S⁽¹⁾ᵀ.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="keep">0 ignores what the result held, NaN included.</param>
    public void Change(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Span<double> firstResult,
        Span<double> secondResult,
        double rate,
        double keep
    )
    {
        second.CopyTo(_second.All);
        TensorPrimitives.Multiply(_second.All, -rate, _scaledSecond.All);
        _sum.All.Clear();
        var sum = _sum.All;
        var copied = _second.All;
        var scaledSecond = _scaledSecond.All;
        int four = Inputs * _width;
        for (int i = 0; i < _eigenvalues.Length; i += Inputs)
        {
            var rows = first.Slice(i * _width, four);
            Distances(rows, copied, i, Vector256.Create(_eigenvalues.AsSpan(i, Inputs)));
            var target = firstResult.Slice(i * _width, four);
            if (_outputs > Outputs)
            {
                // The second five outputs, too, read the weights as they were.
                rows.CopyTo(_before);
                rows = _before;
            }
            for (int j = 0; j < _outputs; j += Outputs)
                FourByFive.Update(
                    rows,
                    Factors(j),
                    Five(sum, j),
                    Five(scaledSecond, j),
                    target,
                    j == 0 ? keep : 1
                );
        }
        if (keep == 0)
            secondResult.Clear();
        else
            TensorPrimitives.Multiply(secondResult, keep, secondResult);
        TensorPrimitives.MultiplyAdd(sum, -rate, secondResult, secondResult);
    }

    /// <summary>The rows of D of four neighbouring inputs, each times a factor.</summary>
    private void Distances(
        ReadOnlySpan<double> first,
        Span<double> second,
        int input,
        Vector256<double> factors
    )
    {
        for (int j = 0; j < _outputs; j += Outputs)
            FourByFive.Multiply(first, Five(second, j), Factors(j));
        ref double distances = ref MemoryMarshal.GetArrayDataReference(_distances);
        ref double teacher = ref _teacher[input * _outputs];
        for (nuint j = 0; j < (nuint)_distances.Length; j += Inputs)
        {
            var distance = Vector256.LoadUnsafe(ref distances, j) - Vector256.LoadUnsafe(ref teacher, j);
            (factors * distance).StoreUnsafe(ref distances, j);
        }
    }

    /// <summary>Where input i and output j lie among numbers in fours of inputs.</summary>
    private int Place(int input, int output) =>
        (input / Inputs * Inputs * _outputs) + (output * Inputs) + (input % Inputs);

    private Span<double> Factors(int output) => _distances.AsSpan(output * Inputs, Inputs * Outputs);

    private static Span<double> Four(Matrix first, int input) =>
        first.Values.AsSpan(input * first.Columns, Inputs * first.Columns);

    private Span<double> Five(Span<double> rows, int output) => rows.Slice(output * _width, Outputs * _width);

    /// <summary>The matrix with zeros below and beside it.</summary>
    private static Matrix Filled(Matrix matrix, int rows, int columns)
    {
        var filled = new Matrix(RoundUp(matrix.Rows, rows), RoundUp(matrix.Columns, columns));
        for (int i = 0; i < matrix.Rows; i++)
            matrix.Row(i).CopyTo(filled.Row(i));
        return filled;
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
