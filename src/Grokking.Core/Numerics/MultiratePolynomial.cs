namespace Grokking.Numerics;

/// <summary>
/// Stands in for a slow right-hand side r over a step from t_n to t_{n+1}: predicting, the polynomial in t through its
/// values at t_{n−1} and t_n; correcting, through a proposed one at t_{n+1} too. In the first step there is no t_{n−1}.
/// All vectors are allocated once.
/// </summary>
internal sealed class MultiratePolynomial(int size)
{
    // At t_{n−1}, t_n and t_{n+1}.
    private readonly double[] _times = new double[3];
    private readonly double[][] _values = [new double[size], new double[size], new double[size]];
    private int _first = 1; // 0 from the second step on

    /// <summary>Sets t_n at the very beginning.</summary>
    /// <returns>Where r has to be written.</returns>
    public Span<double> Begin(double time)
    {
        _times[1] = time;
        return _values[1];
    }

    /// <summary>Sets t_{n+1}, in place of another one proposed before.</summary>
    /// <returns>Where r has to be written.</returns>
    public Span<double> Propose(double time)
    {
        _times[2] = time;
        return _values[2];
    }

    /// <summary>Goes on to the next step: the proposed value is now that at t_n.</summary>
    public void Accept()
    {
        (_times[0], _times[1]) = (_times[1], _times[2]);
        (_values[0], _values[1], _values[2]) = (_values[1], _values[2], _values[0]);
        _first = 0;
    }

    /// <summary>sum ← sum + p(t), predicting or correcting.</summary>
    public void AddTo(Span<double> sum, double time, bool corrected) => Add(1, time, corrected ? 2 : 1, sum);

    /// <summary>
    /// How far the proposed value moves the solution at t_{n+1}: the integral over the step of what it moves p, which is
    /// what the fast part would make of it if it damped nothing.
    /// </summary>
    public void PredictionError(Span<double> error)
    {
        double step = _times[2] - _times[1];
        // ∫ of the polynomial that is 1 at t_{n+1} and 0 at the times before.
        double ratio = (_times[1] - _times[0]) / step;
        double integral = _first == 0 ? step * ((1.0 / 3) + (ratio / 2)) / (1 + ratio) : step / 2;
        LinearCombination.Write(error, (integral, _values[2]));
        Add(-integral, _times[2], 1, error);
    }

    /// <summary>sum ← sum + factor × the polynomial through the values up to the last one.</summary>
    private void Add(double factor, double time, int last, Span<double> sum)
    {
        var terms = new (double Weight, double[] Vector)[last + 1 - _first];
        for (int i = _first; i <= last; i++)
        {
            // Lagrange's weights.
            double weight = factor;
            for (int j = _first; j <= last; j++)
                if (j != i)
                    weight *= (time - _times[j]) / (_times[i] - _times[j]);
            terms[i - _first] = (weight, _values[i]);
        }
        LinearCombination.Add(sum, terms);
    }
}
