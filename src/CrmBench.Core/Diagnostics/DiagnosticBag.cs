using System.Collections.Immutable;

namespace CrmBench.Core.Diagnostics;

/// <summary>Collects diagnostics; the only thing that a reader or a check changes. Not safe for several threads.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether any diagnostic so far is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one diagnostic.</summary>
    public void Report(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _diagnostics.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
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

    /// <summary>All diagnostics by place, then code; equal ones once.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _diagnostics.Distinct()
            .OrderBy(d => d.Place.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Place.Line)
            .ThenBy(d => d.Place.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal),
    ];
}
