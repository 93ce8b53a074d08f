namespace CrmBench.Cli.Commands;

/// <summary>What <c>crmbench verify</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Output">Full path of the folder of the site.</param>
/// <param name="BaseUrl">Where the site will be published, with a final slash; null: as <c>site.json</c> says.</param>
internal sealed record VerifyOptions(string Root, string Output, Uri? BaseUrl);
