using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>
/// A folder of files that come with the program: templates, styles and scripts, the texts of the problems. A repository that has a file
/// of the same path replaces that one, and takes all others as they are: an upgrade of the program upgrades them.
/// </summary>
public sealed class ThemeFiles : FileTree
{
    // The build names a resource by its path in the program's repository.
    private static readonly Assembly Program = typeof(ThemeFiles).Assembly;

    private readonly FileTree _repository;
    private readonly FrozenSet<string> _own;
    private readonly FrozenSet<string> _ofProgram;

    private ThemeFiles(FileTree repository, FrozenSet<string> own, FrozenSet<string> ofProgram)
    {
        (_repository, _own, _ofProgram) = (repository, own, ofProgram);
        Paths = [.. own.Union(ofProgram).Order(StringComparer.Ordinal)];
    }

    /// <summary>The paths of the files (ordinal), from the root of a repository.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>Finds the files of a folder.</summary>
    /// <param name="repository">The repository whose files go before those of the program; it need not have the folder.</param>
    /// <param name="folder">The folder, from the root: <c>templates</c>.</param>
    /// <param name="diagnostics">Takes what is no file in the repository's folder.</param>
    public static ThemeFiles Of(FileTree repository, string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var ofProgram = Program.GetManifestResourceNames().Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal));
        var files = new ThemeFiles(
            repository,
            repository.FilesBelow(folder, diagnostics).ToFrozenSet(StringComparer.Ordinal),
            ofProgram.ToFrozenSet(StringComparer.Ordinal));
        files.CheckCase(diagnostics);
        return files;
    }

    /// <summary>Whether a file is the repository's own.</summary>
    public bool IsOwn(string path) => _own.Contains(path);

    /// <summary>Whether a file is the repository's own and in the place of none of the program's.</summary>
    public bool IsNew(string path) => IsOwn(path) && !_ofProgram.Contains(path);

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return
        [
            .. Paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
                .GroupBy(path => path[prefix.Length..].Split('/')[0], StringComparer.Ordinal)
                .Select(group => group.First() == prefix + group.Key
                    ? new FileEntry(group.Key, EntryKind.File, LengthOf(group.First()))
                    : new FileEntry(group.Key, EntryKind.Folder))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public override byte[] Read(string path)
    {
        if (IsOwn(path))
        {
            return _repository.Read(path);
        }

        using var stream = Open(path);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <inheritdoc/>
    public override long LengthOf(string path)
    {
        if (IsOwn(path))
        {
            return _repository.LengthOf(path);
        }

        using var stream = Open(path);
        return stream.Length;
    }

    /// <summary>
    /// Reports files and folders of the repository whose names another one has but for upper and lower case: where disks do not tell them
    /// apart one would take the other's place, and the same repository would give another site.
    /// </summary>
    private void CheckCase(DiagnosticBag diagnostics)
    {
        var own = _own.SelectMany(WithFolders).ToHashSet(StringComparer.Ordinal);
        var alike = Paths.SelectMany(WithFolders).Distinct(StringComparer.Ordinal).GroupBy(path => path, StringComparer.OrdinalIgnoreCase);
        foreach (string[] names in alike.Select(group => group.Order(StringComparer.Ordinal).ToArray()).Where(names => names.Length > 1))
        {
            // What lies in such folders differs because they do.
            if (names.Select(name => name[(name.LastIndexOf('/') + 1)..]).Distinct(StringComparer.Ordinal).Count() > 1
                && names.FirstOrDefault(own.Contains) is { } name)
            {
                diagnostics.Report(PublishingProblems.SameButCase(name, names.First(other => other != name)));
            }
        }
    }

    private static IEnumerable<string> WithFolders(string path) =>
        Enumerable.Range(0, path.Length).Where(i => path[i] == '/').Select(i => path[..i]).Append(path);

    private static Stream Open(string path) =>
        Program.GetManifestResourceStream(path) ?? throw new ArgumentException($"There is no file '{path}'.", nameof(path));
}
