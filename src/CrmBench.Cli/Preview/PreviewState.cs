using System.Collections.Immutable;
using CrmBench.Cli.Commands;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Data.Files;
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

    // What was made of the sources, so that a save costs no more than what it touches: the data, templates and assets and prose with what is
    // wrong with them, and the newest scores. Null where it must be made anew.
    private DataReading? Data { get; init; }

    private (SiteSources Sources, ImmutableArray<Diagnostic> Problems)? Others { get; init; }

    private ScoredCatalogue? Scored { get; init; }

    /// <summary>Whether the site is not that of the sources as they are now.</summary>
    public bool IsStale => Trouble is not null || Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>The state that follows from reading the sources now.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="commands">The help of every command.</param>
    /// <param name="address">Address of the preview's home page.</param>
    /// <param name="changes">What has changed since this state.</param>
    public PreviewState Next(string root, ImmutableArray<CommandHelp> commands, Uri address, SourceChanges changes)
    {
        var diagnostics = new DiagnosticBag();
        var data = changes.SharedData ? null : Data;
        var others = changes.Others ? null : Others;
        var scored = Scored;
        // The first two are taken at the same time, each with a variable of its own.
        var steps = new ReadingSteps(
            found =>
            {
                data = data?.After(new DiskTree(root), changes.Benchmarks) ?? DataReading.Of(new DiskTree(root));
                found.Report(data.Problems);
                return data.Catalogue;
            },
            found =>
            {
                others ??= ReadOthers(root, commands);
                found.Report(others.Value.Problems);
                return others.Value.Sources;
            },
            catalogue => scored = Scorer.ScoreAfter(scored, catalogue));
        try
        {
            var (plan, _) = PlannedSite.Read(root, commands, address, diagnostics, new Terminal(TextWriter.Null, TextWriter.Null), steps);
            var problems = diagnostics.ToSorted();
            return new PreviewState(Version + 1, diagnostics.HasErrors ? Site : plan ?? Site, problems, null) { Data = data, Others = others, Scored = scored };
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
