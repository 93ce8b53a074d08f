using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>A prose file made ready: its front matter and its HTML.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Description">One sentence, or empty.</param>
/// <param name="Body">The text with its links made whole.</param>
internal sealed record Text(string Title, string Description, Html Body)
{
    /// <summary>Paths at which its page stood.</summary>
    public ImmutableArray<FormerPath> Aliases { get; init; } = [];
}

/// <summary>What the template <c>text</c> shows.</summary>
[TemplateModel]
internal sealed partial record TextPageModel(PageHead Head, string Lead, ImmutableArray<Html> Bodies, ImmutableArray<PageHeading>? Contents)
    : PageModel(Head), IPageModel
{
    public static string Template => "text";

    /// <summary>The commands with the names of each board in them, on the page for submitters; else null.</summary>
    public ImmutableArray<BoardCommands>? Boards { get; init; }

    /// <summary>Every command, on the page for submitters; else null.</summary>
    public ImmutableArray<CommandText>? Commands { get; init; }
}

/// <summary>A heading to which the list "On this page" leads.</summary>
[TemplateModel]
internal sealed partial record PageHeading(string Id, string Name);

/// <summary>The commands that add results to a board.</summary>
[TemplateModel]
internal sealed partial record BoardCommands(string Id, string Name, string Path, bool Invented, string? Open, string Submit);

/// <summary>A command in the words of its own help.</summary>
[TemplateModel]
internal sealed partial record CommandText(string Name, string Usage, string Summary, ImmutableArray<string> More, ImmutableArray<CommandOption> Parts);

/// <summary>An argument or an option of a command.</summary>
[TemplateModel]
internal sealed partial record CommandOption(string Form, string Text);

/// <summary>A page of the site that is prose and little else.</summary>
internal static class TextPage
{
    /// <summary>A page of one or several texts below one another.</summary>
    public static TextPageModel Model(SiteIndex index, string path, string section, string heading, params Text[] texts) => new(
        new PageHead(index, path, texts[0].Title, section) { Description = texts[0].Description, Heading = heading },
        Lead: texts[0].Description,
        Bodies: [.. texts.Select(text => text.Body)],
        Contents: Contents.Model(texts.SelectMany(text => Contents.Of(text.Body))));
}

/// <summary>The list "On this page": headings of the second level with the fragments they are at.</summary>
internal static partial class Contents
{
    /// <summary>The headings of a text, in order. Headings in prose have an id and no markup but emphasis and code.</summary>
    public static IEnumerable<(string Id, string Name)> Of(Html body) => Heading().Matches(body.Markup)
        .Select(match => (match.Groups["id"].Value, WebUtility.HtmlDecode(Tag().Replace(match.Groups["name"].Value, ""))));

    /// <summary>The list as templates show it; null where a page has too few headings to need one.</summary>
    public static ImmutableArray<PageHeading>? Model(IEnumerable<(string Id, string Name)> headings)
    {
        ImmutableArray<PageHeading> list = [.. headings.Select(heading => new PageHeading(heading.Id, heading.Name))];
        return list.Length < 3 ? null : list;
    }

    [GeneratedRegex("<h2 id=\"(?<id>[^\"]+)\">(?<name>.*?)</h2>", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

/// <summary>How to add results: the prose, then every command of the program in the words of its own help.</summary>
internal static class SubmitPage
{
    private const string CommandsId = "commands";
    private const string BoardsId = "boards";

    /// <summary>What the page calls its part about one board.</summary>
    public static string AnchorOf(Benchmark benchmark) => $"board-{benchmark.Id}";

    public static TextPageModel Model(SiteIndex index, Text prose, ImmutableArray<CommandHelp> commands)
    {
        var model = TextPage.Model(index, Addresses.Submit, "submit", "How do I add results?", prose) with
        {
            Boards = [.. index.Scored.Benchmarks.Select(Board)],
        };
        return commands.IsEmpty ? model : model with
        {
            Commands = [.. commands.Select(Command)],
            Contents = Contents.Model(Contents.Of(prose.Body).Concat([(BoardsId, "The commands for each board"), (CommandsId, "The commands")])),
        };
    }

    /// <summary>The steps with a board's own names in them: its draft where it has one, else how to open one.</summary>
    private static BoardCommands Board(ScoredBenchmark scored)
    {
        var benchmark = scored.Benchmark;
        var draft = scored.Releases.FirstOrDefault(release => release.Release.Status == ReleaseStatus.Draft)?.Release.Id;
        return new(
            Id: AnchorOf(benchmark),
            Name: benchmark.Name,
            Path: Addresses.Benchmark(benchmark),
            Invented: benchmark.Invented,
            Open: draft is null ? $"crmbench new release --benchmark {benchmark.Id} --date <the day on which it will be closed>" : null,
            Submit: $"crmbench new submission --benchmark {benchmark.Id} --release {draft ?? "<id of the draft>"} --model <id>");
    }

    private static CommandText Command(CommandHelp command)
    {
        var paragraphs = command.Text.Split("\n\n");
        return new(
            Name: command.Name,
            Usage: command.Usage,
            Summary: paragraphs[0].ReplaceLineEndings(" "),
            More: [.. paragraphs.Skip(1)],
            Parts: [.. command.Parts.Select(part => new CommandOption(part.Form, part.Text))]);
    }
}

/// <summary>What the template <c>not-found</c> shows.</summary>
[TemplateModel]
internal sealed partial record NotFoundPageModel(PageHead Head, ImmutableArray<Link> Boards) : PageModel(Head), IPageModel
{
    public static string Template => "not-found";
}

/// <summary>What stands at an address that leads nowhere.</summary>
internal static class NotFoundPage
{
    public static NotFoundPageModel Model(SiteIndex index) => new(
        new PageHead(index, Addresses.NotFound, "Page not found", section: "none")
        {
            Description = "There is no page at this address.",
            Heading = "There is no page here",
            Scripts = ["js/near-pages.js"],
        },
        Boards: [.. index.Scored.Benchmarks.Select(scored => new Link(scored.Benchmark.Name, Addresses.Benchmark(scored.Benchmark)))]);
}

/// <summary>The prose of what the site shows, without that of benchmarks and use cases which are not there or not listed.</summary>
/// <param name="Texts">The prose by its path within the content folder.</param>
/// <param name="NotShown">The benchmarks that there is prose of, but no pages.</param>
internal sealed record ShownProse(ImmutableSortedDictionary<string, Prose> Texts, FrozenSet<string> NotShown)
{
    /// <summary>Leaves out the prose that belongs to nothing, with one warning for each benchmark.</summary>
    public static ShownProse Of(ImmutableSortedDictionary<string, Prose> all, ScoredCatalogue scored, DiagnosticBag diagnostics)
    {
        var shown = scored.Benchmarks.ToDictionary(
            benchmark => benchmark.Benchmark.Id,
            benchmark => benchmark.Benchmark.UseCases.Select(useCase => useCase.Id).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var owned = all.Keys.Select(name => (Name: name, Owner: OwnerOf(name))).Where(text => text.Owner is not null).ToList();
        var orphans = owned.Where(text => !shown.ContainsKey(text.Owner!.Value.Benchmark)).ToList();
        foreach (var ofBenchmark in orphans.GroupBy(text => text.Owner!.Value.Benchmark))
        {
            diagnostics.Report(ProseProblems.TextOfUnknownBenchmark(PlaceOf(ofBenchmark.First().Name), ofBenchmark.Key, ofBenchmark.Count()));
        }

        var strays = owned.Where(text => text.Owner is var (benchmark, useCase) && useCase is not null
            && shown.TryGetValue(benchmark, out var useCases) && !useCases.Contains(useCase)).ToList();
        foreach (var stray in strays)
        {
            var (benchmark, useCase) = stray.Owner!.Value;
            diagnostics.Report(ProseProblems.TextOfUnknownUseCase(
                PlaceOf(stray.Name), benchmark, useCase!, shown[benchmark].Order(StringComparer.Ordinal)));
        }

        return new ShownProse(
            all.RemoveRange(orphans.Concat(strays).Select(text => text.Name)),
            orphans.Select(text => text.Owner!.Value.Benchmark).ToFrozenSet(StringComparer.Ordinal));
    }

    // Any other text belongs to a page.
    private static (string Benchmark, string? UseCase)? OwnerOf(string name) => name.Split('/') switch
    {
        ["benchmarks", var benchmark] => (benchmark, null),
        ["use-cases", var benchmark, var useCase] => (benchmark, useCase),
        _ => null,
    };

    private static SourcePlace PlaceOf(string name) => new($"content/{name}.md");
}
