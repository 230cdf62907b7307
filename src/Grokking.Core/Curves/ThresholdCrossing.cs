namespace Grokking.Curves;

/// <summary>When a curve first meets its threshold: an epoch, or the named reason why there is none.</summary>
public abstract record ThresholdCrossing
{
    private ThresholdCrossing() { }

    /// <summary>The threshold is met at this epoch, t* &gt; 0 (a whole number if measured, real in theory).</summary>
    public sealed record Reached(double Epoch) : ThresholdCrossing;

    /// <summary>The threshold is met before the first step: t* = 0.</summary>
    public sealed record Initially : ThresholdCrossing;

    /// <summary>The curve's limit lies on the wrong side of the threshold: there is no t*.</summary>
    public sealed record Never : ThresholdCrossing;

    /// <summary>Not met by the last epoch that was looked at; a later t* is not excluded.</summary>
    public sealed record NotReachedBy(double Epoch) : ThresholdCrossing;

    /// <summary>t* where it exists: the epoch reached, or 0 if met initially; otherwise null.</summary>
    public double? Time =>
        this switch
        {
            Reached reached => reached.Epoch,
            Initially => 0,
            _ => null,
        };
}
