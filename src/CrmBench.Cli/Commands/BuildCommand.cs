using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using CrmBench.Cli.Console;
using CrmBench.Cli.Reports;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench build</c>: from data to a written site.</summary>
internal static class BuildCommand
{
    // Reading a page back costs three times what rendering it does; beyond this, verification is asked for or a command of its own.
    private const int PagesOfASmallSite = 500;

    public static int Run(BuildOptions options, ImmutableArray<CommandHelp> commands, Terminal terminal)
    {
        if (options.SingleFile is not null)
        {
            return SingleFileBuild.Run(options, commands, terminal);
        }

        var clock = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        SiteWriter.PutBack(options.Output);

        var (plan, address) = PlannedSite.Read(
            options.Root, commands, options.BaseUrl, diagnostics, terminal, linkRoot: options.Relative ? RelativeLinks.Root : null, commit: options.Commit);
        if (plan is null || diagnostics.HasErrors)
        {
            return terminal.Stop(EqualBlanks.Together(diagnostics.ToSorted()), address);
        }

        var pages = terminal.Step(Wording.Rendering, () => plan.RenderPages(diagnostics));
        var site = terminal.Step(Wording.Completing, () => plan.Complete(pages));
        if (!diagnostics.HasErrors && (options.Verify ?? plan.PageCount <= PagesOfASmallSite))
        {
            diagnostics.Report(terminal.Step(Wording.Verifying, () => SiteVerifier.Verify(site, plan.BasePath, plan.ExpectedValues(), plan.StatedTexts())));
        }

        if (diagnostics.HasErrors)
        {
            return terminal.Stop(EqualBlanks.Together(diagnostics.ToSorted()), address);
        }

        if (options.Relative)
        {
            site = terminal.Step(Wording.Relating, () => RelativeLinks.Of(site, address!.AbsolutePath));
        }

        terminal.Step(Wording.Writing, () => SiteWriter.Write(site, options.Output, () => terminal.Did(Wording.SiteInPlace(Shown(options)))));
        terminal.Warn(diagnostics.ToSorted(), address);
        if (options.Times)
        {
            foreach (var step in terminal.Times)
            {
                terminal.WriteError(Wording.Took(step));
            }
        }

        terminal.Say(Wording.Written(plan.PageCount, site, Shown(options), clock.Elapsed));
        if (!options.Relative)
        {
            terminal.Hint(Wording.HowToLook(address!));
        }

        return ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var output = new Option<string?>("--output") { Description = Wording.OutputOption, HelpName = "DIR" };
        var baseUrl = BaseUrl.Option();
        var relative = new Option<bool>("--relative") { Description = Wording.RelativeOption };
        var commit = Commit.Option(repository);
        var singleFile = new Option<string?>("--single-file") { Description = Wording.SingleFileOption, HelpName = "FILE" };
        var board = new Option<string?>("--board") { Description = Wording.BoardOption, HelpName = "BOARD" };
        var verify = new Option<bool>("--verify") { Description = Wording.VerifyOption };
        var noVerify = new Option<bool>("--no-verify") { Description = Wording.NoVerifyOption };
        // For those who work on the program; the guide for submitters has no use for it.
        var times = new Option<bool>("--times") { Description = Wording.TimesOption, Hidden = true };
        var command = new Command("build", Wording.Build) { output, baseUrl, relative, commit, singleFile, board, verify, noVerify, times };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(verify) && result.GetValue(noVerify))
            {
                result.AddError(Wording.VerifyAndNoVerify);
            }

            if (SingleFileBuild.Objection(result.GetValue(singleFile), result.GetValue(board), result.GetResult(output) is not null || result.GetValue(relative)) is { } wrong)
            {
                result.AddError(wrong);
            }

            if (repository.Find(result) is { } root
                && OutputFolder.Objection(root, repository.Output(result.GetValue(output), root)) is { } objection)
            {
                result.AddError(objection);
            }
        });

        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            bool? verified = parsed.GetValue(verify) ? true : parsed.GetValue(noVerify) ? false : null;
            var folder = repository.Output(parsed.GetValue(output), root);
            var address = BaseUrl.Parse(parsed.GetValue(baseUrl));
            var asked = new BuildOptions(root, folder, address, parsed.GetValue(relative), verified, parsed.GetValue(times))
            {
                Commit = Commit.Named(root, parsed.GetValue(commit)),
                SingleFile = parsed.GetValue(singleFile) is { } file ? repository.FullPath(file) : null,
                Board = parsed.GetValue(board)?.Trim('/'),
            };
            return Run(asked, HelpTexts.Of(parsed), terminal);
        });
        return command;
    }

    // Inside the repository the short path says it; elsewhere only the full one does.
    private static string Shown(BuildOptions options) =>
        OutputFolder.IsWithin(options.Output, options.Root)
            ? Path.GetRelativePath(options.Root, options.Output).Replace('\\', '/').TrimEnd('/') + "/"
            : options.Output;
}

/// <summary>What <c>crmbench build</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Output">Full path of the folder of the site.</param>
/// <param name="BaseUrl">Where the site will be published, with a final slash; null: as <c>site.json</c> says.</param>
/// <param name="Relative">Whether links are relative, so that the site can be read in any folder.</param>
/// <param name="Verify">Whether the pages are verified; null: while the site is small.</param>
/// <param name="Times">Whether to say how long each step took.</param>
internal sealed record BuildOptions(string Root, string Output, Uri? BaseUrl, bool Relative, bool? Verify, bool Times)
{
    /// <summary>The commit that links to files of the repository lead to; null for its main branch.</summary>
    public string? Commit { get; init; }

    /// <summary>Full path of the one file to write in place of the site; null for the site.</summary>
    public string? SingleFile { get; init; }

    /// <summary>The board in that file; null for the one that readers see first.</summary>
    public string? Board { get; init; }
}
