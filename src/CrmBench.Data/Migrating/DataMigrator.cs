using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;

namespace CrmBench.Data.Migrating;

/// <summary>What has to be written to bring <c>data/</c> to the newest version.</summary>
/// <param name="Files">Files of older versions, rewritten, by path from <c>data/</c>.</param>
/// <param name="Schemas">Schemas for editors that are missing in <c>data/schema/</c> or are not those of this program.</param>
public sealed record DataMigration(ImmutableArray<OutputFile> Files, ImmutableArray<OutputFile> Schemas);

/// <summary>Finds the files of <c>data/</c> that are of older versions, and rewrites them as texts.</summary>
public sealed class DataMigrator
{
    private const string Data = "data";

    private readonly FileTree _tree;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<OutputFile> _files = [];

    private DataMigrator(FileTree tree, DiagnosticBag diagnostics) => (_tree, _diagnostics) = (tree, diagnostics);

    /// <summary>What has to be written; nothing if there was an error, so that no half of the data is migrated.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="diagnostics">Takes all problems.</param>
    public static DataMigration Migrate(FileTree repository, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var migrator = new DataMigrator(repository, diagnostics);
        if (repository.KindOf(Data) == EntryKind.Link)
        {
            diagnostics.Report(Problems.SymbolicLink(".", Data));
        }
        else
        {
            migrator.Visit("");
        }

        return diagnostics.HasErrors
            ? new DataMigration([], [])
            : new DataMigration([.. migrator._files.OrderBy(file => file.Path, StringComparer.Ordinal)], OutdatedSchemas(repository));
    }

    private static ImmutableArray<OutputFile> OutdatedSchemas(FileTree tree)
    {
        var folder = $"{Data}/{SchemaFiles.Folder}";
        var there = tree.List(folder).Where(entry => entry.Kind == EntryKind.File).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. SchemaFiles.InData.Where(schema => Path.GetFileName(schema.Path) is var name
                && !(there.Contains(name) && Encoding.UTF8.GetBytes(schema.Text).AsSpan().SequenceEqual(tree.Read($"{folder}/{name}")))),
            // The others refer to it; whatever names it has stay.
            .. tree.KindOf($"{Data}/{NamesSchema.Path}") == EntryKind.File ? [] : (OutputFile[])[SchemaFiles.Names(null)],
        ];
    }

    // A folder's path from data/, empty or ended by a slash.
    private void Visit(string folder)
    {
        var entries = _tree.List($"{Data}/{folder}".TrimEnd('/'));
        foreach (var form in DataForms.InData)
        {
            if (Entry(entries, folder, form.Path) is { } entry
                && VersionOf(folder + entry.Name) is { } version
                && version < FormVersion.Newest)
            {
                Migrate(folder + entry.Name, entry, version, LargestFile.Json);
                foreach (var table in DataForms.Tables)
                {
                    if (Entry(entries, folder, table.Path) is { } found)
                    {
                        Migrate(folder + found.Name, found, version, table.Largest);
                    }
                }
            }
        }

        foreach (var link in entries.Where(entry => entry.Kind == EntryKind.Link))
        {
            _diagnostics.Report(Problems.SymbolicLink($"{Data}/{folder}".TrimEnd('/'), link.Name));
        }

        foreach (var inner in entries.Where(entry => entry.Kind == EntryKind.Folder))
        {
            Visit($"{folder}{inner.Name}/");
        }
    }

    private static FileEntry? Entry(ImmutableArray<FileEntry> entries, string folder, string form) =>
        entries.FirstOrDefault(entry => entry.Kind == EntryKind.File && DataForms.Matches(form, folder + entry.Name));

    private int? VersionOf(string path)
    {
        if (SourceTextReader.Read(_tree, $"{Data}/{path}", LargestFile.Json, _diagnostics) is not { } text
            || JsonTree.Parse(text, _diagnostics) is not { } root)
        {
            return null;
        }

        if (VersionedFile.VersionOf(root) is not { } found)
        {
            _diagnostics.Report(Problems.CannotMigrate(
                text.PlaceAt(root.Offset),
                $"This file does not name its version. Begin it with \"{FileForm.VersionName}\" and the version it was written for."));
            return null;
        }

        if (found.Version > FormVersion.Newest)
        {
            _diagnostics.Report(Problems.SchemaVersion(new Located<int>(found.Version, text.PlaceAt(found.Offset))));
        }

        return found.Version;
    }

    private void Migrate(string path, FileEntry entry, int version, long largest)
    {
        if (SourceTextReader.Read(_tree, $"{Data}/{path}", largest, _diagnostics) is not { } text
            || Migrations.Apply(text, entry.Name, version, _diagnostics) is not { } newest
            || newest.Utf8.Span.SequenceEqual(text.Utf8.Span))
        {
            return;
        }

        // A byte order mark is not part of the text, but of the file.
        var mark = entry.Length > text.Utf8.Length ? "\uFEFF" : "";
        _files.Add(new OutputFile(path, mark + newest.TextOf(0, newest.Utf8.Length)));
    }
}
