using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Site;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Verification;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Fuzzing;

/// <summary>A whole site whose every name and text is hostile: in pages and downloads they are text, and nothing but text.</summary>
internal sealed class PageTarget : FuzzTarget
{
    private const int Texts = 24;

    // What a text is made of; each holds letters that a harmless page shows nowhere.
    private static readonly string[] Pieces =
    [
        "zq", "<script>zq()</script>", "</script><script>zq()</script>", "<img src=x onerror=zq()>", "\"><img src=x onerror=zq()>", "'><svg onload=zq()>",
        "\" onmouseover=\"zq()", "' onfocus='zq()' autofocus='", "</title><script>zq()</script>", "</textarea><script>zq()</script>", "<!--", "-->", "<![CDATA[", "]]>",
        "<a href=javascript:zq()>zq</a>", "javascript:zq()", "data:text/html,<script>zq()</script>", "{{ 7 * 7 }}", "{{ page }}", "{% zq %}", "${zq}", "`${zq()}`",
        "&lt;script&gt;", "&#60;script&#62;", "&amp;lt;", "&", "<", ">", "\"", "'", "`", "\\", "\\u003cscript\\u003e", "</style><style>*{display:none}", "<base href=//zq>",
        "<meta http-equiv=refresh content=0;url=//zq>", "=1+zq", "@zq", "+zq", "-zq", "\uFF1Dzq", "[zq](javascript:zq())", "![zq](//zq)", "*zq*", "# zq", "| zq |",
        "\u05D0\u05D1", "\u0645\u06CC\u200C\u062E", "\u4E2D\u6587", "\U0001F469\u200D\U0001F4BB", "a\u0301\u0301\u0301", "%3Cscript%3E", "/../..", "C:\\zq", "__proto__", "zq,zq;zq",
        "\u00A0", "0", "1e999", "<p>", "</p>", "<table><tr><td>", "</div>", "<template>", "<noscript>", "<math><mtext></mtext>", "<iframe srcdoc='<script>zq()</script>'>",
    ];

    // Properties whose values are for readers.
    private static readonly HashSet<string> Shown = new(
        ["name", "short_name", "question", "summary", "call_noun", "description", "best", "meaning", "reason", "changes", "known_limits", "variant", "submitted_by", "title",
         "note", "licence", "verified_by", "known_issues", "temperature"], StringComparer.Ordinal);

    private static readonly Lazy<(TemplateSet Templates, AssetSet Assets)> Sources = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var templates = ThemeFiles.Of(MemoryTree.Empty, "templates", diagnostics);
        var sources = (TemplateSet.Read(templates, "templates", diagnostics), AssetSet.Read(templates, "templates/assets", diagnostics));
        Assert.Empty(diagnostics.ToSorted());
        return sources;
    });

    private static readonly Lazy<LiveMarkup> Control = new(() => new LiveMarkup(
        Pages(Build([.. Enumerable.Range(1, Texts).Select(i => FormattableString.Invariant($"Harmless {i}"))], new DiagnosticBag())!)
            .Concat(ProseTarget.Harmless)));

    public override string Name => "page";

    public override (string File, byte[] Content) Make(Xoshiro256 random) =>
        ("texts.json", JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, Texts).Select(_ => Text(random))));

    public override FuzzOutcome Run(string file, byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        var site = Build(JsonSerializer.Deserialize<string[]>(content)!, diagnostics);
        if (site is null)
        {
            return FuzzOutcome.Refused;
        }

        foreach (var page in Pages(site))
        {
            Assert.Empty(Control.Value.In(page));
        }

        Assert.Contains(Pages(site), page => page.Contains("zq", StringComparison.Ordinal));
        foreach (var download in site.Files)
        {
            AssertRead(download);
        }

        return FuzzOutcome.Accepted;
    }

    private static string Text(Xoshiro256 random)
    {
        var text = new StringBuilder();
        for (var pieces = 1 + random.NextInt(4); pieces > 0; pieces--)
        {
            text.Append(Pieces[random.NextInt(Pieces.Length)]).Append(random.NextInt(3) == 0 ? " " : "");
        }

        return text.ToString().Trim() is { Length: > 0 } trimmed ? trimmed : "zq";
    }

    private static BuiltSite? Build(string[] texts, DiagnosticBag diagnostics)
    {
        var next = 0;
        string Next() => texts[next++ % texts.Length];
        var site = Sites.Minimal.Paths.Where(path => path.StartsWith("data/", StringComparison.Ordinal)).Aggregate(Sites.Minimal, (files, path) =>
            files.With(path, Changed(path, Sites.Minimal.Read(path), Next)));
        var catalogue = CatalogueReader.Read(site, diagnostics);
        var prose = Prose.Read("content/about.md", $"---\ntitle: {Next()}\ndescription: {Next()}\n---\n\nzq {Next()}\n\n{Next()}\n", diagnostics);
        if (catalogue is null || prose is null || diagnostics.HasErrors)
        {
            return null;
        }

        var sources = new SiteSources(Sources.Value.Templates, Sources.Value.Assets, System.Collections.Immutable.ImmutableSortedDictionary<string, Prose>.Empty.Add("about", prose));
        var plan = SiteBuilder.Plan(Scorer.Score(catalogue), sources, diagnostics);
        if (diagnostics.HasErrors)
        {
            // A text of Markdown may hold links and pictures that are refused.
            return null;
        }

        var built = plan.Render(diagnostics);
        diagnostics.Report(SiteVerifier.Verify(built, plan.BasePath, plan.ExpectedValues(), plan.StatedTexts()));
        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
        return built;
    }

    private static byte[] Changed(string path, byte[] content, Func<string> next)
    {
        var text = Encoding.UTF8.GetString(content);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            var json = JsonNode.Parse(text)!;
            Change(json, "", next);
            return Encoding.UTF8.GetBytes(json.ToJsonString());
        }

        if (!path.EndsWith("models.csv", StringComparison.Ordinal) && !path.EndsWith("providers.csv", StringComparison.Ordinal) && !path.EndsWith("use-cases.csv", StringComparison.Ordinal))
        {
            return content;
        }

        var rows = Meaning.Table(text);
        string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
        return Encoding.UTF8.GetBytes(Line(rows[0].Keys) + string.Concat(rows.Select(row => Line(row.Select(field =>
            field.Key is "name" or "notes" or "licence" or "area" or "type" && field.Value.Length > 0 ? next() : field.Value)))));
    }

    private static void Change(JsonNode node, string name, Func<string> next)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (key, value) in properties.ToList())
                {
                    if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && Shown.Contains(key))
                    {
                        properties[key] = next();
                    }
                    else if (value is not null)
                    {
                        Change(value, key, next);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue text && text.GetValueKind() == JsonValueKind.String && Shown.Contains(name))
                    {
                        items[i] = next();
                    }
                    else if (items[i] is { } item)
                    {
                        Change(item, name, next);
                    }
                }

                break;
        }
    }

    private static IEnumerable<string> Pages(BuiltSite site) =>
        site.Files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).Select(file => Encoding.UTF8.GetString(file.Content.Span));

    // What other programs read: JSON and XML are whole, and no field of a table is a formula.
    private static void AssertRead(SiteFile file)
    {
        switch (Path.GetExtension(file.Path))
        {
            case ".json":
                JsonDocument.Parse(file.Content).Dispose();
                break;
            case ".xml":
                XDocument.Parse(Encoding.UTF8.GetString(file.Content.Span));
                break;
            case ".csv":
                Assert.All(Meaning.Table(Encoding.UTF8.GetString(file.Content.Span)).SelectMany(row => row.Values), field =>
                    Assert.False(
                        field.Length > 0 && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(field[0], StringComparison.Ordinal)
                            && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                        $"{file.Path}: {field}"));
                break;
        }
    }
}
