using System.Collections.Immutable;

namespace CrmBench.Cli.Console;

/// <summary>
/// Gathers what a command needs to know: from its options, and where somebody is at the terminal, by asking for the rest. Answers that
/// cannot be used are asked for again; options that cannot be used, or are needed and missing, are wrong use.
/// </summary>
internal sealed class Questions(Terminal terminal)
{
    private readonly List<string> _objections = [];
    private bool _hasAsked;

    /// <summary>Whether somebody can be asked.</summary>
    public bool CanAsk => terminal.CanAsk;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool AllWell => _objections.Count == 0;

    /// <summary>An answer that there must be; empty after an objection.</summary>
    /// <param name="option">Name of the option: <c>--model</c>.</param>
    /// <param name="given">What the option says, or null.</param>
    /// <param name="question">The question, which is also what the option means.</param>
    /// <param name="objection">What is wrong with an answer, as a sentence, or null.</param>
    /// <param name="usual">The answer where none is given.</param>
    /// <param name="help">What helps to find an answer, said where there is none; or null.</param>
    public string Need(
        string option, string? given, string question, Func<string, string?> objection, string? usual = null, string? help = null) =>
        Answer(option, given, question, objection, usual, required: true, help) ?? "";

    /// <summary>An answer that may stay open.</summary>
    /// <inheritdoc cref="Need"/>
    public string? May(string option, string? given, string question, Func<string, string?>? objection = null, string? usual = null) =>
        Answer(option, given, question, objection ?? (_ => null), usual, required: false);

    /// <summary>Names separated by spaces or commas, each of which must be right.</summary>
    /// <inheritdoc cref="Need"/>
    public ImmutableArray<string> Names(string option, string? given, string question, Func<string, string?> objection, string? usual = null) =>
        Split(May(option, given, question, text => Split(text).Select(objection).FirstOrDefault(problem => problem is not null), usual) ?? "");

    /// <summary>Says something before the next question.</summary>
    public void Say(string line) => terminal.WriteError(line);

    /// <summary>Adds an objection of the command's own.</summary>
    public void RefuseOption(string option, string problem) => _objections.Add(Wording.OptionNotUsable(option, problem));

    /// <summary>Says everything that was wrong.</summary>
    /// <returns>The exit code.</returns>
    public int Refuse()
    {
        foreach (var objection in _objections)
        {
            terminal.WriteError(objection);
        }

        terminal.WriteError(Wording.TryHelp);
        return ExitCodes.WrongUse;
    }

    private static ImmutableArray<string> Split(string text) => [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];

    private string? Answer(
        string option, string? given, string question, Func<string, string?> objection, string? usual, bool required, string? help = null)
    {
        // An option without text says no more than one that is not there, and an optional one that nothing is meant.
        if (required ? !string.IsNullOrWhiteSpace(given) : given is not null)
        {
            if (objection(given) is not { } problem)
            {
                return given;
            }

            RefuseOption(option, problem);
            return null;
        }

        if (CanAsk)
        {
            return Asked(option, question, objection, usual, required, help);
        }

        if (usual is null && required)
        {
            _objections.Add(Wording.OptionMissing(option, question, help));
        }

        return usual;
    }

    private string? Asked(
        string option, string question, Func<string, string?> objection, string? usual, bool required, string? help)
    {
        if (!_hasAsked)
        {
            terminal.WriteError(Wording.HowToAnswer);
            _hasAsked = true;
        }

        while (terminal.Ask(Wording.Question(question, usual)) is { } answer)
        {
            if (answer.Length == 0)
            {
                if (usual is not null || !required)
                {
                    return usual;
                }

                terminal.WriteError(Wording.AnswerNeeded(help));
            }
            else if (objection(answer) is { } problem)
            {
                terminal.WriteError(problem);
            }
            else
            {
                return answer;
            }
        }

        RefuseOption(option, Wording.NoAnswer);
        return null;
    }
}
