using System.Collections.Immutable;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary>What <c>crmbench import</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Format">The format.</param>
/// <param name="Paths">Files and folders as they were typed, with their full paths.</param>
/// <param name="Options">What the files do not say.</param>
/// <param name="Data">Full path of the folder that stands for <c>data/</c>.</param>
/// <param name="Report">Full path of the report to write, or null.</param>
/// <param name="Replace">Whether submissions that are there already are replaced.</param>
internal sealed record ImportCall(
    string Root,
    ImportFormat Format,
    ImmutableArray<(string Typed, string Full)> Paths,
    ImportOptions Options,
    string Data,
    string? Report,
    bool Replace);
