namespace CrmBench.Site.Charts;

/// <summary>A verdict on coefficients of agreement.</summary>
/// <param name="From">Least coefficient that earns it; the zone ends where the next begins.</param>
/// <param name="Name">The verdict in one or two words, such as "usable".</param>
internal sealed record AgreementZone(double From, string Name);
