using System.Collections.Immutable;
using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Cli.Reports;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench build --single-file</c>: a board in one file, in place of the site.</summary>
internal static class SingleFileBuild
{
    /// <summary>Why the options do not go together, as a sentence; null where they do.</summary>
    /// <param name="file">The file, as it was typed.</param>
    /// <param name="board">The board.</param>
    /// <param name="ofSite">Whether an option was given that only a site has.</param>
    public static string? Objection(string? file, string? board, bool ofSite) => (file, board) switch
    {
        (null, not null) => Wording.BoardWithoutSingleFile,
        (null, _) => null,
        _ when ofSite => Wording.SingleFileWithSite,
        _ when !file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) => Wording.SingleFileName,
        _ => null,
    };

    public static int Run(BuildOptions options, ImmutableArray<CommandHelp> commands, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var (plan, address) = PlannedSite.Read(
            options.Root, commands, options.BaseUrl, diagnostics, terminal, linkRoot: RelativeLinks.Root, commit: options.Commit);
        if (plan is null || diagnostics.HasErrors)
        {
            return terminal.Stop(EqualBlanks.Together(diagnostics.ToSorted()), address);
        }

        var board = options.Board ?? plan.FirstBoard;
        if (board is null || !plan.Boards.Contains(board, StringComparer.Ordinal))
        {
            terminal.WriteError(board is null ? Wording.NoBoard : Wording.NoSuchBoard(board, plan.Boards.Distinct(StringComparer.Ordinal)));
            return ExitCodes.WrongUse;
        }

        var page = terminal.Step(Wording.Rendering, () => plan.SingleFile(board, diagnostics));
        if (page is null || diagnostics.HasErrors)
        {
            return terminal.Stop(EqualBlanks.Together(diagnostics.ToSorted()), address);
        }

        var file = options.SingleFile!;
        terminal.Step(Wording.Writing, () => StagedWriter.Write(
            Path.GetDirectoryName(file)!, [new OutputFile(Path.GetFileName(file), page)], [], _ => true));
        terminal.Warn(diagnostics.ToSorted(), address);
        terminal.Say(Wording.WroteSingleFile(board, file, Encoding.UTF8.GetByteCount(page)));
        return ExitCodes.Right;
    }
}
