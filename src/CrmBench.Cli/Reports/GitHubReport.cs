using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Reports;

/// <summary>Diagnostics as GitHub's workflow commands, which annotate the lines of a pull request.</summary>
internal static class GitHubReport
{
    /// <summary>One command: <c>::error file=data/x.csv,line=3,col=19,title=CB0202::message</c>.</summary>
    /// <remarks>
    /// GitHub's documentation, "Workflow commands for GitHub Actions". Percent signs and line ends are escaped everywhere,
    /// colons and commas in properties too, or a hostile file could give the runner commands of its own.
    /// </remarks>
    public static string Line(Diagnostic diagnostic)
    {
        var (path, line, column) = diagnostic.Place;
        var place = $"file={Property(path)}";
        if (line > 0)
        {
            place += string.Create(CultureInfo.InvariantCulture, $",line={line}");
        }

        if (column > 0)
        {
            place += string.Create(CultureInfo.InvariantCulture, $",col={column}");
        }

        var command = diagnostic.Severity == Severity.Error ? "error" : "warning";
        return $"::{command} {place},title={Property(diagnostic.Code)}::{Data(diagnostic.Message)}";
    }

    private static string Data(string text) => Printable.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
