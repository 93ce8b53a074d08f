namespace CrmBench.Cli.Commands;

/// <summary>What <c>crmbench build</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Output">Full path of the folder of the site.</param>
/// <param name="BaseUrl">Where the site will be published, with a final slash; null: as <c>site.json</c> says.</param>
/// <param name="Verify">Whether the pages are verified; null: while the site is small.</param>
/// <param name="Times">Whether to say how long each step took.</param>
internal sealed record BuildOptions(string Root, string Output, Uri? BaseUrl, bool? Verify, bool Times);
