using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do linear networks of two layers follow eqs 18 and 19?</summary>
internal static class C15TwoLayers
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        yield return new Claim
        {
            Id = "C15",
            Source = "§4, eqs 18 and 19, App. E",
            Statement =
                "A wide linear network of two layers learns like one layer with the rate η/(2 d_out²).",
            Quantity = "losses and times of both widths",
            Reason = "no study of two layers is among the results",
            Command = "",
        };
    }
}
