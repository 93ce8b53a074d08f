using System.Collections.Frozen;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Site.Publishing;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>
/// The templates of a site, parsed once: <c>layout.html</c>, which writes <c>{{ content }}</c> where the page belongs,
/// <c>pages/*.html</c> and <c>partials/*.html</c>. It never changes and serves any number of threads.
/// </summary>
public sealed class TemplateSet
{
    internal const string LayoutName = "layout.html";

    private const string PartialsFolder = "partials/";

    // A template with an error stays here as null: it was reported, and is not missing.
    private readonly FrozenDictionary<string, ParsedTemplate?> _templates;

    private TemplateSet(FrozenDictionary<string, ParsedTemplate?> templates) => _templates = templates;

    /// <summary>Reads and parses every <c>.html</c> file of the templates folder, except its assets.</summary>
    /// <param name="files">The files below the templates folder.</param>
    /// <param name="folder">That folder, from the root of the repository: <c>templates</c>.</param>
    /// <param name="diagnostics">Takes syntax errors, partials that are not there and templates that no page is made with.</param>
    public static TemplateSet Read(ThemeFiles files, string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(files);
        string[] templates =
        [
            .. files.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && !path.StartsWith($"{folder}/assets/", StringComparison.Ordinal)),
        ];

        // A partial of its own may be included by the templates of a repository; nothing asks for any other template that is not the program's.
        diagnostics.Report(templates
            .Where(path => files.IsNew(path) && !path.StartsWith($"{folder}/{PartialsFolder}", StringComparison.Ordinal))
            .Select(path => TemplateProblems.ReplacesNone(path, templates.Where(known => !files.IsNew(known)))));
        var sources = new List<TemplateSource>();
        var refused = new List<string>();
        foreach (var path in templates)
        {
            var name = path[(folder.Length + 1)..];
            if (TextFile.Read(files, path, LargestFile.Template, diagnostics) is { } text)
            {
                sources.Add(new TemplateSource(name, path, text));
            }
            else
            {
                refused.Add(name);
            }
        }

        return Parse(sources, refused, diagnostics);
    }

    /// <summary>Parses templates that are in memory.</summary>
    /// <param name="sources">One a name.</param>
    /// <param name="diagnostics">Takes syntax errors and partials that are not there.</param>
    public static TemplateSet Parse(IEnumerable<TemplateSource> sources, DiagnosticBag diagnostics) => Parse(sources, [], diagnostics);

    // What was refused as text has been reported, and is not missing.
    private static TemplateSet Parse(IEnumerable<TemplateSource> sources, IEnumerable<string> refused, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var templates = new Dictionary<string, ParsedTemplate?>(StringComparer.Ordinal);
        foreach (var name in refused)
        {
            templates.Add(name, null);
        }

        foreach (var source in sources.OrderBy(source => source.Name, StringComparer.Ordinal))
        {
            // A checkout with CRLF must give the same pages as one with LF.
            var template = Template.Parse(source.Text.ReplaceLineEndings("\n"), source.Path);
            templates.Add(source.Name, template is { HasErrors: false, Page: { } page } ? new ParsedTemplate(source.Path, page) : null);
            diagnostics.Report(template.Messages
                .Where(message => message.Type == ParserMessageType.Error)
                .Select(message => TemplateProblems.Syntax(PlaceOf(message.Span), message.Message)));
        }

        string[] partials =
        [
            .. templates.Keys.Where(name => name.StartsWith(PartialsFolder, StringComparison.Ordinal))
                .Select(name => name[PartialsFolder.Length..^".html".Length])
                .Order(StringComparer.Ordinal),
        ];
        foreach (var template in templates.Values.OfType<ParsedTemplate>())
        {
            var calls = new IncludeCalls();
            calls.Visit(template.Page);
            diagnostics.Report(calls.Found
                .Where(call => !templates.ContainsKey(PartialName(call.Name)))
                .Select(call => TemplateProblems.UnknownPartial(PlaceOf(call.Span), call.Name, partials)));
        }

        return new TemplateSet(templates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The place in a template; Scriban counts lines and columns from 0.</summary>
    internal static SourcePlace PlaceOf(SourceSpan span) => new(span.FileName, span.Start.Line + 1, span.Start.Column + 1);

    /// <summary>The template of a kind of page, such as <c>model</c>; null when it is broken or not there.</summary>
    internal ParsedTemplate? FindPage(string name) => Find($"pages/{name}.html");

    internal bool HasPage(string name) => _templates.ContainsKey($"pages/{name}.html");

    /// <summary>A partial by its name, such as <c>tier</c>; null when it is broken or not there.</summary>
    internal ParsedTemplate? FindPartial(string name) => Find(PartialName(name));

    /// <summary>The name under which a partial sees its argument: its own, with <c>_</c> for <c>-</c>.</summary>
    internal static string ArgumentOf(string partial) => partial.Replace('-', '_');

    internal ParsedTemplate? FindLayout() => Find(LayoutName);

    /// <summary>
    /// <c>include 'tier' row.cost</c> writes the partial <c>tier.html</c>, which sees its argument under its own name (<c>tier</c>, with
    /// <c>_</c> for <c>-</c>).
    /// </summary>
    internal TemplateFunction IncludeFunction() => new(1, 2, (context, arguments, span) =>
    {
        var name = Convert.ToString(arguments[0], CultureInfo.InvariantCulture) ?? "";
        if (FindPartial(name) is not { } partial)
        {
            throw new ScriptRuntimeException(span, $"There is no partial '{name}'.");
        }

        var variables = new ScriptObject(1);
        if (arguments.Count > 1)
        {
            variables[ArgumentOf(name)] = arguments[1];
        }

        context.EnterRecursive(partial.Page);
        context.Run(partial, variables);
        context.ExitRecursive(partial.Page);
        return null;
    });

    private static string PartialName(string name) => $"{PartialsFolder}{name}.html";

    private ParsedTemplate? Find(string name) => _templates.GetValueOrDefault(name);

    /// <summary>Finds the calls of <c>include</c> that name their partial literally.</summary>
    private sealed class IncludeCalls : ScriptVisitor
    {
        public List<(string Name, SourceSpan Span)> Found { get; } = [];

        public override void Visit(ScriptFunctionCall node)
        {
            if (node.Target is ScriptVariable { Name: "include" }
                && node.Arguments is [ScriptLiteral { Value: string name }, ..])
            {
                Found.Add((name, node.Span));
            }

            base.Visit(node);
        }
    }
}

/// <summary>The text of one template.</summary>
/// <param name="Name">Path below the templates folder, with forward slashes: <c>pages/model.html</c>.</param>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Text">Its text.</param>
public sealed record TemplateSource(string Name, string Path, string Text);

/// <summary>A template without syntax errors.</summary>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Page">Its syntax tree; reading it is safe for several threads.</param>
internal sealed record ParsedTemplate(string Path, ScriptPage Page);
