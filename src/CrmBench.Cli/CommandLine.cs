using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using CrmBench.Cli.Commands;
using CrmBench.Cli.Console;
using CrmBench.Cli.Preview;
using CrmBench.Site.Words;

namespace CrmBench.Cli;

/// <summary>The whole command line: what can be asked, and what becomes of trouble.</summary>
internal static class CommandLine
{
    /// <summary>The help of every command, as values.</summary>
    public static ImmutableArray<CommandHelp> Help() => HelpTexts.Of(Define("/", new Terminal(TextWriter.Null, TextWriter.Null)));

    /// <summary>Does what the arguments say.</summary>
    /// <param name="arguments">Arguments without the program's name.</param>
    /// <param name="here">Full path of the folder that relative paths start from.</param>
    /// <param name="terminal">Where to speak.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, string here, Terminal terminal)
    {
        try
        {
            // Paths are looked at while arguments are read, and the machine may fail there, too.
            var parsed = Define(here, terminal).Parse(arguments);
            if (parsed.Action is ParseErrorAction wrongUse)
            {
                return ExplainWrongUse(parsed, wrongUse, terminal);
            }

            var code = parsed.Invoke(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
            foreach (var line in ImportCommand.HelpOf(parsed))
            {
                terminal.Say(line);
            }

            return code;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            terminal.TryWriteError(Wording.MachineTrouble(trouble, terminal.Done));
            return ExitCodes.MachineTrouble;
        }
    }

    private static RootCommand Define(string here, Terminal terminal)
    {
        var repository = new RepositoryOption(here);
        var program = new RootCommand(Wording.Program) { HelpName = "crmbench" };
        program.Options.Add(repository.Option);
        var version = program.Options.OfType<VersionOption>().Single();
        version.Action = new PrintVersion(terminal);
        // The library says it in the reader's language, and the page for submitters repeats it.
        version.Description = Wording.VersionOption;
        program.Subcommands.Add(InitCommand.Define(repository, terminal));
        program.Subcommands.Add(BuildCommand.Define(repository, terminal));
        program.Subcommands.Add(ServeCommand.Define(repository, terminal));
        program.Subcommands.Add(CheckCommand.Define(repository, terminal));
        program.Subcommands.Add(DiffCommand.Define(repository, terminal));
        program.Subcommands.Add(VerifyCommand.Define(repository, terminal));
        program.Subcommands.Add(NewCommand.Define(repository, terminal));
        program.Subcommands.Add(ImportCommand.Define(repository, terminal));
        program.Subcommands.Add(MigrateCommand.Define(repository, terminal));
        program.Subcommands.Add(SchemaCommand.Define(repository, terminal));
        program.SetAction(_ => RefuseWithoutCommand(terminal));
        return program;
    }

    private static int RefuseWithoutCommand(Terminal terminal)
    {
        terminal.WriteError(Wording.NoCommand);
        terminal.WriteError(Wording.TryHelp);
        return ExitCodes.WrongUse;
    }

    private static int ExplainWrongUse(ParseResult parsed, ParseErrorAction wrongUse, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.WriteError(error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal));
        }

        // The library knows what a slip of the finger meant. It would print the errors again, in red, and its guess as a result.
        wrongUse.ShowHelp = false;
        parsed.InvocationConfiguration.Output = terminal.Error;
        parsed.InvocationConfiguration.Error = TextWriter.Null;
        wrongUse.Invoke(parsed);
        terminal.WriteError(Wording.TryHelp);
        return ExitCodes.WrongUse;
    }

    private sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Say(ThisProgram.Version);
            return ExitCodes.Right;
        }
    }
}
