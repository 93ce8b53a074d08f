using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

public sealed class ChangesPageTests
{
    [Fact]
    public void Every_entry_of_the_feed_is_on_the_page_and_every_page_names_the_feed()
    {
        var page = new HtmlParser().ParseDocument(Read("changes/index.html"));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var fragments = XDocument.Parse(Read("feed.xml")).Descendants(atom + "entry")
            .Select(entry => new Uri(entry.Element(atom + "id")!.Value).Fragment.TrimStart('#'));

        Assert.All(fragments, fragment => Assert.NotNull(page.GetElementById(fragment)));
        Assert.Equal("/board/feed.xml", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public void No_result_is_missing_from_the_ledger()
    {
        var csv = Read("data/changes.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Where(fields => fields[1] is "release" or "added" && fields[5].Length > 0)
            .Select(fields => $"{fields[2]}/releases/{fields[3]}/submissions/{fields[5]}");

        var data = BoardsSite.PathOf("data/benchmarks");
        // What is in a draft is no result yet.
        var folders = Directory.EnumerateFiles(data, "submission.json", SearchOption.AllDirectories)
            .Where(file => !File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "release.json")).Contains("\"draft\"", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(data, Path.GetDirectoryName(file)!).Replace('\\', '/'));
        Assert.Equal(folders.Order(StringComparer.Ordinal), csv.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Withdrawn_and_corrected_results_stand_there_with_day_and_reason()
    {
        var page = new HtmlParser().ParseDocument(Read("changes/index.html"));

        var withdrawn = page.GetElementById("2026-10-15_demonstration_2026-09_withdrawn_model-l")!.TextContent;
        var corrected = page.GetElementById("2026-10-08_demonstration_2026-09_corrected_model-f")!.TextContent;
        Assert.Contains("two models' responses had been swapped", withdrawn, StringComparison.Ordinal);
        Assert.Contains("Model L", withdrawn, StringComparison.Ordinal);
        Assert.Contains("the costs of two profiles had been exchanged", corrected, StringComparison.Ordinal);
        Assert.Contains("invented data", corrected, StringComparison.Ordinal);
    }

    private static string Read(string file) => Encoding.UTF8.GetString(BoardsSite.Files[file]);
}
