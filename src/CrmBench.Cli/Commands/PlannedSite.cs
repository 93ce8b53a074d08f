using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Site;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Commands;

/// <summary>A repository on its way to a site: read, checked, scored and planned, which every command on the site begins with.</summary>
/// <param name="Plan">The plan; null where the input has errors.</param>
/// <param name="Address">Where the site is published; null where nothing that could be read says it.</param>
internal sealed record PlannedSite(SiteBuilder? Plan, Uri? Address)
{
    /// <summary>Reads and checks everything, so that one run tells all there is to tell; without errors, scores and plans it.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="commands">The help of every command, for the page that tells submitters of them.</param>
    /// <param name="baseUrl">Where the site will be published; null: as <c>site.json</c> says.</param>
    /// <param name="diagnostics">
    /// Takes all problems; some show only in the plan, where everything comes together: two pages with one path, a dead link in prose.
    /// </param>
    /// <param name="terminal">Where the steps are shown.</param>
    /// <param name="steps">How its parts are read and scored; by default all of them from the repository, without drafts of prose.</param>
    /// <param name="linkRoot">What links begin with in place of the path of the site's address.</param>
    /// <param name="commit">The commit that links to files of the repository lead to; null for its main branch.</param>
    public static PlannedSite Read(
        string root,
        ImmutableArray<CommandHelp> commands,
        Uri? baseUrl,
        DiagnosticBag diagnostics,
        Terminal terminal,
        ReadingSteps? steps = null,
        string? linkRoot = null,
        string? commit = null)
    {
        steps ??= new ReadingSteps(
            found => CatalogueReader.Read(root, found), found => ReadSources(root, commands, found).WithoutDrafts(), catalogue => Scorer.Score(catalogue));
        var (catalogue, sources) = terminal.Step(Wording.Reading, () => ReadBoth(steps, diagnostics));
        var address = baseUrl ?? catalogue?.Site.BaseUrl;
        if (catalogue is null || diagnostics.HasErrors)
        {
            return new PlannedSite(null, address);
        }

        var scored = terminal.Step(Wording.Scoring, () => steps.Score(At(catalogue, baseUrl, commit)));
        return new PlannedSite(terminal.Step(Wording.Planning, () => SiteBuilder.Plan(scored, sources, diagnostics, linkRoot)), address);
    }

    /// <summary>Reads what the site is made with beside the data: templates, assets, prose, and the commands' help.</summary>
    public static SiteSources ReadSources(string root, ImmutableArray<CommandHelp> commands, DiagnosticBag diagnostics) =>
        SiteSources.Read(root, diagnostics) with { Commands = commands, Problems = ThisProgram.Problems };

    private static Catalogue At(Catalogue catalogue, Uri? baseUrl, string? commit)
    {
        var site = catalogue.Site;
        return catalogue with { Site = site with { BaseUrl = baseUrl ?? site.BaseUrl, Revision = commit ?? site.Revision } };
    }

    /// <summary>Reads the data, and what the site is made with beside them: neither needs the other.</summary>
    private static (Catalogue? Catalogue, SiteSources Sources) ReadBoth(ReadingSteps steps, DiagnosticBag diagnostics)
    {
        var ofSources = new DiagnosticBag();
        var sources = Task.Run(() => steps.Sources(ofSources));
        var catalogue = steps.Data(diagnostics);
        var others = sources.GetAwaiter().GetResult();
        diagnostics.Report(ofSources.ToSorted());
        return (catalogue, others);
    }
}

/// <summary>How the parts of a site are made; a preview keeps those whose files have not changed.</summary>
/// <param name="Data">Reads the data; null where not even the settings can be read.</param>
/// <param name="Sources">Reads what the site is made with beside the data.</param>
/// <param name="Score">Scores what was read without errors.</param>
internal sealed record ReadingSteps(
    Func<DiagnosticBag, Catalogue?> Data, Func<DiagnosticBag, SiteSources> Sources, Func<Catalogue, ScoredCatalogue> Score);

/// <summary>The option <c>--base-url</c>: where the site is published, if not where <c>site.json</c> says.</summary>
internal static class BaseUrl
{
    /// <summary>The option, which refuses what <see cref="Parse"/> does not understand.</summary>
    public static Option<string?> Option()
    {
        var option = new Option<string?>("--base-url") { Description = Wording.BaseUrlOption, HelpName = "URL" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parse(text) is null)
            {
                result.AddError(Wording.BaseUrlNotUsable(text));
            }
        });
        return option;
    }

    /// <summary>The address with a final slash; null where the text is not an http or https address without query and fragment.</summary>
    public static Uri? Parse(string? text) =>
        text is not null
        && Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && !text.Contains('?', StringComparison.Ordinal) && !text.Contains('#', StringComparison.Ordinal)
            ? address
            : null;
}

/// <summary>The option <c>--commit</c>: the state of the repository that links to its files lead to.</summary>
internal static class Commit
{
    /// <summary>The option, which refuses what <see cref="Named"/> does not find.</summary>
    /// <param name="repository">Whose commits they are.</param>
    public static Option<string?> Option(RepositoryOption repository)
    {
        var option = new Option<string?>("--commit") { Description = Wording.CommitOption, HelpName = "COMMIT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && repository.Find(result) is { } root && Named(root, name) is null)
            {
                result.AddError(Wording.CommitUnknown(name));
            }
        });
        return option;
    }

    /// <summary>The full name of a commit; null where none was named or git knows none of that name.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="name">What was given.</param>
    public static string? Named(string root, string? name) =>
        name is null ? null
        // A full name may be of a commit that is not here, as of a folder without git; any other is for git to know.
        : name.Length is 40 or 64 && name.All(char.IsAsciiHexDigitLower) ? name
        : name.Length == 0 || name[0] == '-' || !GitRevision.KnowsFolder(root) ? null
        : GitRevision.Find(root, name)?.Commit;
}
