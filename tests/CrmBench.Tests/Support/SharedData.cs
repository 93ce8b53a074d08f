namespace CrmBench.Tests.Support;

/// <summary>
/// The whole published data sets, which are too large or not licensed to be part of the repository: <c>../shared/data</c> beside it.
/// </summary>
public static class SharedData
{
    /// <summary>Full path of the folder, or null where it is absent.</summary>
    public static string? Folder { get; } =
        Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data")) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Full path of a part of the folder; the running test is skipped where it is absent.</summary>
    /// <param name="relative">Path from the folder, with forward slashes.</param>
    public static string Require(string relative)
    {
        var path = Folder is null ? null : Path.Combine(Folder, relative);
        Assert.SkipUnless(Path.Exists(path), $"This test reads {relative} from ../shared/data, which is not beside this repository.");
        return path!;
    }
}
