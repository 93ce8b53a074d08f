using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Values;
using CrmBench.Site.Downloads;
using CrmBench.Site.Words;

namespace CrmBench.Site.Api;

/// <summary>The releases with their submissions. Sources stand once a release, since most submissions share them.</summary>
internal static class ReleaseList
{
    public static void Write(Utf8JsonWriter json, ScoredCatalogue scored) => json.WriteObjects(
        "releases",
        scored.Benchmarks.SelectMany(entry => entry.Releases, (entry, release) => (entry.Benchmark, release.Release)),
        pair =>
        {
            var (benchmark, release) = pair;
            json.WriteString("benchmark", benchmark.Id);
            json.WriteString("id", release.Id);
            json.WriteDay("date", release.Date);
            json.WriteString("status", ResultWords.Of(release.Status));
            json.WriteBoolean("front", ReferenceEquals(release, benchmark.Front));
            json.WriteBoolean("invented", benchmark.Invented);
            json.WriteString("changes", release.Changes);
            json.WriteTexts("known_limits", release.KnownLimits);
            json.WriteTexts("use_cases", benchmark.IsWhole ? [] : release.UseCases);
            json.WriteString("rank_by", release.RankBy);
            json.WritePath("page", Addresses.Release(benchmark, release));
            WriteSubmissions(json, scored.Catalogue.Site, release);
        });

    private static void WriteSubmissions(Utf8JsonWriter json, SiteSettings site, Release release)
    {
        var places = new OrderedDictionary<(string Url, string Title, string Licence, DateOnly? Date), int>();
        foreach (var source in release.Submissions.SelectMany(submission => submission.Sources))
        {
            places.TryAdd(KeyOf(source), places.Count);
        }

        json.WriteObjects("sources", places.Keys, source =>
        {
            json.WriteString("title", source.Title);
            json.WriteString("url", source.Url);
            json.WriteString("licence", source.Licence);
            json.WriteDay("date", source.Date);
        });
        json.WriteObjects("submissions", release.Submissions, submission =>
        {
            json.WriteString("id", submission.Id);
            json.WriteString("model", submission.Model);
            json.WriteKnown("variant", submission.Variant);
            json.WriteString("method", submission.Method);
            json.WriteString("submitted_by", submission.SubmittedBy);
            json.WriteDay("submitted_on", submission.SubmittedOn);
            json.WriteDay("evaluated_on", submission.EvaluatedOn);
            json.WriteString("verified_by", submission.VerifiedBy);
            json.WriteStartArray("sources");
            foreach (var place in submission.Sources.Select(source => places[KeyOf(source)]).Distinct())
            {
                json.WriteNumberValue(place);
            }

            json.WriteEndArray();
            json.WriteTexts("known_issues", submission.KnownIssues);
            json.WriteObjects("corrections", submission.Corrections, correction => WriteEvent(json, correction.On, correction.Reason));
            if (submission.Withdrawn is { } withdrawal)
            {
                json.WriteStartObject("withdrawn");
                WriteEvent(json, withdrawal.On, withdrawal.Reason);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("withdrawn");
            }

            json.WriteString("file", Addresses.InRepository(site, submission.Place));
        });
    }

    private static (string Url, string Title, string Licence, DateOnly? Date) KeyOf(Source source) =>
        (source.Url, source.Title, source.Licence, source.Date);

    private static void WriteEvent(Utf8JsonWriter json, DateOnly day, string reason)
    {
        json.WriteDay("on", day);
        json.WriteString("reason", reason);
    }
}

/// <summary>The leaderboards with the addresses of their files; the figures are there, and nowhere here.</summary>
internal static class LeaderboardList
{
    public static void Write(Utf8JsonWriter json, ScoredCatalogue scored) => json.WriteObjects(
        "leaderboards",
        from entry in scored.Benchmarks
        from release in entry.Releases
        from board in release.AllBoards
        select (entry, release, board),
        of =>
        {
            var (entry, release, board) = of;
            json.WriteString("benchmark", board.Benchmark.Id);
            json.WriteString("release", board.Release.Id);
            json.WriteString("method", board.Method.Id);
            json.WriteDay("date", board.Release.Date);
            json.WriteString("status", ResultWords.Of(board.Release.Status));
            json.WriteBoolean("front", ReferenceEquals(entry.Front, release) && ReferenceEquals(release.Boards[0], board));
            json.WriteBoolean("invented", board.Benchmark.Invented);
            json.WriteString("rank_by", board.RankBy.Id);
            json.WriteNumber("rows", board.Rows.Count());
            json.WriteNumber("ranked", board.Rows.Count(row => row.Rank is not null));
            json.WritePath("page", Addresses.Kept(release, board));
            json.WritePath("json", DownloadFiles.PathOf(board, "json"));
            json.WritePath("csv", DownloadFiles.PathOf(board, "csv"));
        });
}
