using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Cli.Reports;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Data.Files;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench diff</c>: what a change of the data does to the boards.</summary>
internal static class DiffCommand
{
    public static int Run(DiffOptions options, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var before = terminal.Step(Wording.ReadingBase, () => Score(options.Base.Read(), options.Base.Prefix, diagnostics));
        var after = terminal.Step(Wording.Reading, () => options.To is { } to
            ? Score(to.Read(), to.Prefix, diagnostics)
            : Score(new DiskTree(options.Root), "", diagnostics));
        if (before is null || after is null)
        {
            Refuse(options, EqualBlanks.Together(diagnostics.ToSorted()), terminal);
            return ExitCodes.InputProblems;
        }

        var changes = terminal.Step(Wording.Comparing, () => CatalogueChanges.Between(before, after));
        terminal.Output.Write(options.Format switch
        {
            DiffFormat.Json => DiffJson.Of(changes, options.Base.Name, options.Base.Commit),
            DiffFormat.Markdown => DiffMarkdown.Of(changes, options.Base.Label),
            _ => DiffText.Of(changes, options.Base.Label),
        });
        return ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var against = new Argument<string>("base") { Description = Wording.DiffBase };
        var to = new Option<string?>("--to") { Description = Wording.DiffTo, HelpName = "STATE" };
        var format = new Option<string>("--format") { Description = Wording.DiffFormatOption, HelpName = string.Join('|', DiffFormat.All) };
        format.AcceptOnlyFromAmong(DiffFormat.All);
        var command = new Command("diff", Wording.Diff) { against, to, format };
        repository.Require(command);

        // The parser takes whatever it does not know for a base, and git would take it for an option of its own.
        command.Validators.Add(result =>
        {
            foreach (var option in new[] { result.GetValue(against), result.GetValue(to) }.Where(typed => typed is ['-', ..]))
            {
                result.AddError(Wording.UnknownOption(option!));
            }
        });
        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            var states = new List<DiffBase>();
            foreach (var typed in new[] { parsed.GetValue(against), parsed.GetValue(to) }.OfType<string>())
            {
                if (DiffBase.Find(root, typed, repository.FullPath(typed)) is not { } found)
                {
                    terminal.WriteError(GitRevision.KnowsFolder(root) ? Wording.UnknownBase(typed) : Wording.NotInGit(typed));
                    terminal.WriteError(Wording.TryHelp);
                    return ExitCodes.WrongUse;
                }

                states.Add(found);
            }

            return Run(new DiffOptions(root, states[0], states.ElementAtOrDefault(1), parsed.GetValue(format) ?? DiffFormat.Text), terminal);
        });
        return command;
    }

    // Warnings are no matter here: they do not keep the boards from being compared, and crmbench check prints them.
    private static ScoredCatalogue? Score(FileTree files, string prefix, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(files, found);
        if (catalogue is not null && !found.HasErrors)
        {
            return Scorer.Score(catalogue);
        }

        diagnostics.Report(found.ToSorted()
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => diagnostic with { Place = diagnostic.Place with { Path = prefix + diagnostic.Place.Path } }));
        return null;
    }

    private static void Refuse(DiffOptions options, ImmutableArray<Diagnostic> errors, Terminal terminal)
    {
        switch (options.Format)
        {
            case DiffFormat.Json:
                terminal.Output.Write(DiffJson.OfErrors(errors, options.Base.Name, options.Base.Commit));
                break;
            case DiffFormat.Markdown:
                terminal.Output.Write(DiffMarkdown.OfErrors(errors));
                break;
            default:
                terminal.WriteError(errors);
                break;
        }

        terminal.WriteError(Wording.NotCompared(errors));
    }
}

/// <summary>What <c>crmbench diff</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Base">What to compare it with.</param>
/// <param name="To">What is held against it; null: the files as they are in the repository.</param>
/// <param name="Format">One of <see cref="DiffFormat"/>.</param>
internal sealed record DiffOptions(string Root, DiffBase Base, DiffBase? To, string Format);

/// <summary>A state of the data that is compared.</summary>
/// <param name="Name">What somebody typed.</param>
/// <param name="Label">Its name for people: <c>HEAD~1 (3d3c42e5)</c>.</param>
/// <param name="Commit">Full name of the commit, or null for a folder.</param>
/// <param name="Prefix">What stands before a path to say that it is of this state: <c>HEAD~1:</c>.</param>
/// <param name="Read">Reads its files.</param>
internal sealed record DiffBase(string Name, string Label, string? Commit, string Prefix, Func<FileTree> Read)
{
    /// <summary>What somebody typed, as a folder that holds data or else as a revision; null where it is neither.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="fullPath">Full path of what was typed, if it is a path.</param>
    public static DiffBase? Find(string root, string typed, string fullPath)
    {
        if (File.Exists(Path.Combine(fullPath, "data", "site.json")))
        {
            return new DiffBase(typed, typed, null, typed.TrimEnd('/', '\\') + "/", () => new DiskTree(fullPath));
        }

        return GitRevision.Find(root, typed) is { } revision
            ? new DiffBase(typed, revision.Label, revision.Commit, $"{typed}:", () => revision.Read(root))
            : null;
    }
}
