using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Files;

/// <summary>What an entry of a folder is.</summary>
public enum EntryKind
{
    /// <summary>A file with bytes.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, wherever it leads; links are never followed.</summary>
    Link,

    /// <summary>A pipe, a socket or a device; none is ever opened.</summary>
    Other,
}

/// <summary>One entry of a folder.</summary>
/// <param name="Name">Its name, without the folder. Not to be trusted: it may hold any character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Length in bytes; 0 unless it is a file.</param>
public sealed record FileEntry(string Name, EntryKind Kind, long Length = 0);

/// <summary>A repository's files, on disk or in memory. Paths are relative to its root, with forward slashes.</summary>
public abstract class FileTree
{
    /// <summary>The entries of a folder by name (ordinal); none where there is no such folder.</summary>
    /// <param name="folder">Path of the folder; empty for the root.</param>
    public abstract ImmutableArray<FileEntry> List(string folder);

    /// <summary>The bytes of a file that <see cref="List"/> named.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public abstract byte[] Read(string path);

    /// <summary>The length in bytes of a file that <see cref="List"/> named.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    public abstract long LengthOf(string path);

    /// <summary>The bytes of a file, or null after a report that it is too large; it is then not opened.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="largest">Its greatest size in bytes.</param>
    /// <param name="diagnostics">Takes the report.</param>
    public byte[]? Read(string path, long largest, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (LengthOf(path) is var length && length <= largest)
        {
            return Read(path);
        }

        diagnostics.Report(Problems.FileTooLarge(path, length, largest));
        return null;
    }

    /// <summary>What stands at a path; null where nothing does, or where a folder on the way is none.</summary>
    /// <param name="path">Path of a file or folder.</param>
    public EntryKind? KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf('/');
        return List(slash < 0 ? "" : path[..slash]).FirstOrDefault(entry => entry.Name == path[(slash + 1)..])?.Kind;
    }

    /// <summary>The paths of all files below a folder (ordinal); what is neither file nor folder is reported and left out.</summary>
    /// <param name="folder">Path of the folder; empty for the root. Where there is none, there are no files.</param>
    /// <param name="diagnostics">Takes links, which are never followed, and pipes, sockets and devices, which are never opened.</param>
    public ImmutableArray<string> FilesBelow(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var files = ImmutableArray.CreateBuilder<string>();
        var folders = new Stack<string>();
        void Add(string within, FileEntry entry)
        {
            var path = within.Length == 0 ? entry.Name : $"{within}/{entry.Name}";
            switch (entry.Kind)
            {
                case EntryKind.File:
                    files.Add(path);
                    break;
                case EntryKind.Folder:
                    folders.Push(path);
                    break;
                case EntryKind.Link:
                    diagnostics.Report(Problems.SymbolicLink(within.Length == 0 ? "." : within, entry.Name));
                    break;
                default:
                    diagnostics.Report(Problems.NeitherFileNorFolder(within.Length == 0 ? "." : within, entry.Name));
                    break;
            }
        }

        if (folder.Length == 0)
        {
            folders.Push("");
        }
        else
        {
            // The folder itself may be a link.
            var slash = folder.LastIndexOf('/');
            var (parent, name) = (slash < 0 ? "" : folder[..slash], folder[(slash + 1)..]);
            foreach (var entry in List(parent).Where(entry => entry.Name == name && entry.Kind != EntryKind.File))
            {
                Add(parent, entry);
            }
        }

        while (folders.TryPop(out var next))
        {
            foreach (var entry in List(next))
            {
                Add(next, entry);
            }
        }

        files.Sort(string.CompareOrdinal);
        return files.DrainToImmutable();
    }
}

/// <summary>A file to be written.</summary>
/// <param name="Path">Path from <c>data/</c>, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutputFile(string Path, byte[] Content)
{
    /// <summary>A text in UTF-8 without a byte order mark.</summary>
    /// <param name="path">Path from <c>data/</c>, with forward slashes.</param>
    /// <param name="text">The whole text, ended by a line feed.</param>
    public OutputFile(string path, string text)
        : this(path, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>Its text, of a file that was made as one.</summary>
    public string Text => Encoding.UTF8.GetString(Content);
}

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
