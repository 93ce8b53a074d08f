using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CrmBench.Tests.Support;

/// <summary>
/// Markdown as GitHub reads it, rendered by micromark with its extensions for GitHub (both MIT; in tests alone). What GitHub does after that,
/// such as making links of mentions, it does to text outside of code, which is what <see cref="Words"/> gives.
/// </summary>
public sealed class GitHubMarkdown : IAsyncLifetime
{
    private const string Script = """
        import { micromark } from 'MODULES/micromark/index.js';
        import { gfm, gfmHtml } from 'MODULES/micromark-extension-gfm/index.js';
        let text = '';
        process.stdin.setEncoding('utf8');
        for await (const piece of process.stdin) text += piece;
        const all = JSON.parse(text).map(one => micromark(one, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
        process.stdout.write(JSON.stringify(all));
        """;

    private static readonly NpmPackages Packages = new("micromark-4.0.3", "micromark@4.0.3", "micromark-extension-gfm@3.0.0");

    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => await Packages.InstallAsync("micromark-extension-gfm/index.js");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Renders texts, and reads the HTML as a browser would.</summary>
    public async Task<IHtmlDocument[]> RenderAsync(params string[] texts)
    {
        Prerequisite.Require(
            File.Exists(Packages.PathOf("micromark-extension-gfm/index.js")), "There is no micromark. Install npm and let it reach its registry.");
        var modules = new Uri(Packages.PathOf("").TrimEnd('/')).AbsoluteUri;
        var script = _folder.Write("render.mjs", Script.Replace("MODULES", modules, StringComparison.Ordinal));
        var input = _folder.Write("texts.json", System.Text.Json.JsonSerializer.Serialize(texts));
        var run = await ChildProcess.Run("/bin/sh", new Dictionary<string, string>(), "-c", $"node '{script}' < '{input}'");
        Assert.True(run.ExitCode == 0, run.Error);
        var parser = new HtmlParser();
        return [.. System.Text.Json.JsonSerializer.Deserialize<string[]>(run.Output)!.Select(html => parser.ParseDocument(html))];
    }

    /// <summary>The text outside of code, piece by piece.</summary>
    public static IEnumerable<string> Words(IHtmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return from node in AngleSharp.Dom.NodeExtensions.GetDescendants(document)
               where node is AngleSharp.Dom.IText
               where !AngleSharp.Dom.NodeExtensions.GetAncestors(node).Any(above => above.NodeName is "CODE" or "PRE" or "A")
               select AngleSharp.Dom.NodeExtensions.Text(node);
    }
}
