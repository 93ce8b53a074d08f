using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Cli.Reports;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench check</c>: everything that can be wrong with the data, without writing.</summary>
internal static class CheckCommand
{
    public static int Run(CheckOptions options, ImmutableArray<CommandHelp> commands, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var (_, address) = PlannedSite.Read(options.Root, commands, baseUrl: null, diagnostics, terminal);
        var found = EqualBlanks.Together(NamedPaths.Select(diagnostics.ToSorted(), options.Paths));
        Print(found, options.Format, address, terminal);
        return found.Any(d => d.Severity == Severity.Error) ? ExitCodes.InputProblems : ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var paths = new Argument<string[]>("path") { Description = Wording.CheckPaths, Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = Wording.FormatOption, HelpName = string.Join('|', ReportFormat.All) };
        format.AcceptOnlyFromAmong(ReportFormat.All);
        var command = new Command("check", Wording.Check) { paths, format };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            if (repository.Find(result) is not { } root)
            {
                return;
            }

            foreach (var objection in (result.GetValue(paths) ?? []).Select(path => Objection(path, root, repository)).OfType<string>())
            {
                result.AddError(objection);
            }
        });

        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            var named = (parsed.GetValue(paths) ?? [])
                .Select(path => Path.GetRelativePath(root, repository.FullPath(path)).Replace('\\', '/').TrimEnd('/'));
            return Run(new CheckOptions(root, [.. named], parsed.GetValue(format) ?? ReportFormat.Text), HelpTexts.Of(parsed), terminal);
        });
        return command;
    }

    private static string? Objection(string path, string root, RepositoryOption repository)
    {
        // The parser takes whatever it does not know for a path.
        if (path.StartsWith('-'))
        {
            return Wording.UnknownOption(path);
        }

        var full = repository.FullPath(path);
        return !Path.Exists(full) ? Wording.NoSuchPath(path, NearestPath.Of(path, repository))
            : OutputFolder.IsWithin(full, Path.Combine(root, "data")) ? null
            : Wording.PathOutsideData(path);
    }

    private static void Print(ImmutableArray<Diagnostic> diagnostics, string format, Uri? site, Terminal terminal)
    {
        switch (format)
        {
            case ReportFormat.Json:
                terminal.Output.WriteLine(JsonReport.Of(diagnostics, site));
                break;
            case ReportFormat.Sarif:
                terminal.Output.WriteLine(SarifReport.Of(diagnostics, ThisProgram.Version, site));
                break;
            case ReportFormat.GitHub:
                foreach (var diagnostic in diagnostics)
                {
                    terminal.Output.WriteLine(GitHubReport.Line(diagnostic));
                }

                terminal.Conclude(diagnostics, Wording.Checked(diagnostics), site);
                break;
            default:
                terminal.WriteError(diagnostics, Wording.Checked(diagnostics), site);
                break;
        }
    }
}

/// <summary>What <c>crmbench check</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Paths">Paths from the root with forward slashes; none means all of <c>data/</c>.</param>
/// <param name="Format">One of <see cref="ReportFormat"/>.</param>
internal sealed record CheckOptions(string Root, ImmutableArray<string> Paths, string Format);

/// <summary>The parts of <c>data/</c> that <c>crmbench check</c> was asked about.</summary>
internal static class NamedPaths
{
    /// <summary>
    /// The diagnostics that concern the named paths: in them, or in a file beside the way to them (a submission rests on its
    /// release's, its benchmark's and the site's own files, not on its neighbours).
    /// </summary>
    /// <param name="diagnostics">All diagnostics.</param>
    /// <param name="paths">Paths from the root with forward slashes; none means everything.</param>
    public static ImmutableArray<Diagnostic> Select(ImmutableArray<Diagnostic> diagnostics, IReadOnlyCollection<string> paths) =>
        paths.Count == 0 ? diagnostics : [.. diagnostics.Where(d => paths.Any(path => Concerns(d.Place.Path, path)))];

    private static bool Concerns(string file, string path)
    {
        var folder = file.LastIndexOf('/') is var slash and >= 0 ? file[..(slash + 1)] : "";
        return file == path || Under(file, path) || path.StartsWith(folder, StringComparison.Ordinal);
    }

    private static bool Under(string file, string path) => file.StartsWith(path + "/", StringComparison.Ordinal);
}
