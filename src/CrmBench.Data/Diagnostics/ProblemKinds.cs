using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Diagnostics;

/// <summary>The kinds of problems that one part of the program can report.</summary>
public sealed class ProblemKinds
{
    private readonly FrozenDictionary<string, ProblemKind> _byCode;

    /// <summary>Collects kinds.</summary>
    /// <param name="kinds">The kinds, one a code.</param>
    public ProblemKinds(IEnumerable<ProblemKind> kinds)
    {
        All = [.. kinds.OrderBy(kind => kind.Code, StringComparer.Ordinal)];
        _byCode = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);
    }

    /// <summary>All kinds by code.</summary>
    public ImmutableArray<ProblemKind> All { get; }

    /// <summary>A problem of one of the kinds, with that kind's severity.</summary>
    /// <param name="code">Code of the kind.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="message">What was found, what is expected, what to do.</param>
    public Diagnostic Report(string code, SourcePlace place, string message) => new(code, _byCode[code].Severity, place, message);
}
