using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// Where a result stands, small enough for a page elsewhere: the ranks that its interval leaves open, what it rests on and the day of the release. It never
/// says more than that: no rank where ranks are a range, none for what is incomplete, invented or withdrawn.
/// </summary>
/// <param name="Path">The path without its extension: <c>/badges/service-agents/gpt-5.2</c>.</param>
/// <param name="Label">What stands on the left: site and board.</param>
/// <param name="Message">What stands on the right.</param>
/// <param name="Meaning">Both and more, for those who cannot see it.</param>
/// <param name="Colour">The colour of the right half, six hexadecimal digits; white letters on it have a contrast of 5 to 1 or more.</param>
internal sealed record Badge(string Path, string Label, string Message, string Meaning, string Colour)
{
    private const string Ranked = "1f5fbf";
    private const string Plain = "545a62";
    private const string Made = "8a5a00";

    private const int FontSize = 11;
    private const double Padding = 7;

    // A longer label is cut, and whole in the title; a message never is.
    private const double LongestLabel = 260;

    /// <summary>The path of the picture.</summary>
    public string Svg => $"{Path}.svg";

    /// <summary>The path of the same for programs that draw badges by themselves.</summary>
    public string Json => $"{Path}.json";

    /// <summary>Its width in pixels.</summary>
    public int Width => LabelWidth + MessageWidth;

    private int LabelWidth => WidthOf(Shown);

    private int MessageWidth => WidthOf(Message);

    private string Shown => TextWidth.Cut(Label, FontSize, LongestLabel);

    /// <summary>The badge of a row.</summary>
    public static Badge Of(SiteSettings site, Entry entry) => Of(site, entry.Release, entry.Board, entry.Row);

    /// <summary>Every badge: of each result ever listed in a frozen release, where it stands now or stood last, so that none vanishes from the pages that show it.</summary>
    public static ImmutableArray<Badge> All(ScoredCatalogue scored)
    {
        var badges = new OrderedDictionary<string, Badge>(StringComparer.Ordinal);
        foreach (var release in scored.Benchmarks.SelectMany(benchmark => benchmark.ByStanding).Where(release => release.Release.Status == ReleaseStatus.Frozen))
        {
            foreach (var board in release.Boards)
            {
                foreach (var row in board.Rows.Concat(board.References))
                {
                    Add(Of(scored.Catalogue.Site, release, board, row));
                }

                foreach (var submission in board.Withdrawn)
                {
                    Add(OfWithdrawn(scored.Catalogue, release, board, submission));
                }
            }
        }

        return [.. badges.Values];

        void Add(Badge badge) => badges.TryAdd(badge.Path, badge);
    }

    /// <summary>The paths of badges.</summary>
    public static IEnumerable<Route> Routes(IEnumerable<Badge> badges) =>
        badges.SelectMany(badge => (string[])[badge.Svg, badge.Json]).Select(path => new Route(path, new SourcePlace($"data/benchmarks/{path.Split('/')[2]}")));

    /// <summary>The files of badges, two each.</summary>
    public static IEnumerable<SiteFile> Write(IEnumerable<Badge> badges) =>
        badges.SelectMany(badge => (SiteFile[])[new(badge.Svg[1..], badge.ToSvg()), new(badge.Json[1..], badge.ToJson())]);

    /// <summary>The picture. Its width is that of the widest usual font, so that its text is cut in none.</summary>
    public byte[] ToSvg()
    {
        var svg = new SvgWriter(1024);
        svg.Write($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="20" viewBox="0 0 {Width} 20" role="img"><title>{Meaning}</title>""");
        svg.Write($"""<rect width="{LabelWidth}" height="20" fill="#2b3036"/><rect x="{LabelWidth}" width="{MessageWidth}" height="20" fill="#{Colour}"/>""");
        svg.Write($"""<g fill="#fff" font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" font-size="{FontSize}" text-anchor="middle">""");
        svg.Write($"""<text x="{LabelWidth / 2.0}" y="14">{Shown}</text><text x="{LabelWidth + (MessageWidth / 2.0)}" y="14">{Message}</text></g></svg>""");
        return Encoding.UTF8.GetBytes(svg + "\n");
    }

    /// <summary>The same in the form that shields.io reads from an endpoint, version 1.</summary>
    public byte[] ToJson() => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("label", Label);
        json.WriteString("message", Message);
        json.WriteString("color", Colour);
        json.WriteEndObject();
    });

    private static Badge Of(SiteSettings site, ScoredRelease release, Leaderboard board, LeaderboardRow row)
    {
        var estimate = row.RankedBy.Estimate;
        var isRanked = row.Rank is not null;
        var standing = Standing(board, row);
        var count = estimate?.Count is { } n && estimate.CountOf != CountOf.Unknown ? $", {Format.Count(n)} {CountWord(n, estimate.CountOf)}" : "";
        return Make(
            site, release, board, row.Submission, row.Label,
            isRanked ? standing + count : standing,
            board.Benchmark.Invented ? Made : isRanked ? Ranked : Plain);
    }

    private static Badge OfWithdrawn(Catalogue catalogue, ScoredRelease release, Leaderboard board, Submission submission) => Make(
        catalogue.Site, release, board, submission, submission.LabelWith(catalogue.Models[submission.Model]),
        $"withdrawn on {Format.Date(submission.Withdrawn!.On)}", board.Benchmark.Invented ? Made : Plain);

    private static Badge Make(
        SiteSettings site, ScoredRelease release, Leaderboard board, Submission submission, string name, string standing, string colour)
    {
        var benchmark = board.Benchmark;
        var message = OnOneLine($"{(benchmark.Invented ? "invented: " : "")}{standing}, {Format.Date(board.Release.Date)}");
        var variant = submission.Variant.Length == 0 ? "" : $" ({submission.Variant})";
        // Of one release's boards, only that by its first method is meant where no method is named.
        var method = ReferenceEquals(release.Boards[0], board) ? "" : $"_{board.Method.Id}";
        var by = method.Length == 0 ? "" : $", {board.Method.Name}";
        return new(
            $"/badges/{benchmark.Id}/{submission.Id}{method}",
            OnOneLine($"{site.Title}: {benchmark.ShortName}{by}{variant}"),
            message,
            OnOneLine($"{name} on {benchmark.Name}{by}, {site.Title}, {ReleaseText.InSentence(benchmark, board.Release)}: {message}"),
            colour);
    }

    private static string Standing(Leaderboard board, LeaderboardRow row) => row switch
    {
        { RankRange: not null } => RankText.Sentence(row, board),
        { Rank: not null } => $"{RankText.Sentence(row, board)}{(RankText.IsUsual(board) ? " by value" : "")}, no interval known",
        _ when row.RankedBy.IsPartial => string.Create(
            CultureInfo.InvariantCulture,
            $"not ranked ({row.RankedBy.Coverage.Count} of {row.RankedBy.Coverage.Total} {board.Benchmark.UseCaseNoun.Many})"),
        _ => "not ranked",
    };

    private static string CountWord(long n, CountOf of)
    {
        var many = ResultWords.Of(of);
        return n == 1 ? many[..^1] : many;
    }

    private static string OnOneLine(string text) => text.Replace('\u00a0', ' ').ReplaceLineEndings(" ");

    private static int WidthOf(string text) => (int)Math.Ceiling(TextWidth.Of(text, FontSize) + (2 * Padding));
}

/// <summary>A badge as the model's page offers it.</summary>
/// <param name="Svg">Path of the picture.</param>
/// <param name="Json">Path of the form for programs.</param>
/// <param name="Alt">What it says.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Markdown">What to paste where Markdown is written.</param>
/// <param name="Html">What to paste into a page.</param>
[TemplateModel]
internal sealed partial record BadgeOffer(string Svg, string Json, string Alt, int Width, string Markdown, string Html)
{
    /// <summary>The badge of a row with what to paste; null in drafts, whose results may still go.</summary>
    public static BadgeOffer? Of(SiteIndex index, Entry entry)
    {
        if (entry.Release.Release.Status == ReleaseStatus.Draft)
        {
            return null;
        }

        var badge = Badge.Of(index.Site, entry);
        var picture = Addresses.Absolute(index.Site, badge.Svg);
        var page = Addresses.Absolute(index.Site, $"{Addresses.Model(entry.Row.Model.Id)}#{Addresses.RowOnModel(entry.Board, entry.Row)}");
        return new(
            badge.Svg, badge.Json, badge.Meaning, badge.Width,
            $"[![{InMarkdown(badge.Meaning)}]({picture})]({page})",
            $"<a href=\"{page}\"><img src=\"{picture}\" width=\"{Format.Plain(badge.Width)}\" height=\"20\" alt=\"{Words.Html.FromText(badge.Meaning).Markup}\"></a>");
    }

    // What could end the text, begin another form or be code.
    private static string InMarkdown(string text) => string.Concat(text.Select(letter => "\\`*_[]<>!&".Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"));
}
