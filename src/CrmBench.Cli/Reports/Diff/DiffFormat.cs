namespace CrmBench.Cli.Reports.Diff;

/// <summary>How <c>crmbench diff</c> prints what it found.</summary>
internal static class DiffFormat
{
    /// <summary>Lines for a terminal.</summary>
    public const string Text = "text";

    /// <summary>A comment for a pull request.</summary>
    public const string Markdown = "markdown";

    /// <summary>A document for programs.</summary>
    public const string Json = "json";

    /// <summary>All formats, the default first.</summary>
    public static string[] All => [Text, Markdown, Json];
}
