using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Metadata;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// The Markdown twin of a board, for programs that read text: what is asked, the table as the page prints it, how to read it, and the sources.
/// It stands beside the page whose address never means another board.
/// </summary>
internal static class BoardMarkdown
{
    private const string Characters = "\\`*_[]<>|#~";

    /// <summary>The path of a board's twin within the site.</summary>
    public static string PathOf(ScoredRelease release, Leaderboard board) => $"{Addresses.Kept(release, board)}index.md";

    /// <summary>The paths of all twins.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) => scored.AllBoards.Select(of => Route.OfProgram(PathOf(of.Release, of.Board)));

    /// <summary>The twins of all boards.</summary>
    public static ImmutableArray<SiteFile> Write(SiteIndex index, SitePaths paths) => InParallel.Make(
        [.. index.Scored.AllBoards],
        of => new SiteFile(PathOf(of.Release, of.Board)[1..], Encoding.UTF8.GetBytes(Text(index, paths, of.Release, of.Board))));

    private static string Text(SiteIndex index, SitePaths paths, ScoredRelease release, Leaderboard board)
    {
        var benchmark = board.Benchmark;
        var text = new StringBuilder();
        void Paragraph(string line) => text.Append(line).Append("\n\n");
        string To(string name, string path) => $"[{name}]({paths.Absolute(path)})";

        Paragraph($"# {Plain(benchmark.Question)}");
        Paragraph($"{Plain(benchmark.Name)}, {ReleaseText.InSentence(benchmark, board.Release)} of {Format.IsoDate(board.Release.Date)}, {Plain(board.Method.Name)}. {Plain(benchmark.Summary)}");
        if (benchmark.Invented)
        {
            Paragraph("**Invented data.** Every name and number here is made up by a program. Nothing here is a result.");
        }

        if (benchmark.Unranked is { } reason)
        {
            Paragraph($"**Not a ranking.** {Plain(reason)}");
        }

        Paragraph(string.Join(" · ",
        [
            To("Page", Addresses.Kept(release, board)), To("CSV", DownloadFiles.PathOf(board, "csv")), To("JSON", DownloadFiles.PathOf(board, "json")),
            To("How every number is made", Addresses.Methodology(benchmark)), To("BibTeX", Citation.BibtexPath(benchmark, board.Release)),
        ]));
        AppendTable(text, board);
        text.Append("## How to read it\n\n");
        foreach (var note in index.Of(board).Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Plain(note)}\n");
        }

        text.Append("- An empty cell was not measured; it is never zero.\n");
        foreach (var limit in board.Release.KnownLimits)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Known limit: {Plain(limit)}\n");
        }

        text.Append("\n## Sources\n\n");
        foreach (var source in index.Of(board).Sources.Select(use => use.Source))
        {
            var day = source.Date is { } date ? $", {Format.IsoDate(date)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"- {Plain(source.Title)}: {Address(source.Url)}{day}. {Plain(source.Licence)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nCite: {Plain(Citation.Text(index.Site, benchmark, board.Release))}\n").ToString();
    }

    private static void AppendTable(StringBuilder text, Leaderboard board)
    {
        string[] heads =
        [
            "Rank", board.Benchmark.Subject.Title, "Provider",
            .. board.Benchmark.Dimensions.Select(dimension => $"{dimension.Name}, {(dimension.Better == Direction.Higher ? "higher" : "lower")} is better"),
            "Covers",
        ];
        Line(text, heads);
        Line(text, [.. heads.Select(_ => "---")]);
        foreach (var row in board.Rows)
        {
            Line(text, [Rank(row), .. Cells(row)]);
        }

        foreach (var row in board.References)
        {
            Line(text, ["yardstick", .. Cells(row)]);
        }

        text.Append('\n');
    }

    private static IEnumerable<string> Cells(LeaderboardRow row) =>
    [
        row.Label,
        row.Provider.Name,
        .. row.Dimensions.Select(Value),
        $"{Format.Plain(row.RankedBy.Coverage.Count)} of {Format.Plain(row.RankedBy.Coverage.Total)}",
    ];

    private static string Rank(LeaderboardRow row) => (row.Rank, row.RankRange) switch
    {
        (null, _) => "",
        ({ } rank, null) => Format.Plain(rank),
        ({ } rank, { } range) => $"{Format.Plain(rank)} ({Format.Ranks(range)})",
    };

    private static string Value(DimensionScore score) => score switch
    {
        { Estimate: { } estimate } => Format.WithSpread(score.Dimension.Printed, estimate.Value, estimate.Interval)
            + (estimate.Belonging == Belonging.Model ? " (measured elsewhere)" : ""),
        { Tier: { } tier, Dimension.Tiers: { } tiers } => tier.Lowest == tier.Highest
            ? tiers.Bands[tier.Lowest].Name
            : $"{tiers.Bands[tier.Lowest].Name} to {tiers.Bands[tier.Highest].Name}",
        _ => "",
    };

    private static void Line(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (var cell in cells)
        {
            text.Append(' ').Append(Plain(cell)).Append(" |");
        }

        text.Append('\n');
    }

    // Signs within angle brackets need no escape; a price list may be named without an address.
    private static string Address(string url) => url.StartsWith("https://", StringComparison.Ordinal) ? $"<{url}>" : Plain(url);

    /// <summary>A text on one line whose characters mean nothing in Markdown.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Characters.Contains(character, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(char.IsWhiteSpace(character) ? ' ' : character);
        }

        return plain.ToString();
    }
}
