namespace CrmBench.Cli.Commands;

/// <summary>What <c>crmbench diff</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Base">What to compare it with.</param>
/// <param name="Format">One of <see cref="Reports.Diff.DiffFormat"/>.</param>
internal sealed record DiffOptions(string Root, DiffBase Base, string Format);
