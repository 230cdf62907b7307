using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// D = S⁽⁰⁾S⁽¹⁾ − T and the gradient of the training loss where Σ is diagonal and inputs meet in S⁽¹⁾ alone: while
/// a row of S⁽⁰⁾ lies in the fastest cache it gives its row of D, its share of S⁽⁰⁾ᵀΣD and its own change.
/// </summary>
/// <remarks>
/// Weights are kept as S⁽⁰⁾ and S⁽¹⁾ᵀ. Zeros fill up rows to whole vectors, inputs to pairs and outputs to fives;
/// under the gradient they stay zeros. One gradient costs 3 d_in d_h d_out multiplications. Buffers are allocated once: for
/// one thread at a time.
/// </remarks>
internal sealed class EigenbasisGradient
{
    private const int Inputs = 2;
    private const int Outputs = 5;

    private readonly double[] _eigenvalues;
    private readonly Matrix _teacher;
    private readonly Matrix _distances; // D, or ΣD, of two inputs
    private readonly AlignedNumbers _sum; // DᵀΣS⁽⁰⁾
    private readonly AlignedNumbers _second; // S⁽¹⁾ᵀ
    private readonly AlignedNumbers _scaledSecond; // −ηS⁽¹⁾ᵀ
    private readonly int _width; // d_h, filled up

    /// <param name="eigenvalues">Of Σ, d_in of them, at least 0.</param>
    /// <param name="teacher">T in the eigenbasis, d_in × d_out.</param>
    /// <param name="hiddenWidth">d_h, at least 1.</param>
    public EigenbasisGradient(double[] eigenvalues, Matrix teacher, int hiddenWidth)
    {
        _teacher = Filled(teacher, Inputs, Outputs);
        _eigenvalues = [.. eigenvalues, .. new double[_teacher.Rows - teacher.Rows]];
        _distances = new(Inputs, _teacher.Columns);
        _width = RoundUp(hiddenWidth, TwoByFive.Lanes);
        _sum = new(_teacher.Columns * _width);
        _second = new(_teacher.Columns * _width);
        _scaledSecond = new(_teacher.Columns * _width);
    }

    /// <summary>S⁽⁰⁾ in the eigenbasis and S⁽¹⁾ as they are kept here.</summary>
    public static TwoLayerWeights Arranged(Matrix first, Matrix second) =>
        new(Filled(first, Inputs, TwoByFive.Lanes), Filled(second.Transposed(), Outputs, TwoByFive.Lanes));

    /// <summary>Writes D, d_in × d_out.</summary>
    public void Distance(TwoLayerWeights weights, Matrix distance)
    {
        weights.Second.Values.CopyTo(_second.All);
        for (int i = 0; i < distance.Rows; i++)
        {
            if (i % Inputs == 0)
                Distances(Two(weights.First, i), i, 1, 1);
            _distances.Row(i % Inputs)[..distance.Columns].CopyTo(distance.Row(i));
        }
    }

    /// <summary>result ← −rate (ΣDS⁽¹⁾ᵀ, S⁽⁰⁾ᵀΣD) + keep · result; the result may be the weights themselves.</summary>
    public void Change(TwoLayerWeights weights, TwoLayerWeights result, double rate, double keep)
    {
        if (keep == 0)
        {
            // What the result held before is ignored, NaN included.
            Array.Clear(result.First.Values);
            Array.Clear(result.Second.Values);
        }
        weights.Second.Values.CopyTo(_second.All);
        TensorPrimitives.Multiply(_second.All, -rate, _scaledSecond.All);
        _sum.All.Clear();
        for (int i = 0; i < _teacher.Rows; i += Inputs)
        {
            var first = Two(weights.First, i);
            Distances(first, i, _eigenvalues[i], _eigenvalues[i + 1]);

            // Everything that reads the old weights comes before they are overwritten.
            for (int j = 0; j < _teacher.Columns; j += Outputs)
                TwoByFive.AddTo(Five(_sum, j), first, Factors(0, j), Factors(1, j));
            var target = Two(result.First, i);
            for (int j = 0; j < _teacher.Columns; j += Outputs)
                TwoByFive.Combine(
                    target,
                    j == 0 ? keep : 1,
                    Five(_scaledSecond, j),
                    Factors(0, j),
                    Factors(1, j)
                );
        }
        TensorPrimitives.Multiply(result.Second.Values, keep, result.Second.Values);
        TensorPrimitives.MultiplyAdd(_sum.All, -rate, result.Second.Values, result.Second.Values);
    }

    /// <summary>The rows of D of two neighbouring inputs, each times a factor.</summary>
    private void Distances(ReadOnlySpan<double> first, int input, double upperFactor, double lowerFactor)
    {
        for (int j = 0; j < _teacher.Columns; j += Outputs)
            TwoByFive.Multiply(first, Five(_second, j), Factors(0, j), Factors(1, j));
        var upper = _distances.Row(0);
        var lower = _distances.Row(1);
        var upperTeacher = _teacher.Row(input);
        var lowerTeacher = _teacher.Row(input + 1);
        for (int j = 0; j < upper.Length; j++)
        {
            upper[j] = upperFactor * (upper[j] - upperTeacher[j]);
            lower[j] = lowerFactor * (lower[j] - lowerTeacher[j]);
        }
    }

    private Span<double> Factors(int row, int output) => _distances.Row(row).Slice(output, Outputs);

    private static Span<double> Two(Matrix first, int input) =>
        first.Values.AsSpan(input * first.Columns, Inputs * first.Columns);

    private Span<double> Five(AlignedNumbers rows, int output) =>
        rows.All.Slice(output * _width, Outputs * _width);

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
