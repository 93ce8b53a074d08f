namespace CrmBench.Tests.Support;

/// <summary>
/// Whole published data sets that may be read but not republished: <c>../shared/data</c>, a folder beside the repository, which a clone
/// does not bring along.
/// </summary>
internal static class SharedData
{
    /// <summary>Full path of the folder, or null where it is absent.</summary>
    public static string? Folder { get; } =
        Repository.PathOf("..", "shared", "data") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Full path of a part of the folder; the running test is skipped where it is absent.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var path = Folder is null ? null : Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"This test reads {string.Join('/', parts)} from ../shared/data, which is not beside this repository.");
        return path!;
    }
}
