using System.Collections.Immutable;

namespace CrmBench.Core.Diagnostics;

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
