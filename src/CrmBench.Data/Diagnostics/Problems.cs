using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Data.Diagnostics;

/// <summary>
/// Every problem that input can have, one factory each; the first two digits of a code name its group.
/// 01 files and folders, 02 JSON form, 03 CSV form, 04 single values, 05 site, models, providers and prices,
/// 06 benchmark and use cases, 07 releases and submissions, 08 sanity of submissions (warnings), 093 versions and blanks.
/// </summary>
public static partial class Problems
{
    private static readonly ProblemKinds OwnKinds = new(Kinds());

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => OwnKinds.All;

    private static Diagnostic New(string code, SourcePlace place, string message) => OwnKinds.Report(code, place, message);

    private static string Quoted(string text) => $"'{Invisible.Shown(text)}'";
}
