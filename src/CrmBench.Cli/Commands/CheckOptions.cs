using System.Collections.Immutable;

namespace CrmBench.Cli.Commands;

/// <summary>What <c>crmbench check</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Paths">Paths from the root with forward slashes; none means all of <c>data/</c>.</param>
/// <param name="Format">One of <see cref="Reports.ReportFormat"/>.</param>
internal sealed record CheckOptions(string Root, ImmutableArray<string> Paths, string Format);
