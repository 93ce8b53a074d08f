using System.Text;
using System.Text.Json;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// The pages, feeds and site map as validators see them that nobody here wrote: html-validate with the rules of the HTML standard, libxml2, and the
/// TypeScript checker with the published types of JSON Feed. All run in the tests alone. Each is shown something wrong first, so that a validator which
/// accepts anything is noticed.
/// </summary>
public sealed class PublishedRulesTests : IAsyncLifetime
{
    private const string HtmlScript = """
        import { readFileSync } from 'node:fs';
        import { HtmlValidate } from 'MODULES/html-validate/dist/esm/index.js';
        // A hash of a script is of use where another host delivers it.
        const rules = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:document'], rules: { 'require-sri': 'off' } });
        for (const file of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
            const report = await rules.validateString(readFileSync(file, 'utf8'), file);
            for (const { line, column, message, ruleId } of report.results.flatMap(result => result.messages)) {
                console.log(`${file}:${line}:${column} ${ruleId}: ${message}`);
            }
        }
        """;

    private const string XmlScript = """
        import { readFileSync } from 'node:fs';
        import xmllint from 'MODULES/xmllint-wasm/index-node.js';
        const [list, schema, extension] = process.argv.slice(2);
        const xml = JSON.parse(readFileSync(list, 'utf8')).map(file => ({ fileName: file, contents: readFileSync(file, 'utf8') }));
        const report = await xmllint.validateXML({ xml, schema: [readFileSync(schema, 'utf8')], extension });
        for (const { rawMessage } of report.errors) {
            console.log(rawMessage);
        }
        """;

    // MIT, but the types of JSON Feed, which are ISC. html-validate 11 needs a newer Node.js than 20; sitemap brings the published schema of site maps.
    private readonly NpmPackages _packages = new(
        "rules-1", "html-validate@10.17.0", "xmllint-wasm@5.3.0", "sitemap@9.0.1", "@json-feed-types/1_1@1.0.2", "typescript@6.0.3");

    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => await _packages.InstallAsync("typescript/bin/tsc");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_page_obeys_the_standard_of_html()
    {
        var wrong = _folder.Write("wrong.html", "<!doctype html><html lang=\"en\"><head><title>A page</title></head><body><p><div>No</div></p></body></html>");
        Assert.NotEmpty(await FindingsAsync(HtmlScript, [wrong]));

        Assert.Equal("", await FindingsAsync(HtmlScript, Written(path => path.EndsWith(".html", StringComparison.Ordinal))));
    }

    // RFC 4287.
    [Fact]
    public async Task Every_atom_feed_obeys_its_grammar()
    {
        var grammar = Repository.PathOf("tests", "CrmBench.Tests", "Site", "Downloads", "atom.rng");
        var feeds = Written(path => path.EndsWith("/feed.xml", StringComparison.Ordinal) || path == "feed.xml");
        var wrong = _folder.Write("wrong.xml", File.ReadAllText(feeds[0]).Replace("<updated>", "<updated>on ", StringComparison.Ordinal));
        Assert.NotEmpty(await FindingsAsync(XmlScript, [wrong], grammar, "relaxng"));

        Assert.Equal("", await FindingsAsync(XmlScript, feeds, grammar, "relaxng"));
    }

    // sitemaps.org, protocol 0.9.
    [Fact]
    public async Task The_site_map_obeys_its_published_schema()
    {
        var schema = _packages.PathOf("sitemap/schema/sitemap.xsd");
        var map = Assert.Single(Written(path => path == "sitemap.xml"));
        var wrong = _folder.Write("wrong.xml", File.ReadAllText(map).Replace("<loc>", "<location>", StringComparison.Ordinal).Replace("</loc>", "</location>", StringComparison.Ordinal));
        Assert.NotEmpty(await FindingsAsync(XmlScript, [wrong], schema, "schema"));

        Assert.Equal("", await FindingsAsync(XmlScript, [map], schema, "schema"));
    }

    // jsonfeed.org/version/1.1.
    [Fact]
    public async Task Every_json_feed_has_the_published_type()
    {
        Assert.NotEmpty(await TypeFindingsAsync([_folder.Write("wrong.json", "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A feed\", \"items\": [{ \"id\": 1 }] }")]));

        Assert.Equal("", await TypeFindingsAsync(Written(path => path.EndsWith("/feed.json", StringComparison.Ordinal) || path == "feed.json")));
    }

    private Task<string> TypeFindingsAsync(string[] feeds)
    {
        var source = new StringBuilder($"import type Feed from '{_packages.PathOf("@json-feed-types/1_1/index")}';\nexport const feeds: readonly Feed[] = [\n");
        source.AppendJoin(",\n", feeds.Select(File.ReadAllText)).Append("\n];\n");
        return NodeAsync(
            _packages.PathOf("typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", _folder.Write("feeds.ts", source.ToString()));
    }

    private Task<string> FindingsAsync(string script, string[] files, params string[] options)
    {
        var modules = new Uri(_packages.PathOf("").TrimEnd('/')).AbsoluteUri;
        return NodeAsync(
        [
            _folder.Write("validate.mjs", script.Replace("MODULES", modules, StringComparison.Ordinal)),
            _folder.Write("files.json", JsonSerializer.Serialize(files)),
            .. options,
        ]);
    }

    // What a validator prints about the files; nothing where it finds nothing.
    private async Task<string> NodeAsync(params string[] arguments)
    {
        Prerequisite.Require(
            File.Exists(_packages.PathOf("typescript/bin/tsc")), "There are no validators. Install npm (apt-get install npm) and let it reach its registry.");
        var run = await ChildProcess.Run(Installed.Find("node")!, new Dictionary<string, string>(), arguments);
        return run.Output + run.Error;
    }

    private string[] Written(Func<string, bool> chosen)
    {
        var files = BoardsSite.Files.Where(file => chosen(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        return [.. files.Select(file =>
        {
            var path = _folder.PathOf(Path.Combine("site", file.Key));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Value);
            return path;
        })];
    }
}
