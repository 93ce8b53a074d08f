using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>
/// The feeds of a site: of everything, of each benchmark, provider and model. A feed of a former name stays where it was, and names its new address as
/// its own, to which readers move.
/// </summary>
internal static class Feeds
{
    /// <summary>The paths of all feeds.</summary>
    public static IEnumerable<Route> Routes(Catalogue catalogue) =>
        Places(catalogue).SelectMany(place => Both(place.Folder, place.Origin));

    /// <summary>All feeds, two files each.</summary>
    public static IEnumerable<SiteFile> Write(Catalogue catalogue, SitePaths paths)
    {
        var feeds = All(catalogue).ToDictionary(feed => feed.Folder, StringComparer.Ordinal);
        return InParallel.Make([.. Places(catalogue)], place =>
        {
            var feed = feeds[place.Of];
            return new SiteFile[]
            {
                new(Feed.AtomIn(place.Folder)[1..], feed.Atom(paths)),
                new(Feed.JsonIn(place.Folder)[1..], feed.Json(paths)),
            };
        }).SelectMany(files => files);
    }

    /// <summary>All feeds, each once.</summary>
    internal static IEnumerable<Feed> All(Catalogue catalogue)
    {
        var site = catalogue.Site.Title;
        var all = LedgerText.All(catalogue);
        DateOnly? newest = all.IsEmpty ? null : all[0].Entry.On;
        Feed Of(string folder, string home, string title, string about, ImmutableArray<LedgerText> entries) =>
            new(folder, title, about, home, entries, entries.IsEmpty ? newest : entries[0].Entry.On) { Author = site };

        yield return Of(
            Addresses.Home, Addresses.Changes, $"{site}: changes",
            "Every release of every leaderboard, and every result added, corrected or withdrawn.", all);
        var ofBenchmarks = all.ToLookup(text => text.Entry.Benchmark.Id, StringComparer.Ordinal);
        foreach (var benchmark in catalogue.Benchmarks)
        {
            yield return Of(
                Addresses.Benchmark(benchmark), Addresses.Benchmark(benchmark), $"{benchmark.Name}: changes",
                $"Every release of {benchmark.Name}, and every result added, corrected or withdrawn.", [.. ofBenchmarks[benchmark.Id]]);
        }

        var ofModels = Followed(all, submission => submission.Model);
        foreach (var model in catalogue.Models.Values)
        {
            yield return Of(
                Addresses.Model(model.Id), Addresses.Model(model.Id), $"{model.Name}: changes",
                $"Every release with {model.Name}, and every result of it added, corrected or withdrawn.", [.. ofModels[model.Id]]);
        }

        var ofProviders = Followed(all, submission => catalogue.Models[submission.Model].Provider);
        foreach (var provider in catalogue.Providers.Values)
        {
            yield return Of(
                Addresses.Provider(provider.Id), Addresses.Provider(provider.Id), $"{provider.Name}: changes",
                $"Every release with {catalogue.Site.Subject.Many} of {provider.Name}, and every result of them added, corrected or withdrawn.",
                [.. ofProviders[provider.Id]]);
        }
    }

    // The close of a release concerns all that stands in it, whenever it came.
    private static ILookup<string, LedgerText> Followed(ImmutableArray<LedgerText> all, Func<Submission, string> by) => all
        .SelectMany(text => (text.Entry.Kind == LedgerKind.Release ? text.Entry.Release.Submissions : text.Entry.Submissions)
            .GroupBy(by, (followed, submissions) => (Followed: followed, Text: text.For([.. submissions]))))
        .ToLookup(pair => pair.Followed, pair => pair.Text, StringComparer.Ordinal);

    private static IEnumerable<Place> Places(Catalogue catalogue)
    {
        yield return new(Addresses.Home, Addresses.Home, new SourcePlace("crmbench"));
        foreach (var benchmark in catalogue.Benchmarks)
        {
            var folder = Addresses.Benchmark(benchmark);
            yield return new(folder, folder, new SourcePlace($"data/benchmarks/{benchmark.Id}"));
            foreach (var alias in benchmark.Aliases)
            {
                yield return new($"/{alias.Id}/", folder, alias.Place);
            }
        }

        foreach (var model in catalogue.Models.Values)
        {
            foreach (var id in model.Aliases.Prepend(model.Id))
            {
                yield return new(Addresses.Model(id), Addresses.Model(model.Id), new SourcePlace("data/models.csv"));
            }
        }

        foreach (var provider in catalogue.Providers.Values)
        {
            yield return new(Addresses.Provider(provider.Id), Addresses.Provider(provider.Id), new SourcePlace("data/providers.csv"));
        }
    }

    private static IEnumerable<Route> Both(string folder, SourcePlace origin) => [new(Feed.AtomIn(folder), origin), new(Feed.JsonIn(folder), origin)];

    /// <summary>A folder that has feeds: those of another folder's subject, where it is a former name of it.</summary>
    private sealed record Place(string Folder, string Of, SourcePlace Origin);
}
