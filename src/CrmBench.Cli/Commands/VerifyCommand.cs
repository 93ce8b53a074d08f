using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
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

        var (plan, address) = PlannedSite.Read(options.Root, commands, options.BaseUrl, diagnostics, terminal);
        if (plan is null)
        {
            return Stop(diagnostics, address, terminal);
        }

        var site = terminal.Step(Wording.ReadingBack, () => SiteReader.Read(options.Output, diagnostics));
        diagnostics.Report(terminal.Step(Wording.Verifying, () => SiteVerifier.Verify(site, plan.BasePath, plan.ExpectedValues(), plan.StatedTexts())));
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
        var command = new Command("verify", Wording.Verify) { output, baseUrl };
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
            return Run(new VerifyOptions(root, folder, BaseUrl.Parse(parsed.GetValue(baseUrl))), HelpTexts.Of(parsed), terminal);
        });
        return command;
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
internal sealed record VerifyOptions(string Root, string Output, Uri? BaseUrl);
