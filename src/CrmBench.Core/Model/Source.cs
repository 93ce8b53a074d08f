namespace CrmBench.Core.Model;

/// <summary>Where figures come from.</summary>
/// <param name="Id">Identifier within the submission.</param>
/// <param name="Title">What a reader would look for.</param>
/// <param name="Url">Address, https.</param>
/// <param name="Licence">Licence or terms, in a few words.</param>
/// <param name="Date">The day of the state that was read.</param>
/// <param name="Note">Conditions worth knowing, or empty.</param>
public sealed record Source(string Id, string Title, string Url, string Licence, DateOnly? Date, string Note)
{
    /// <summary>
    /// Whether its figures belong to the model by another run than the submission's own; null where the submission does not say, and
    /// the figures themselves tell: see <see cref="Scoring.ForeignFigures"/>.
    /// </summary>
    public bool? Elsewhere { get; init; }
}
