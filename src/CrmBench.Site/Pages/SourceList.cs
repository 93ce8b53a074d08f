using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>Where the figures of a page come from, each source once, with what it gives.</summary>
internal static class SourceList
{
    /// <summary>The sources of some rows, in order of first use, with the dimensions they give.</summary>
    public static ImmutableArray<SourceUse> Uses(IEnumerable<LeaderboardRow> rows)
    {
        var found = new OrderedDictionary<(string Url, string Title, DateOnly? Date), (Source Source, List<string> Gives)>();
        var (last, gives) = ((Source?)null, new List<string>());
        foreach (var score in rows.SelectMany(row => row.Dimensions))
        {
            foreach (var source in SourcesOf(score))
            {
                // Neighbours mostly share their source, and its texts are long.
                if (!ReferenceEquals(source, last))
                {
                    var key = (source.Url, source.Title, source.Date);
                    if (!found.TryGetValue(key, out var use))
                    {
                        found.Add(key, use = (source, []));
                    }

                    (last, gives) = (source, use.Gives);
                }

                if (!gives.Contains(score.Dimension.Name))
                {
                    gives.Add(score.Dimension.Name);
                }
            }
        }

        return [.. found.Values.Select(use => new SourceUse(use.Source, [.. use.Gives]))];
    }

    /// <summary>As many sources of one publisher stand open.</summary>
    private const int MostOpen = 3;

    /// <summary>Sources with what they give, for a template: by publisher, which is whom their addresses belong to, in order of first use.</summary>
    public static ImmutableArray<PublisherSources> Model(ImmutableArray<SourceUse> uses) =>
    [
        .. uses.GroupBy(use => Publisher(use.Source)).Select(group => new PublisherSources(
            Name: group.Key,
            Count: group.Key is not null && group.Count() > MostOpen ? Format.Counted(group.Count(), "source") : null,
            Gives: Format.List([.. group.SelectMany(use => use.Gives).Distinct()]),
            Sources: [.. group.Select(use => Model(use.Source, use.Gives))])),
    ];

    private static string? Publisher(Source source) => Uri.TryCreate(source.Url, UriKind.Absolute, out var address) && address.Host.Length > 0
        ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host
        : null;

    /// <summary>The source of each figure of a dimension: of its counted mean, of its other metrics, of single use cases.</summary>
    public static IEnumerable<Source> SourcesOf(DimensionScore score)
    {
        foreach (var estimate in EstimatesOf(score))
        {
            foreach (var evidence in estimate?.Evidence ?? [])
            {
                yield return evidence.Source;
            }
        }
    }

    private static IEnumerable<Estimate?> EstimatesOf(DimensionScore score)
    {
        yield return score.Estimate;
        foreach (var metric in score.Metrics)
        {
            yield return metric.Estimate;
            foreach (var part in metric.Parts)
            {
                yield return part.Estimate;
            }
        }

        foreach (var useCase in score.UseCases)
        {
            foreach (var cell in useCase.Cells)
            {
                yield return cell.Estimate;
            }
        }
    }

    /// <summary>One source as templates show it.</summary>
    public static SourceLine Model(Source source, ImmutableArray<string> gives) => new(
        Title: source.Title,
        // A price list may be named without an address.
        Url: source.Url.StartsWith("https://", StringComparison.Ordinal) ? source.Url : null,
        Licence: source.Licence,
        Date: source.Date is { } date ? Format.Date(date) : null,
        Note: source.Note.Length == 0 ? null : source.Note,
        Gives: gives.IsEmpty ? null : Format.List(gives));
}

/// <summary>A source with what it gives.</summary>
/// <param name="Source">The source.</param>
/// <param name="Gives">Names of the dimensions that have figures from it.</param>
internal sealed record SourceUse(Source Source, ImmutableArray<string> Gives);

/// <summary>The sources of one publisher for the partial <c>publishers</c>; many are folded, and then counted.</summary>
[TemplateModel]
internal sealed partial record PublisherSources(string? Name, string? Count, string Gives, ImmutableArray<SourceLine> Sources);

/// <summary>A source as the partial <c>sources</c> shows it.</summary>
[TemplateModel]
internal sealed partial record SourceLine(string Title, string? Url, string Licence, string? Date, string? Note, string? Gives);
