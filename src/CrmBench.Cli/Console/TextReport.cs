using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Console;

/// <summary>Diagnostics as compilers print them, which editors and people read.</summary>
internal static class TextReport
{
    private const string Red = "\e[1;31m", Yellow = "\e[1;33m", Plain = "\e[0m";

    /// <summary>One diagnostic: <c>path:line:column: error CB0202: message</c>, always on one line.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="coloured">Whether the severity and code are coloured, for a terminal.</param>
    public static string Line(Diagnostic diagnostic, bool coloured)
    {
        var line = Printable.Of(diagnostic.ToString());
        if (!coloured)
        {
            return line;
        }

        var place = Printable.Of(diagnostic.Place.ToString());
        var colour = diagnostic.Severity == Severity.Error ? Red : Yellow;
        var rest = line[(place.Length + 2)..];
        var end = rest.IndexOf(':', StringComparison.Ordinal);
        return $"{place}: {colour}{rest[..end]}{Plain}{rest[end..]}";
    }
}
