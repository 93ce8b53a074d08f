using System.CommandLine;
using CrmBench.Cli.Console;

namespace CrmBench.Cli.Commands.New;

/// <summary><c>crmbench new</c>: makes the files of a submission, a release or a benchmark, to be filled in.</summary>
internal static class NewCommand
{
    /// <summary>The command with its three kinds.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var command = new Command("new", Wording.New);
        command.Subcommands.Add(NewSubmissionCommand.Define(repository, terminal));
        command.Subcommands.Add(NewReleaseCommand.Define(repository, terminal));
        command.Subcommands.Add(NewBenchmarkCommand.Define(repository, terminal));
        return command;
    }

    /// <summary>An option that takes a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What stands for the text in the help.</param>
    /// <param name="meaning">What it means, without a full stop, because it is also asked as a question.</param>
    public static Option<string?> Text(string name, string value, string meaning) =>
        new(name) { Description = $"{meaning}.", HelpName = value };

    /// <summary>The option that writes nothing.</summary>
    public static Option<bool> DryRun() => new("--dry-run") { Description = Wording.DryRunOption };
}
