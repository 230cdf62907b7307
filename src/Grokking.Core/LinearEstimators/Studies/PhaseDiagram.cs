using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt over two quantities, the third held fixed.</summary>
/// <param name="Across">Name of the quantity along the abscissa: "gamma", "d_out" or "lambda".</param>
/// <param name="Up">Name of the quantity along the ordinate.</param>
/// <param name="Abscissae">Increasing values along the abscissa.</param>
/// <param name="Ordinates">Increasing values along the ordinate.</param>
/// <param name="Delays">Δt in epochs, one list an ordinate with one value an abscissa; null where 95 % is never reached.</param>
public sealed record PhaseDiagram(
    string Across,
    string Up,
    IReadOnlyList<double> Abscissae,
    IReadOnlyList<double> Ordinates,
    IReadOnlyList<IReadOnlyList<double?>> Delays
)
{
    internal DataTable Table() =>
        new(
            $"{Across}-{Up}",
            [
                DataColumn.Of(Across, Ordinates.SelectMany(_ => Abscissae)),
                DataColumn.Of(Up, Ordinates.SelectMany(ordinate => Abscissae.Select(_ => ordinate))),
                new DataColumn("delta_t", [.. Delays.SelectMany(row => row)]),
            ]
        );
}
