using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>A folder of the data: the files it should hold, and a report of everything else in it.</summary>
internal sealed class Folder
{
    // Benchmarks, releases of one, submissions to one.
    private const int MostFolders = 2_000;

    private readonly FileTree _tree;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _files;
    private int _version = FormVersion.Newest;

    private Folder(
        FileTree tree, string path, HashSet<string> files, ImmutableArray<string> folders, DiagnosticBag diagnostics)
    {
        (_tree, Path, _files, Folders, _diagnostics) = (tree, path, files, folders, diagnostics);
    }

    /// <summary>Its path from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>The names of its folders (ordinal), each an expected name or an identifier.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>Opens a folder with certain files and folders.</summary>
    public static Folder Open(
        FileTree tree, string path, IReadOnlyList<string> files, IReadOnlyList<string> folders, DiagnosticBag diagnostics) =>
        Open(tree, path, files, folders, folders.Contains, diagnostics);

    /// <summary>
    /// Opens one of its folders, whose subfolders may have any identifier as name. Where there is none of the name, or a link,
    /// the result is an empty folder.
    /// </summary>
    public Folder OpenFolder(string name) => Folders.Contains(name)
        ? Open(_tree, PathOf(name), [], [], null, _diagnostics)
        : new Folder(_tree, PathOf(name), [], [], _diagnostics);

    /// <summary>Whether it has a file.</summary>
    public bool Has(string name) => _files.Contains(name);

    /// <summary>The path of something in it.</summary>
    public string PathOf(string name) => $"{Path}/{name}";

    /// <summary>The root object of the folder's JSON file, which must be there, or null after a report.</summary>
    public JsonObject? Json(FileForm form)
    {
        var file = Text(form.Name, LargestFile.Json, required: true) is { } text ? VersionedFile.Open(text, form, _diagnostics) : null;
        _version = file?.Version ?? FormVersion.Newest;
        return file?.Root;
    }

    /// <summary>
    /// A table, or null after a report, or where an optional table is missing. The folder's JSON file, which must have been read before,
    /// names the version of its columns.
    /// </summary>
    public CsvTable? Table(TableForm form, bool required = false) =>
        Text(form.Name, form.Largest, required) is { } text && VersionedFile.Newest(text, form, _version, _diagnostics) is { } newest
            ? CsvTable.Open(newest, form, _diagnostics)
            : null;

    private static Folder Open(
        FileTree tree,
        string path,
        IReadOnlyList<string> files,
        IReadOnlyList<string> folders,
        Func<string, bool>? isFolder,
        DiagnosticBag diagnostics)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var foundFolders = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in tree.List(path))
        {
            switch (entry.Kind)
            {
                case EntryKind.Link:
                    diagnostics.Report(Problems.SymbolicLink(path, entry.Name));
                    break;
                case EntryKind.Other:
                    diagnostics.Report(Problems.NeitherFileNorFolder(path, entry.Name));
                    break;
                case EntryKind.Folder when isFolder is null && !Identifier.IsValid(entry.Name):
                    diagnostics.Report(Problems.FolderName(path, entry.Name));
                    tree.FilesBelow($"{path}/{entry.Name}", diagnostics);
                    break;
                case EntryKind.Folder when isFolder is null || isFolder(entry.Name):
                    foundFolders.Add(entry.Name);
                    break;
                case EntryKind.File when files.Contains(entry.Name):
                    found.Add(entry.Name);
                    break;
                case EntryKind.File when entry.Name is "README.md" or "NOTICE.md" or ".gitkeep":
                    break;
                default:
                    var isFile = entry.Kind == EntryKind.File;
                    var nearest = NearestName.Of(entry.Name, isFile ? files : folders);
                    diagnostics.Report(Problems.UnexpectedEntry(path, entry.Name, isFile ? "file" : "folder", nearest));
                    if (!isFile)
                    {
                        // Folders that this program does not read may hold no links either, because other programs do read them.
                        tree.FilesBelow($"{path}/{entry.Name}", diagnostics);
                    }

                    break;
            }
        }

        if (foundFolders.Count > MostFolders)
        {
            diagnostics.Report(Problems.TooManyEntries(new SourcePlace(path), "folder", "folders", MostFolders));
            foundFolders.Clear();
        }

        return new Folder(tree, path, found, foundFolders.ToImmutable(), diagnostics);
    }

    private SourceText? Text(string name, long largest, bool required)
    {
        if (_files.Contains(name))
        {
            return SourceTextReader.Read(_tree, PathOf(name), largest, _diagnostics);
        }

        if (required)
        {
            _diagnostics.Report(Problems.FileMissing(PathOf(name)));
        }

        return null;
    }
}
