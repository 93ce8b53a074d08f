using System.Globalization;
using System.Text;
using CrmBench.Core.Scoring;
using CrmBench.Site.Api;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// <c>llms.txt</c>: what the site is and where its numbers are, as Markdown for programs that read for people (llmstxt.org). A board is
/// named with its table as a file, so that nobody needs to read numbers out of a page.
/// </summary>
internal static class LlmsText
{
    /// <summary>The file.</summary>
    public static SiteFile Write(SiteIndex index, SitePaths paths)
    {
        var text = new StringBuilder($"# {index.Site.Title}\n\n> {OneLine(index.Site.Description)}\n");
        text.Append("\nMissing is never zero, and what cannot be told apart shares a range of ranks. Each number has its interval, its source and its date; give them with it.\n");
        text.Append("\n## Leaderboards\n\n");
        foreach (var scored in index.Scored.Benchmarks.Where(scored => scored.Front is not null))
        {
            Append(text, paths, scored);
        }

        text.Append("\n## More\n\n");
        foreach (var (name, path, about) in More(index))
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{name}]({paths.Absolute(path)}): {about}\n");
        }

        return new SiteFile(paths.FileOf(Addresses.LlmsText), Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, SitePaths paths, ScoredBenchmark scored)
    {
        var benchmark = scored.Benchmark;
        var invented = benchmark.Invented ? "Invented data. " : "";
        text.Append(CultureInfo.InvariantCulture, $"- [{OneLine(benchmark.Name)}]({paths.Absolute(Addresses.Benchmark(benchmark))}): {invented}{OneLine(benchmark.Summary)}\n");
        foreach (var board in scored.Front!.Boards)
        {
            var (csv, json) = (paths.Absolute(DownloadFiles.PathOf(board, "csv")), paths.Absolute(DownloadFiles.PathOf(board, "json")));
            var markdown = paths.Absolute(BoardMarkdown.PathOf(scored.Front, board));
            text.Append(CultureInfo.InvariantCulture, $"  - {ReleaseText.Beginning(benchmark, board.Release)}, {OneLine(board.Method.Name)}: [Markdown]({markdown}), [CSV]({csv}), [JSON]({json})\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  - [Methodology]({paths.Absolute(Addresses.Methodology(benchmark))})\n");
    }

    private static IEnumerable<(string Name, string Path, string About)> More(SiteIndex index)
    {
        yield return (index.Site.Subject.Titles, Addresses.Models, $"every {index.Site.Subject.One} with its rank on each leaderboard");
        yield return ("Changes", Addresses.Changes, "every release, and every result added, corrected or withdrawn");
        yield return ("Index", FileIndex.Path, "every file of the data as JSON, with size, hash, schema and day");
        yield return ("OpenAPI", OpenApi.Path, "benchmarks, releases, leaderboards, models, providers and prices as JSON, described");
        yield return ("All figures", FigureTable.Form.CsvPath, "one table of every figure of every leaderboard as CSV");
        if (index.HasText("data"))
        {
            yield return ("Data", Addresses.Data, "all files and schemas, licences and how to cite");
        }

        if (index.HasText("reading"))
        {
            yield return ("How to read a leaderboard", Addresses.Reading, "what the words and marks mean");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('[', '(').Replace(']', ')');
}
