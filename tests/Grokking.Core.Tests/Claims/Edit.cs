using Grokking.LinearEstimators.Claims;

namespace Grokking.Tests.Claims;

/// <summary>A change of what was found, as if another number had been measured or computed.</summary>
internal delegate Findings Edit(Findings findings);
