namespace CrmBench.Cli.Reports;

/// <summary>How <c>crmbench check</c> prints what it found.</summary>
internal static class ReportFormat
{
    /// <summary>Lines for people, on the standard error.</summary>
    public const string Text = "text";

    /// <summary>A document for programs, on the standard output.</summary>
    public const string Json = "json";

    /// <summary>Workflow commands that GitHub shows beside the lines of a pull request.</summary>
    public const string GitHub = "github";

    /// <summary>A SARIF 2.1.0 log for code scanning.</summary>
    public const string Sarif = "sarif";

    /// <summary>All formats, the default first.</summary>
    public static string[] All => [Text, Json, GitHub, Sarif];
}
