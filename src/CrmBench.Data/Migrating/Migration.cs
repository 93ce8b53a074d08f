using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Data.Migrating;

/// <summary>One change between two versions, in one kind of file.</summary>
/// <param name="File">Name of the file: <c>submission.json</c>.</param>
/// <param name="Change">What is different, for the dictionary of the data: a sentence without a full stop at the end, in Markdown.</param>
/// <param name="Edits">
/// From a text of the older version to the edits that make it one of the newer; what stands in their way is reported. The number of
/// the version is changed elsewhere. Edits add and remove no line.
/// </param>
internal sealed record FileMigration(string File, string Change, Func<SourceText, DiagnosticBag, IEnumerable<TextEdit>> Edits);

/// <summary>From one version of the forms to the next.</summary>
/// <param name="From">The older version.</param>
/// <param name="Files">What changes, at most one entry for each part of a file; the edits of one file do not overlap.</param>
internal sealed record Migration(int From, ImmutableArray<FileMigration> Files);

/// <summary>All migrations, one for each version but the newest, the oldest first.</summary>
internal static class Migrations
{
    /// <summary>The migrations in their order.</summary>
    public static ImmutableArray<Migration> All { get; } = [VersionZero.Migration];

    /// <summary>The text of a file in the newest version, or null after a report of why it cannot be migrated.</summary>
    /// <param name="text">The file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static SourceText? Apply(SourceText text, string file, int version, DiagnosticBag diagnostics)
    {
        var problems = new DiagnosticBag();
        foreach (var migration in All.Where(migration => migration.From >= version))
        {
            List<TextEdit> edits =
            [
                .. migration.Files.Where(change => change.File == file).SelectMany(change => change.Edits(text, problems)),
                .. VersionEdits(text, migration.From),
            ];
            if (problems.HasErrors)
            {
                diagnostics.Report(problems.ToSorted());
                return null;
            }

            text = text.With(edits);
        }

        return text;
    }

    /// <summary>What changed between the versions, as a table in Markdown.</summary>
    public static string Dictionary() =>
        "| Version | File | What changed to the next version |\n| --- | --- | --- |\n" +
        string.Concat(
            from migration in All
            from file in migration.Files
            select string.Create(CultureInfo.InvariantCulture, $"| {migration.From} | `{file.File}` | {file.Change} |\n"));

    private static IEnumerable<TextEdit> VersionEdits(SourceText text, int from)
    {
        if (JsonEdits.Root(text) is not { } root)
        {
            yield break;
        }

        var next = (from + 1).ToString(CultureInfo.InvariantCulture);
        foreach (var member in root.Members)
        {
            var value = member.Value;
            if (member.Name == "schema")
            {
                yield return new TextEdit(value.Offset, value.End - value.Offset, next);
            }
            else if (member.Name == "$schema" && value.Kind == JsonValueKind.String)
            {
                var raw = text.TextOf(value.Offset, value.End);
                var old = string.Create(CultureInfo.InvariantCulture, $"schema/v{from}/");
                if (raw.Contains(old, StringComparison.Ordinal))
                {
                    yield return new TextEdit(
                        value.Offset, value.End - value.Offset, raw.Replace(old, $"schema/v{next}/", StringComparison.Ordinal));
                }
            }
        }
    }
}
