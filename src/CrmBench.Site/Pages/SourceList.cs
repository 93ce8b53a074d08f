using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Where the figures of a page come from, each source once, with what it gives.</summary>
internal static class SourceList
{
    /// <summary>The sources of some rows, in order of first use.</summary>
    public static ScriptArray Of(IEnumerable<LeaderboardRow> rows)
    {
        var byAddress = rows
            .SelectMany(row => row.Dimensions)
            .SelectMany(score => EvidenceOf(score).Select(evidence => (evidence.Source, score.Dimension.Name)))
            .GroupBy(use => (use.Source.Url, use.Source.Title, use.Source.Date));
        return Models.List(byAddress, uses => Model(uses.First().Source, [.. uses.Select(use => use.Name).Distinct()]));
    }

    /// <summary>All evidence of a dimension: of its counted mean, of its other metrics, of single use cases.</summary>
    public static IEnumerable<Evidence> EvidenceOf(DimensionScore score) => score.Metrics
        .SelectMany(metric => metric.Parts.Prepend(metric))
        .Select(metric => metric.Estimate)
        .Concat(score.UseCases.SelectMany(useCase => useCase.Cells.Select(cell => cell.Estimate)))
        .Prepend(score.Estimate)
        .OfType<Estimate>()
        .SelectMany(estimate => estimate.Evidence)
        .Distinct();

    /// <summary>One source as templates show it.</summary>
    public static ScriptObject Model(Source source, ImmutableArray<string> gives) => new()
    {
        ["title"] = source.Title,
        // A price list may be named without an address.
        ["url"] = source.Url.StartsWith("https://", StringComparison.Ordinal) ? source.Url : null,
        ["licence"] = source.Licence,
        ["date"] = source.Date is { } date ? Format.Date(date) : null,
        ["note"] = source.Note.Length == 0 ? null : source.Note,
        ["gives"] = gives.IsEmpty ? null : Format.List(gives),
    };
}
