namespace Grokking.Cli.Report;

/// <summary>A column of numbers in a table of times.</summary>
/// <param name="Name">Its name in ids, e.g. "measured".</param>
/// <param name="Place">Where its value stands under a time of a result.</param>
/// <param name="Uncertainty">Where its standard error or predicted spread stands; null if it has none.</param>
/// <param name="Field">
/// Where <c>predict --json</c> says it, '*' for the time's name; null if only a whole study computes it.
/// </param>
/// <param name="Unit">"epochs", or "1" for a ratio.</param>
internal sealed record NumberColumn(
    string Name,
    string Place,
    string? Uncertainty,
    string? Field,
    string Unit = "epochs"
)
{
    /// <summary>The table of one layer, theory and measurement.</summary>
    public static readonly NumberColumn[] OfOneLayer =
    [
        new("measured", "measured/mean", "measured/standard_error", "measured.*.mean"),
        new("theory", "theory", "predicted_spread", "theory.*"),
        new("z", "z_score", null, null, "1"),
        new("drawn_spectra", "on_drawn_spectra", null, null),
        new("bias", "bias", null, null),
        new("z_on_drawn_spectra", "z_score_on_drawn_spectra", null, null, "1"),
        new(Eq12, "eq12", null, "theory.eq_12"),
    ];

    /// <summary>The table of two layers.</summary>
    public static readonly NumberColumn[] OfTwoLayers =
    [
        new("measured", "measured/mean", "measured/standard_error", null),
        new("theory", "theory", null, "theory.*"),
        new("frozen_kernel", "frozen_kernel", null, null),
        new("as_printed", "as_printed", null, null),
    ];

    private const string Eq12 = "eq_12";

    /// <summary>Where the value stands; null if the column says nothing of this time.</summary>
    /// <param name="setting">Where the setting's times stand.</param>
    /// <param name="time">"training", "generalization" or "difference".</param>
    public string? PointerIn(string setting, string time) =>
        Name == Eq12 && time != "difference" ? null : PointerTo(Place, setting, time);

    /// <summary>Where something about a time stands; eq. 12 is about Δt and stands beside the times.</summary>
    public string PointerTo(string place, string setting, string time) =>
        Name == Eq12 ? $"{setting}/{place}" : $"{setting}/{time}/{place}";
}
