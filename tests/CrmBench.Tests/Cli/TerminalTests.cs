using System.Collections.Immutable;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Cli;

public class TerminalTests
{
    private static readonly ImmutableArray<Diagnostic> OneWarning =
        [new("CB0301", Severity.Warning, new SourcePlace("data/a.csv", 2, 5), "Look at this.")];

    [Fact]
    public void A_log_gets_plain_lines_and_no_steps()
    {
        var (terminal, error) = Create(watched: false, coloured: false);

        var result = terminal.Step("Reading", () => 42);
        terminal.WriteError(OneWarning);

        Assert.Equal(42, result);
        Assert.Equal("data/a.csv:2:5: warning CB0301: Look at this.\n", error.ToString());
    }

    [Fact]
    public void A_person_who_watches_sees_the_step()
    {
        var (terminal, error) = Create(watched: true, coloured: false);

        terminal.Step("Reading [data]", () => 42);

        Assert.Contains("Reading [data]", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_step_is_timed(bool watched)
    {
        var (terminal, _) = Create(watched, coloured: false);

        terminal.Step("Reading", () => 42);
        terminal.Step("Writing", () => { });

        Assert.Equal(["Reading", "Writing"], terminal.Times.Select(step => step.Name));
    }

    [Fact]
    public void Colour_marks_the_severity_and_nothing_else()
    {
        var (terminal, error) = Create(watched: true, coloured: true);

        terminal.WriteError(OneWarning);

        Assert.Equal("data/a.csv:2:5: \e[1;33mwarning CB0301\e[0m: Look at this.\n", error.ToString());
    }

    [Theory]
    [InlineData(false, "", "xterm", true)]
    [InlineData(true, "", "xterm", false)]
    [InlineData(false, "true", "xterm", false)]
    [InlineData(false, "", "dumb", false)]
    public void Nobody_watches_a_redirected_stream_a_build_server_or_a_dumb_terminal(bool redirected, string ci, string term, bool watched) =>
        Assert.Equal(watched, Terminal.IsWatched(redirected, name => name == "CI" ? ci : name == "TERM" ? term : null));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1", false)]
    public void NO_COLOR_forbids_colours(string? value, bool wanted) =>
        Assert.Equal(wanted, Terminal.WantsColours(name => name == "NO_COLOR" ? value : null));

    private static (Terminal Terminal, StringWriter Error) Create(bool watched, bool coloured)
    {
        var error = new StringWriter { NewLine = "\n" };
        return (new Terminal(TextWriter.Null, error, watched, coloured), error);
    }
}
