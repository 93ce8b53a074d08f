using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One row of an <see cref="AgreementChart"/>.</summary>
/// <param name="Name">What the raters agreed on, such as a metric.</param>
/// <param name="Coefficient">The coefficient, or null where it cannot be computed.</param>
/// <param name="Interval">Its interval, or null.</param>
internal sealed record AgreementRow(string Name, double? Coefficient, Whisker? Interval)
{
    /// <summary>The verdict where the coefficient alone does not decide it, such as when the interval reaches chance; null otherwise.</summary>
    public string? Verdict { get; init; }
}
