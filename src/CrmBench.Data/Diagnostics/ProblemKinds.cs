using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Diagnostics;

/// <summary>One kind of problem: what all diagnostics of one code have in common.</summary>
/// <param name="Code">Stable code such as <c>CB0402</c>; never reused for another kind.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Title">What is wrong, in a few words without a full stop.</param>
/// <param name="Remedy">What to do about it, in a sentence or two.</param>
public sealed record ProblemKind(string Code, Severity Severity, string Title, string Remedy);

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
