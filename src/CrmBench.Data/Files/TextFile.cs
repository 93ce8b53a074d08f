using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Files;

/// <summary>Reads prose and templates as the same kind of text that data are: of bearable size, UTF-8, with nothing invisible in it.</summary>
public static class TextFile
{
    /// <summary>The text of a file without a byte order mark, or null after a report of why it cannot be read.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="path">Path of the file from its root.</param>
    /// <param name="largest">Its greatest size in bytes.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static string? Read(FileTree tree, string path, long largest, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Read(path, largest, diagnostics) is { } bytes
            && SourceTextReader.Decode(path, bytes, diagnostics, mayBeEmpty: true) is { } text
            ? Encoding.UTF8.GetString(text.Utf8.Span)
            : null;
    }
}
