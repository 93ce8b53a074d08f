using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Site.Pages;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site;

/// <summary>What a site is made with besides its numbers: templates, assets and prose.</summary>
/// <param name="Templates">The templates.</param>
/// <param name="Assets">Styles, scripts and images.</param>
/// <param name="Prose">The prose files by their path within the content folder, without <c>.md</c>: <c>use-cases/crm-llm/x</c>.</param>
public sealed record SiteSources(TemplateSet Templates, AssetSet Assets, ImmutableSortedDictionary<string, Prose> Prose)
{
    /// <summary>The commands of the program, for the page that tells submitters of them; it says nothing of them where there are none.</summary>
    public ImmutableArray<CommandHelp> Commands { get; init; } = [];

    /// <summary>Every kind of problem that the program reports, for the pages that explain them; those of data and site alone where nobody says more.</summary>
    public ProblemCatalogue Problems { get; init; } = new([]);

    /// <summary>The same without the prose that is not to be published yet.</summary>
    public SiteSources WithoutDrafts() => this with { Prose = Prose.RemoveRange(Prose.Where(text => text.Value.FrontMatter.IsDraft).Select(text => text.Key)) };

    /// <summary>
    /// Reads the folders <c>templates</c> and <c>content</c> of a repository; what it has no template, asset or text of a problem for, it
    /// takes from the program.
    /// </summary>
    /// <param name="root">The repository.</param>
    /// <param name="diagnostics">Takes whatever is wrong with templates, assets and front matter.</param>
    public static SiteSources Read(string root, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var tree = new DiskTree(root);
        var templates = ThemeFiles.Of(tree, "templates", diagnostics);
        return new SiteSources(
            TemplateSet.Read(templates, "templates", diagnostics),
            AssetSet.Read(templates, "templates/assets", diagnostics),
            ReadProse(tree, diagnostics));
    }

    private static ImmutableSortedDictionary<string, Prose> ReadProse(DiskTree tree, DiagnosticBag diagnostics)
    {
        const string Folder = "content/";
        var prose = ImmutableSortedDictionary.CreateBuilder<string, Prose>(StringComparer.Ordinal);
        var files = ThemeFiles.Of(tree, "content", diagnostics);
        foreach (var path in files.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (TextFile.Read(files, path, LargestFile.Prose, diagnostics) is { } text
                && Rendering.Prose.Read(path, text, diagnostics, isOfProgram: !files.IsOwn(path)) is { } read)
            {
                prose.Add(path[Folder.Length..^".md".Length], read);
            }
        }

        return prose.ToImmutable();
    }
}
