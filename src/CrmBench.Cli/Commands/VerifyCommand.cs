using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench verify</c>: reads a written site back and holds it against the data.</summary>
internal static class VerifyCommand
{
    public static int Run(VerifyOptions options, ImmutableArray<CommandHelp> commands, Terminal terminal)
    {
        var clock = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();

        var site = terminal.Step(Wording.ReadingBack, () => SiteReader.Read(options.Output, diagnostics));
        var isRelative = RelativeLinks.Has(site);
        var (plan, address) = PlannedSite.Read(
            options.Root, commands, options.BaseUrl, diagnostics, terminal, linkRoot: isRelative ? RelativeLinks.Root : null, commit: options.Commit);
        if (plan is null)
        {
            return Stop(diagnostics, address, terminal);
        }

        diagnostics.Report(terminal.Step(Wording.Verifying, () => Differences(site, plan, address!.AbsolutePath, isRelative)));
        if (diagnostics.HasErrors)
        {
            return Stop(diagnostics, address, terminal);
        }

        terminal.Warn(diagnostics.ToSorted(), address);
        terminal.Say(Wording.Verified(plan.PageCount, clock.Elapsed));
        return ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var output = new Option<string?>("--output") { Description = Wording.OutputOption, HelpName = "DIR" };
        var baseUrl = BaseUrl.Option();
        var commit = Commit.Option(repository);
        var command = new Command("verify", Wording.Verify) { output, baseUrl, commit };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            if (repository.Find(result) is not { } root)
            {
                return;
            }

            var folder = repository.Output(result.GetValue(output), root);
            SiteWriter.PutBack(folder);
            if (!OutputFolder.HoldsASite(folder))
            {
                result.AddError(Wording.NoSiteThere(folder));
            }
        });

        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            var folder = repository.Output(parsed.GetValue(output), root);
            var asked = new VerifyOptions(root, folder, BaseUrl.Parse(parsed.GetValue(baseUrl)), Commit.Named(root, parsed.GetValue(commit)));
            return Run(asked, HelpTexts.Of(parsed), terminal);
        });
        return command;
    }

    private static IEnumerable<Diagnostic> Differences(BuiltSite site, SiteBuilder plan, string basePath, bool isRelative)
    {
        var companions = plan.Complete([]);
        return
        [
            .. SiteVerifier.Verify(site, basePath, plan.ExpectedValues(), plan.StatedTexts()),
            .. CompanionCheck.Verify(site, isRelative ? RelativeLinks.Of(companions, basePath) : companions, plan.Has),
        ];
    }

    private static int Stop(DiagnosticBag diagnostics, Uri? address, Terminal terminal)
    {
        var found = diagnostics.ToSorted();
        terminal.WriteError(found, Wording.Checked(found), address);
        return ExitCodes.InputProblems;
    }
}

/// <summary>What <c>crmbench verify</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Output">Full path of the folder of the site.</param>
/// <param name="BaseUrl">Where the site will be published, with a final slash; null: as <c>site.json</c> says.</param>
/// <param name="Commit">The commit that links to files of the repository lead to; null for its main branch.</param>
internal sealed record VerifyOptions(string Root, string Output, Uri? BaseUrl, string? Commit);
