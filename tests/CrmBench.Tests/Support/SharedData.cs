namespace CrmBench.Tests.Support;

/// <summary>
/// Research data that may be read but not republished: a folder beside the repository, which a clone does not bring along.
/// </summary>
internal static class SharedData
{
    /// <summary>The full path of a file under <c>../shared/data</c>; skips the running test where it is absent.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var path = Path.GetFullPath(Path.Combine([Repository.Root, "..", "shared", "data", .. parts]));
        Assert.SkipUnless(File.Exists(path), $"{string.Join('/', parts)} may not be republished, and is not in ../shared/data here.");
        return path;
    }
}
