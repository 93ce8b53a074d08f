using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Where an estimate comes from.</summary>
/// <param name="Source">The source, with its date and licence.</param>
/// <param name="Place">The file and line in the repository; line 0 where a whole file stands behind it.</param>
public sealed record Evidence(Source Source, SourcePlace Place)
{
    /// <summary>A hash of the place alone, which tells most of them apart; the texts of a source are long.</summary>
    public override int GetHashCode() => Place.GetHashCode();
}
