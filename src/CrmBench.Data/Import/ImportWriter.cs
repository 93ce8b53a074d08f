using System.Collections.Immutable;
using System.Text;

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
        Directory.CreateDirectory(data);

        // Beside the final place, so that moving is renaming; the dot keeps it apart from everything that is read.
        var staging = Path.Combine(data, ".import");
        try
        {
            Delete(staging);
            foreach (var file in result.Files)
            {
                var path = Path.Combine(staging, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            foreach (var folder in result.Folders)
            {
                var target = Path.Combine(data, folder);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                Delete(target);
                Directory.Move(Path.Combine(staging, folder), target);
            }
        }
        finally
        {
            Delete(staging);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
