using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Console;

/// <summary>The help of every command as values, for the page that tells submitters of them: what is said twice is written once.</summary>
internal static class HelpTexts
{
    private const string Program = "crmbench";

    /// <summary>The help of the program, then of every command that does something, in the order of its own help.</summary>
    /// <param name="program">The whole command line.</param>
    public static ImmutableArray<CommandHelp> Of(RootCommand program) =>
    [
        new(Program, $"{Program} <command> [options]", program.Description ?? "", [.. Options(program)]),
        .. program.Subcommands.SelectMany(command => Of(command, Program)),
    ];

    /// <summary>The help of the whole command line that somebody called.</summary>
    public static ImmutableArray<CommandHelp> Of(ParseResult parsed) => Of((RootCommand)parsed.RootCommandResult.Command);

    private static IEnumerable<CommandHelp> Of(Command command, string above)
    {
        var name = $"{above} {command.Name}";
        if (command.Subcommands.Count > 0)
        {
            return command.Subcommands.SelectMany(inner => Of(inner, name));
        }

        string[] arguments = [.. command.Arguments.Select(Form)];
        var usage = string.Join(' ', [name, .. arguments, "[options]"]);
        IEnumerable<PartHelp> parts =
        [
            .. command.Arguments.Zip(arguments, (argument, form) => new PartHelp(form, argument.Description ?? "")),
            .. Options(command),
        ];
        return [new CommandHelp(name, usage, command.Description ?? "", [.. parts])];
    }

    private static IEnumerable<PartHelp> Options(Command command) => command.Options
        .Where(option => option is not HelpOption && !option.Hidden)
        .Select(option => new PartHelp(Form(option), option.Description ?? ""));

    private static string Form(Argument argument)
    {
        var one = $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{one}]" : one;
    }

    private static string Form(Option option) => option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name;
}
