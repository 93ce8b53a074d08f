using System.Collections.Immutable;
using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Preview;

/// <summary>What the preview adds to pages: what is wrong with the sources, and the script that loads a page again when they change.</summary>
internal static class PreviewPages
{
    /// <summary>Folder of the preview's own files on the server. No page of a site begins with a point.</summary>
    public const string Folder = "/.crmbench/";

    /// <summary>The style sheet of the list of problems.</summary>
    public const string Style = """
        .crmbench-problems { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 45vh; overflow: auto; box-sizing: border-box; margin: 0;
          padding: .6rem 1rem; border-top: 3px solid #b3261e; background: #fff; color: #1a1d21; font: 14px/1.45 system-ui, sans-serif; }
        .crmbench-problems.mild { border-color: #8a5a00; }
        .crmbench-problems.whole { position: static; max-height: none; border: 0; max-width: 60rem; margin: 2rem auto; }
        .crmbench-problems summary { cursor: pointer; font-weight: 600; }
        .crmbench-problems ul { margin: .5rem 0 0; padding: 0; list-style: none; }
        .crmbench-problems li { margin: .4rem 0; overflow-wrap: anywhere; }
        .crmbench-problems code { font: 13px/1.45 ui-monospace, monospace; font-weight: 600; }
        @media (prefers-color-scheme: dark) { .crmbench-problems { background: #1b1e21; color: #e8e9ea; } body:has(> .whole) { background: #131517; } }
        """;

    /// <summary>The script that listens for changes. What it was asked with is the state of the page that it stands in.</summary>
    public const string Script = """
        const shown = document.currentScript.src.split("?")[1];
        new EventSource("/.crmbench/changes").onmessage = message => message.data === shown || location.reload();
        """;

    /// <summary>A page of the site with what the preview adds to it.</summary>
    /// <param name="page">The page as it would be published.</param>
    /// <param name="state">The state it was made in.</param>
    /// <param name="explain">The address of the page on a code of a problem.</param>
    public static byte[] Dress(ReadOnlySpan<byte> page, PreviewState state, Func<string, string> explain)
    {
        var end = page.LastIndexOf("</body>"u8);
        return end < 0 ? page.ToArray() : [.. page[..end], .. Encoding.UTF8.GetBytes(Additions(state, explain)), .. page[end..]];
    }

    /// <summary>A page that shows nothing but problems, where there is no site yet or the page's own template fails.</summary>
    public static byte[] OnlyProblems(PreviewState state) => Encoding.UTF8.GetBytes($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Wording.PreviewStopped}</title>
        </head>
        <body>
        {Head(state)}
        <main class="crmbench-problems whole">
        <h1>{Wording.PreviewStopped}</h1>
        <p>{Wording.PreviewSaveToGoOn}</p>
        {Items(state, null)}
        </main>
        </body>
        </html>

        """);

    private static string Additions(PreviewState state, Func<string, string> explain)
    {
        var panel = state is { Problems: [], Trouble: null } ? "" : $"""
            <aside class="crmbench-problems{(state.IsStale ? "" : " mild")}" aria-label="{Wording.PreviewProblems}">
            <details{(state.IsStale ? " open" : "")}>
            <summary>{Escaped(Wording.PreviewShows(state.Problems, state.IsStale, state.Trouble))}</summary>
            {Items(state, explain)}
            </details>
            </aside>

            """;
        return Head(state) + panel;
    }

    private static string Head(PreviewState state) =>
        $"<link rel=\"stylesheet\" href=\"{Folder}preview.css\">\n<script src=\"{Folder}preview.js?{state.Version}\"></script>\n";

    private static string Items(PreviewState state, Func<string, string>? explain)
    {
        var trouble = state.Trouble is { } text ? ImmutableArray.Create($"<li>{Escaped(text)}</li>") : [];
        return $"<ul>{string.Concat(trouble.Concat(state.Problems.Select(problem => Item(problem, explain))))}</ul>";
    }

    private static string Item(Diagnostic problem, Func<string, string>? explain)
    {
        var severity = problem.Severity == Severity.Error ? "error" : "warning";
        var code = explain is null ? Escaped(problem.Code) : $"<a href=\"{Escaped(explain(problem.Code))}\">{Escaped(problem.Code)}</a>";
        return $"<li><code>{Escaped(problem.Place.ToString())}</code> {severity} {code}: {Escaped(problem.Message)}</li>";
    }

    private static string Escaped(string text) => Html.FromText(Printable.Of(text)).Markup;
}
