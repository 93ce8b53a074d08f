using System.CommandLine;
using System.Diagnostics;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench verify</c>: reads a written site back.</summary>
internal static class VerifyCommand
{
    public static int Run(string root, string output, Terminal terminal)
    {
        var clock = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();

        var site = terminal.Step(Wording.Reading, () => SiteReader.Read(output));
        terminal.Step(Wording.Verifying, () => diagnostics.Report(SiteVerifier.Verify(site)));

        var found = diagnostics.ToSorted();
        terminal.Complain(found);
        if (diagnostics.HasErrors)
        {
            terminal.Complain(Wording.Checked(found));
            return ExitCodes.InputProblems;
        }

        terminal.Say(Wording.Verified(site.PageCount, clock.Elapsed));
        return ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var output = new Option<string?>("--output") { Description = Wording.OutputOption, HelpName = "DIR" };
        var command = new Command("verify", Wording.Verify) { output };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            if (repository.Find(result) is { } root
                && repository.Output(result.GetValue(output), root) is var folder
                && !OutputFolder.HoldsASite(folder))
            {
                result.AddError(Wording.NoSiteThere(folder));
            }
        });

        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            return Run(root, repository.Output(parsed.GetValue(output), root), terminal);
        });
        return command;
    }
}
