namespace Grokking.LinearEstimators.Parameters;

/// <summary>How time passes in theory.</summary>
public enum Dynamics
{
    /// <summary>Gradient flow, as in the paper: an eigenmode ν decays as e^{−2η(ν+g)t/d_out}.</summary>
    Flow,

    /// <summary>The exact gradient descent of eq. 3: an eigenmode ν decays as (1 − 2η(ν+g)/d_out)^t.</summary>
    Descent,
}
