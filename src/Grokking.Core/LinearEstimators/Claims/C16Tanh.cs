using Grokking.Claims;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do networks with tanh follow the linear theory?</summary>
internal static class C16Tanh
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        yield return new Claim
        {
            Id = "C16",
            Source = "§4, Fig. 5",
            Statement = "A network of two layers with tanh follows the linear theory.",
            Quantity = "losses and times of both widths",
            Reason = "no study of two layers is among the results",
            Command = "",
        };
    }
}
