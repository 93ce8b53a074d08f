using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;

namespace CrmBench.Data.Migrating;

/// <summary>A JSON file of any version, read as if it were of the newest; places are those in the file on disk.</summary>
/// <param name="Root">Its properties.</param>
/// <param name="Version">Its own version, which is also that of the tables beside it.</param>
internal sealed record VersionedFile(JsonObject Root, int Version)
{
    /// <summary>Opens a JSON file, or gives null after a report.</summary>
    public static VersionedFile? Open(SourceText text, FileForm form, DiagnosticBag diagnostics)
    {
        // A duplicate in the old text is in the migrated text, too; it is reported only once.
        var unreported = new DiagnosticBag();
        if (JsonTree.Parse(text, unreported) is not { } node)
        {
            diagnostics.Report(unreported.ToSorted());
            return null;
        }

        if (VersionOf(node) is not { } found)
        {
            diagnostics.Report(unreported.ToSorted());
            return Read(node, form, text, FormVersion.Newest, diagnostics);
        }

        var version = new Located<int>(found.Version, text.PlaceAt(found.Offset));
        if (version.Value > FormVersion.Newest)
        {
            diagnostics.Report(Problems.SchemaVersion(version));
            return null;
        }

        if (version.Value == FormVersion.Newest)
        {
            diagnostics.Report(unreported.ToSorted());
            return Read(node, form, text, version.Value, diagnostics);
        }

        diagnostics.Report(Problems.OlderVersion(version));
        return Migrations.Apply(text, form.Name, version.Value, diagnostics) is { } newest && JsonTree.Parse(newest, diagnostics) is { } migrated
            ? Read(migrated, form, newest, version.Value, diagnostics)
            : null;
    }

    /// <summary>A table in the newest version, or null after a report.</summary>
    /// <param name="text">The table.</param>
    /// <param name="form">What it should be.</param>
    /// <param name="version">The version of the JSON file beside it.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static SourceText? Newest(SourceText text, TableForm form, int version, DiagnosticBag diagnostics) =>
        version == FormVersion.Newest ? text : Migrations.Apply(text, form.Name, version, diagnostics);

    /// <summary>The version that a file names, and where; null where it names none, which is reported when it is read.</summary>
    public static (int Version, int Offset)? VersionOf(JsonNode root) =>
        root.Kind == JsonValueKind.Object
        && JsonEdits.Find(root, "schema") is { Value: { Kind: JsonValueKind.Number } value }
        && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, value.Offset)
            : null;

    private static VersionedFile? Read(JsonNode node, FileForm form, SourceText text, int version, DiagnosticBag diagnostics) =>
        JsonObject.Root(node, form, text, diagnostics) is { } root ? new VersionedFile(root, version) : null;
}
