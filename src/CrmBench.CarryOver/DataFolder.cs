using System.Collections.Immutable;
using System.Text;
using CrmBench.Data.Files;

namespace CrmBench.CarryOver;

/// <summary>The folder <c>data/</c> of the repository.</summary>
internal sealed class DataFolder(string path)
{
    /// <summary>Writes the files and removes whatever else lies among the submissions of their releases.</summary>
    public void Write(ImmutableArray<OutputFile> files)
    {
        foreach (var root in files.Select(SubmissionsRoot).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var folder = Path.Combine(path, root);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        foreach (var file in files)
        {
            var target = Path.Combine(path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private static string? SubmissionsRoot(OutputFile file)
    {
        const string folder = "/submissions/";
        var at = file.Path.IndexOf(folder, StringComparison.Ordinal);
        return at < 0 ? null : file.Path[..(at + folder.Length)];
    }
}
