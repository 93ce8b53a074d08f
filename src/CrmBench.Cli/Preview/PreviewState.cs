using System.Collections.Immutable;
using CrmBench.Cli.Commands;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Preview;

/// <summary>What the preview shows between two changes of the sources.</summary>
/// <param name="Version">Counts the states from 1; pages that were made in an earlier one are out of date.</param>
/// <param name="Site">The newest site without errors; null where there was none yet.</param>
/// <param name="Problems">What is wrong with the sources as they are now. With errors among it, the site is an earlier one.</param>
/// <param name="Trouble">Why the sources could not be read at all, as a sentence; null where they could.</param>
internal sealed record PreviewState(int Version, SiteBuilder? Site, ImmutableArray<Diagnostic> Problems, string? Trouble)
{
    /// <summary>Before anything was read.</summary>
    public static PreviewState Empty { get; } = new(0, null, [], null);

    /// <summary>Templates, assets and prose as they were read last, with what is wrong with them; null where they must be read anew.</summary>
    private (SiteSources Sources, ImmutableArray<Diagnostic> Problems)? Others { get; init; }

    /// <summary>Whether the site is not that of the sources as they are now.</summary>
    public bool IsStale => Trouble is not null || Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>The state that follows from reading the sources now.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="commands">The help of every command.</param>
    /// <param name="address">Address of the preview's home page.</param>
    /// <param name="onlyData">Whether nothing but <c>data/</c> has changed since this state: the rest is then not read again.</param>
    public PreviewState Next(string root, ImmutableArray<CommandHelp> commands, Uri address, bool onlyData)
    {
        var diagnostics = new DiagnosticBag();
        var others = onlyData ? Others : null;
        try
        {
            var (plan, _) = PlannedSite.Read(root, commands, address, diagnostics, new Terminal(TextWriter.Null, TextWriter.Null), bag =>
            {
                others ??= ReadOthers(root, commands);
                bag.Report(others.Value.Problems);
                return others.Value.Sources;
            });
            var problems = diagnostics.ToSorted();
            return new PreviewState(Version + 1, diagnostics.HasErrors ? Site : plan ?? Site, problems, null) { Others = others };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Somebody moves a folder away, or an editor holds a file: the next change shows whether it lasts.
            return new PreviewState(Version + 1, Site, [], trouble.Message.ReplaceLineEndings(" "));
        }
    }

    private static (SiteSources, ImmutableArray<Diagnostic>) ReadOthers(string root, ImmutableArray<CommandHelp> commands)
    {
        var diagnostics = new DiagnosticBag();
        return (PlannedSite.ReadSources(root, commands, diagnostics), diagnostics.ToSorted());
    }
}
