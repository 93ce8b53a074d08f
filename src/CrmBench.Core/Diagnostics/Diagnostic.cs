using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Core.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the build goes on.</summary>
    Warning,

    /// <summary>The input cannot be used; nothing is written.</summary>
    Error,
}

/// <summary>A place in an input file.</summary>
/// <param name="Path">Path from the root of the repository, with forward slashes.</param>
/// <param name="Line">Line from 1, or 0 where the whole file is meant.</param>
/// <param name="Column">Column from 1 in characters, or 0 where the whole line is meant.</param>
public sealed record SourcePlace(string Path, int Line = 0, int Column = 0)
{
    /// <summary>The place as compilers print it: <c>path:line:column</c>, without the parts that are 0.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}"),
    };
}

/// <summary>A value and the place it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Located<T>(T Value, SourcePlace Place)
{
    /// <summary>Another value that keeps this one's place, as after a conversion.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, Place);
}

/// <summary>One problem with the input.</summary>
/// <param name="Code">Stable code such as <c>CB0202</c>; never reused for another problem.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Place">Where the problem stands.</param>
/// <param name="Message">What was found, what is expected and what to do, in full sentences.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourcePlace Place, string Message)
{
    /// <summary>The line a person reads: <c>path:line:column: error CB0202: message</c>.</summary>
    public override string ToString() =>
        $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}

/// <summary>Collects diagnostics; the only thing that a reader or a check changes. Not safe for several threads.</summary>
public sealed class DiagnosticBag
{
    /// <summary>Most diagnostics of one code in one file that are kept: more tell nobody more, so the rest is only counted.</summary>
    public const int MostOfOneCode = 200;

    /// <summary>The code of the diagnostic that counts the rest; it weighs as much as what it counts.</summary>
    public const string RestCode = "CB0310";

    private readonly HashSet<Diagnostic> _kept = [];
    private readonly Dictionary<(string Path, string Code), (int Count, Severity Severity)> _counts = [];

    /// <summary>Whether any diagnostic so far is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one diagnostic; one that equals another counts once.</summary>
    public void Report(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
        var key = (diagnostic.Place.Path, diagnostic.Code);
        var count = _counts.GetValueOrDefault(key).Count;
        if (count >= MostOfOneCode || _kept.Add(diagnostic))
        {
            _counts[key] = (count + 1, diagnostic.Severity);
        }
    }

    /// <summary>Adds several diagnostics.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Report(diagnostic);
        }
    }

    /// <summary>Whether further diagnostics of a code in a file are only counted, so that what would make them helpful need not be looked for.</summary>
    public bool OnlyCounts(string path, string code) => _counts.GetValueOrDefault((path, code)).Count >= MostOfOneCode;

    /// <summary>All diagnostics by place, then code; equal ones once.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _kept.Concat(Rest())
            .OrderBy(d => d.Place.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Place.Line)
            .ThenBy(d => d.Place.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal),
    ];

    private IEnumerable<Diagnostic> Rest() =>
        from entry in _counts
        where entry.Value.Count > MostOfOneCode
        orderby entry.Key.Code
        select new Diagnostic(RestCode, entry.Value.Severity, new SourcePlace(entry.Key.Path), FormattableString.Invariant(
            $"There are {entry.Value.Count - MostOfOneCode} more problems {entry.Key.Code} in this file. Correct those listed, and check again."));
}
