using System.Collections.Immutable;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import;

/// <summary>Writes imported submissions: all of them or, where the disk fails, none.</summary>
public static class ImportWriter
{
    /// <summary>The folders of the submissions that are there already, from <paramref name="data"/>, with forward slashes.</summary>
    /// <param name="result">The import.</param>
    /// <param name="data">Full path of the folder that stands for <c>data/</c>.</param>
    public static ImmutableArray<string> Existing(ImportResult result, string data)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Folders.Where(folder => Directory.Exists(Path.Combine(data, folder)))];
    }

    /// <summary>Writes the submissions; those of the same names are replaced as a whole.</summary>
    /// <param name="result">The import.</param>
    /// <param name="data">Full path of the folder that stands for <c>data/</c>; it need not exist.</param>
    public static void Write(ImportResult result, string data)
    {
        ArgumentNullException.ThrowIfNull(result);
        StagedWriter.Write(data, result.Files, result.Folders, mayReplace: _ => true);
    }
}
