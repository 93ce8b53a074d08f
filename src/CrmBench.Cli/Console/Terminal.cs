using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CrmBench.Core.Diagnostics;
using Spectre.Console;

namespace CrmBench.Cli.Console;

/// <summary>
/// Where the program speaks. What somebody asked for goes to the standard output, everything else to the standard error.
/// A person who watches sees which step is running, and colours; a log gets plain lines, the same from run to run but for the time.
/// </summary>
/// <param name="output">The standard output.</param>
/// <param name="error">The standard error.</param>
/// <param name="watched">Whether a person watches the standard error.</param>
/// <param name="coloured">Whether that person wants colours.</param>
/// <param name="answers">Where that person types, or null where nobody does.</param>
internal sealed class Terminal(
    TextWriter output, TextWriter error, bool watched = false, bool coloured = false, TextReader? answers = null)
{
    private readonly List<StepTime> _times = [];

    /// <summary>The steps so far, in the order in which they ended.</summary>
    public IReadOnlyList<StepTime> Times => _times;

    /// <summary>The standard output, for documents.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>The standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The console of the process, looked at through its environment: <c>CI</c>, <c>TERM</c>, <c>NO_COLOR</c>.</summary>
    public static Terminal OfThisProcess()
    {
        // Names and messages may be in any alphabet, whatever the console's default.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        System.Console.OutputEncoding = utf8;
        var watched = IsWatched(System.Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
        return new Terminal(
            OpenOr(() => System.Console.Out, new ClosedWriter(utf8)),
            OpenOr(() => System.Console.Error, TextWriter.Null),
            watched,
            watched && WantsColours(Environment.GetEnvironmentVariable),
            watched && !System.Console.IsInputRedirected ? System.Console.In : null);
    }

    /// <summary>Whether a person watches: not where the output is redirected, in continuous integration or on a dumb terminal.</summary>
    public static bool IsWatched(bool redirected, Func<string, string?> variable) =>
        !redirected && string.IsNullOrEmpty(variable("CI")) && variable("TERM") != "dumb";

    /// <summary>Whether colours are welcome: a <c>NO_COLOR</c> that is not empty forbids them (no-color.org).</summary>
    public static bool WantsColours(Func<string, string?> variable) => string.IsNullOrEmpty(variable("NO_COLOR"));

    /// <summary>Whether somebody is there who can be asked.</summary>
    public bool CanAsk => answers is not null;

    /// <summary>What the command has brought about so far, as a sentence: it stays true whatever fails afterwards.</summary>
    public string Done { get; private set; } = Wording.NothingDone;

    /// <summary>Takes note of what the command has brought about.</summary>
    public void Did(string sentence) => Done = sentence;

    /// <summary>Asks a question and waits for the line that is typed; null where the input has ended.</summary>
    public string? Ask(string question)
    {
        Error.Write(Printable.Of(question));
        Error.Flush();
        return answers?.ReadLine()?.Trim();
    }

    /// <summary>Says the result of a command.</summary>
    public void Say(string line) => Output.WriteLine(Printable.Of(line));

    /// <summary>Says what a person who watches may want to do next; a log does not want it.</summary>
    public void Hint(string line)
    {
        if (watched)
        {
            WriteError(line);
        }
    }

    /// <summary>Says what is wrong.</summary>
    public void WriteError(string line) => Error.WriteLine(Printable.Of(line));

    /// <summary>Says what is wrong where it can still be said: the standard error may be what failed.</summary>
    public void TryWriteError(string line)
    {
        try
        {
            WriteError(line);
        }
        catch (IOException)
        {
            // The exit code says it.
        }
    }

    /// <summary>Prints diagnostics for people, one a line.</summary>
    public void WriteError(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error.WriteLine(TextReport.Line(diagnostic, coloured));
        }
    }

    /// <summary>Prints diagnostics for people, what they come to, and where their codes are explained.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="summary">What it comes to.</param>
    /// <param name="site">Where the site is published, or null where that is not known.</param>
    public void WriteError(ImmutableArray<Diagnostic> diagnostics, string summary, Uri? site)
    {
        WriteError(diagnostics);
        Conclude(diagnostics, summary, site);
    }

    /// <summary>Says what diagnostics that were printed come to, and where their codes are explained.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="summary">What it comes to.</param>
    /// <param name="site">Where the site is published, or null where that is not known.</param>
    public void Conclude(ImmutableArray<Diagnostic> diagnostics, string summary, Uri? site)
    {
        WriteError(summary);
        if (!diagnostics.IsEmpty)
        {
            WriteError(Wording.CodesExplained(site));
        }
    }

    /// <summary>Prints what keeps a command from writing anything.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="site">Where the site is published, or null where that is not known.</param>
    /// <returns>The exit code.</returns>
    public int Stop(ImmutableArray<Diagnostic> diagnostics, Uri? site = null)
    {
        WriteError(diagnostics, Wording.NothingWritten(diagnostics), site);
        return ExitCodes.InputProblems;
    }

    /// <summary>Prints warnings of a command that did what it was asked for; nothing where there are none.</summary>
    /// <param name="warnings">What was found.</param>
    /// <param name="site">Where the site is published, or null where that is not known.</param>
    public void Warn(ImmutableArray<Diagnostic> warnings, Uri? site)
    {
        if (!warnings.IsEmpty)
        {
            WriteError(warnings, Wording.Checked(warnings), site);
        }
    }

    /// <summary>Does one step of the work that gives nothing back.</summary>
    public void Step(string name, Action work) => Step(name, () =>
    {
        work();
        return 0;
    });

    /// <summary>Does one step of the work; a person who watches sees its name while it runs.</summary>
    /// <param name="name">What is done, such as <see cref="Wording.Reading"/>.</param>
    /// <param name="work">The step.</param>
    public T Step<T>(string name, Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var result = watched ? ShowWhile(name, work) : work();
        _times.Add(new StepTime(name, clock.Elapsed));
        return result;
    }

    // Who started the program may have closed a stream; that comes to light when it is opened.
    private static TextWriter OpenOr(Func<TextWriter> open, TextWriter closed)
    {
        try
        {
            return open();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return closed;
        }
    }

    private T ShowWhile<T>(string name, Func<T> work)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error), Interactive = InteractionSupport.Yes };
        if (!coloured)
        {
            settings.ColorSystem = ColorSystemSupport.NoColors;
        }

        return AnsiConsole.Create(settings).Status().Start(Markup.Escape(name), _ => work());
    }

    /// <summary>Stands for an output that is closed: whoever has a result to say is told that nobody would hear it.</summary>
    private sealed class ClosedWriter(Encoding encoding) : TextWriter
    {
        public override Encoding Encoding => encoding;

        public override void Write(char value) => throw new IOException(Wording.OutputClosed);
    }
}

/// <summary>How long a step of the work took.</summary>
/// <param name="Name">What was done, such as <see cref="Wording.Reading"/>.</param>
/// <param name="Time">How long.</param>
internal sealed record StepTime(string Name, TimeSpan Time);
