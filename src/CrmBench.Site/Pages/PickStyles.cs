namespace CrmBench.Site.Pages;

/// <summary>The style sheets of the pages for comparing and choosing.</summary>
internal static class PickStyles
{
    public static IReadOnlyList<string> Files { get; } = ["css/controls.css", "css/pick.css"];
}
