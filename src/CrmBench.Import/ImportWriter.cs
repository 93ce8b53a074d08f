using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

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

    /// <summary>The import joined with the submissions that are there: only what it writes takes the place of what is there.</summary>
    /// <param name="result">The import.</param>
    /// <param name="data">Full path of the folder that stands for <c>data/</c>.</param>
    /// <param name="diagnostics">Takes what prevents it.</param>
    /// <param name="kept">How many rows of each folder stay, from <c>data/</c>.</param>
    public static ImportResult Join(
        ImportResult result, string data, DiagnosticBag diagnostics, out ImmutableArray<(string Folder, int Rows)> kept)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var (joined, beside, rows) = (new List<SubmissionFolder>(), new List<OutputFile>(), new List<(string, int)>());
        foreach (var incoming in result.Submissions)
        {
            if (!Directory.Exists(Path.Combine(data, incoming.Path)))
            {
                joined.Add(incoming);
            }
            else if (ExistingSubmission.Read(data, incoming, diagnostics) is { } old
                && JoinedSubmission.Of(old.Content, incoming, diagnostics, out var count) is { } both)
            {
                joined.Add(both);
                beside.AddRange(old.Beside);
                rows.Add((incoming.Path, count));
            }
        }

        kept = [.. rows.Where(folder => folder.Item2 > 0)];
        return result.With([.. joined], beside);
    }

    /// <summary>Checks the repository as it would be with the import, so that nothing is written that <c>crmbench check</c> refuses.</summary>
    /// <param name="result">The import.</param>
    /// <param name="repository">The repository as it is, without errors.</param>
    /// <param name="diagnostics">Takes every error, and the warnings about what was imported.</param>
    public static void Check(ImportResult result, FileTree repository, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var tree = result.Folders.Aggregate(MemoryTree.Copy(repository, "data"), (files, folder) => files.Without($"data/{folder}"));
        tree = result.Files.Aggregate(tree, (files, file) => files.With($"data/{file.Path}", file.Content));
        var found = new DiagnosticBag();
        CatalogueReader.Read(tree, found);
        diagnostics.Report(found.ToSorted().Where(problem => problem.Severity == Severity.Error
            || result.Folders.Any(folder => problem.Place.Path.StartsWith($"data/{folder}/", StringComparison.Ordinal))));
    }

    /// <summary>Writes the submissions; those of the same names are replaced as a whole, so join them first.</summary>
    /// <param name="result">The import.</param>
    /// <param name="data">Full path of the folder that stands for <c>data/</c>; it need not exist.</param>
    /// <param name="inPlace">Called once everything is in its place and before what it replaced is deleted, which may still fail.</param>
    public static void Write(ImportResult result, string data, Action? inPlace = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        StagedWriter.Write(data, result.Files, result.Folders, mayReplace: _ => true, inPlace);
    }
}
