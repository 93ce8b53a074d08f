using System.Text;

namespace CrmBench.Benchmarks.Pages;

/// <summary>
/// The least that Hugo needs for as many pages with as long tables: every page is front matter in JSON, its quickest format, and one
/// layout draws the table. No taxonomies, feeds or sitemap.
/// </summary>
internal static class HugoSite
{
    private const string Config =
        """
        baseURL = "https://example.org/synthetic/"
        title = "Synthetic"
        disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "section"]

        """;

    private const string Layout =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }}</title></head>
        <body><main><h1>{{ .Title }}</h1>
        <table><caption>Results</caption>
        <thead><tr><th scope="col">Name</th><th scope="col">Score</th><th scope="col">Source</th></tr></thead>
        <tbody>
        {{ range .Params.rows }}<tr><th scope="row"><a href="{{ .address | relURL }}">{{ .name }}</a></th>
        <td data-value="{{ .value }}">{{ .value }}</td><td>{{ .source }}</td></tr>
        {{ end }}</tbody></table></main></body></html>

        """;

    /// <summary>Writes the site.</summary>
    /// <param name="folder">A new folder.</param>
    /// <param name="site">What its pages tell.</param>
    /// <param name="pages">How many pages in all; beyond those of models they are boards.</param>
    public static void Write(string folder, SyntheticSite site, int pages)
    {
        Workplace.Write(Path.Combine(folder, "config.toml"), Config);
        Workplace.Write(Path.Combine(folder, "layouts", "_default", "single.html"), Layout);
        Workplace.Write(Path.Combine(folder, "layouts", "index.html"), Layout);
        for (var model = 0; model < site.Models; model++)
        {
            var page = Page(
                $"Model {model}", SyntheticSite.UseCases, row => ($"use-cases/{row}/", $"Use case {row}", SyntheticSite.Score(model, row)));
            Workplace.Write(Path.Combine(folder, "content", "models", $"{model}.md"), page);
        }

        // The home page is Hugo's own.
        for (var board = 0; board < pages - site.Models - 1; board++)
        {
            var length = Math.Min(SyntheticSite.ModelsOfARelease, site.Models);
            var page = Page($"Board {board}", length, row => ($"models/{row}/", $"Model {row}", SyntheticSite.Score(row, board)));
            Workplace.Write(Path.Combine(folder, "content", "use-cases", $"{board}.md"), page);
        }
    }

    private static string Page(string title, int length, Func<int, (string Address, string Name, string Value)> row)
    {
        var page = new StringBuilder($"{{\n\"title\": \"{title}\",\n\"rows\": [\n");
        for (var i = 0; i < length; i++)
        {
            var (address, name, value) = row(i);
            page.Append(i == 0 ? "" : ",\n");
            page.Append($"{{\"address\": \"{address}\", \"name\": \"{name}\", \"value\": \"{value}\", \"source\": \"A formula\"}}");
        }

        return page.Append("\n]\n}\n").ToString();
    }
}
