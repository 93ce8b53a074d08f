namespace CrmBench.Cli.Console;

/// <summary>Where a path leads once all links on the way are followed.</summary>
internal static class RealPath
{
    // As many as Linux follows; links in a circle lead nowhere.
    private const int MostLinks = 40;

    /// <summary>The path without links; what is not there stays as it is.</summary>
    /// <param name="path">Full path.</param>
    public static string Of(string path)
    {
        var left = MostLinks;
        return Of(path, ref left);
    }

    private static string Of(string path, ref int left)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var real = Path.Combine(Of(parent, ref left), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is { } target && left-- > 0
            ? Of(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref left)
            : real;
    }
}
