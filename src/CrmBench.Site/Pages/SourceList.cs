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

    /// <summary>
    /// Sources with what they give, for a template: by publisher, in order of first use. What many sources of a publisher share is said once.
    /// </summary>
    public static ImmutableArray<PublisherSources> Model(ImmutableArray<SourceUse> uses)
    {
        // Several titles of one place that begin alike are parts of one work: "some leaderboard, row x".
        var works = uses.CountBy(use => (HostOf(use.Source), WorkOf(use.Source))).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return
        [
            .. uses.GroupBy(use => (Host: HostOf(use.Source), Work: works.Contains((HostOf(use.Source), WorkOf(use.Source))) ? WorkOf(use.Source) : null))
                .Select(group => Publisher(group.Key.Host, group.Key.Work, [.. group])),
        ];
    }

    private static PublisherSources Publisher(string? host, string? work, ImmutableArray<SourceUse> uses)
    {
        var gives = Format.List([.. uses.SelectMany(use => use.Gives).Distinct()]);
        if (host is null || uses.Length <= MostOpen)
        {
            return new(null, null, null, gives, null, null, [.. uses.Select(use => Model(use.Source, use.Gives))]);
        }

        var licence = Shared(uses, source => source.Licence);
        var note = Shared(uses, source => source.Note);
        return new(
            Name: work ?? host,
            Place: work is null ? null : host,
            Count: Format.Counted(uses.Length, "source"),
            Gives: gives,
            Licence: licence,
            Note: note,
            Sources:
            [
                .. uses.Select(use => Model(use.Source, use.Gives)).Select(line => line with
                {
                    Title = work is null ? line.Title : Noun.Capital(line.Title[(work.Length + Part.Length)..]),
                    Licence = licence is null ? line.Licence : null,
                    Note = note is null ? line.Note : null,
                    Gives = line.Gives == gives ? null : line.Gives,
                }),
            ]);
    }

    /// <summary>What all sources say alike, or null.</summary>
    private static string? Shared(ImmutableArray<SourceUse> uses, Func<Source, string> of) =>
        of(uses[0].Source) is { Length: > 0 } text && uses.All(use => of(use.Source) == text) ? text : null;

    private static string? HostOf(Source source) => Uri.TryCreate(source.Url, UriKind.Absolute, out var address) && address.Host.Length > 0
        ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host
        : null;

    private const string Part = ", ";

    /// <summary>What the source is a part of, where its title says so.</summary>
    private static string? WorkOf(Source source) =>
        source.Title.IndexOf(Part, StringComparison.Ordinal) is > 0 and var comma && comma + Part.Length < source.Title.Length ? source.Title[..comma] : null;

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
internal sealed partial record PublisherSources(
    string? Name, string? Place, string? Count, string Gives, string? Licence, string? Note, ImmutableArray<SourceLine> Sources);

/// <summary>A source as the partial <c>sources</c> shows it.</summary>
[TemplateModel]
internal sealed partial record SourceLine(string Title, string? Url, string? Licence, string? Date, string? Note, string? Gives);
