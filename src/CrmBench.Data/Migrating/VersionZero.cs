using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Json;

namespace CrmBench.Data.Migrating;

/// <summary>Version 0, the form before the first published one: one date, one source without an identifier, counts named <c>count</c>.</summary>
internal static class VersionZero
{
    /// <summary>From version 0 to version 1.</summary>
    public static Migration Migration { get; } = new(
        0,
        [
            new("release.json", "`frozen`, true or false, became `status`, `frozen` or `draft`", Status),
            new("submission.json", "`date` became `evaluated_on`", EvaluatedOn),
            new("submission.json", "`source`, one object, became `sources`, a list; a source has an `id`", Sources),
            new("scores.csv", "the column `count` became `n`", (text, diagnostics) => TableEdits.Rename(text, "count", "n", diagnostics)),
        ]);

    private static IEnumerable<TextEdit> Status(SourceText text, DiagnosticBag diagnostics)
    {
        if (JsonEdits.Renamed(text, "frozen", "status", diagnostics) is not { } member)
        {
            return [];
        }

        if (member.Value.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return Refuse(text, member, "true or false", diagnostics);
        }

        var status = member.Value.Kind == JsonValueKind.True ? "\"frozen\"" : "\"draft\"";
        return [JsonEdits.Rename(member, "status"), JsonEdits.Replace(member.Value, status)];
    }

    private static IEnumerable<TextEdit> EvaluatedOn(SourceText text, DiagnosticBag diagnostics) =>
        JsonEdits.Renamed(text, "date", "evaluated_on", diagnostics) is { } member ? [JsonEdits.Rename(member, "evaluated_on")] : [];

    private static IEnumerable<TextEdit> Sources(SourceText text, DiagnosticBag diagnostics)
    {
        if (JsonEdits.Renamed(text, "source", "sources", diagnostics) is not { } member)
        {
            return [];
        }

        var source = member.Value;
        if (source.Kind != JsonValueKind.Object)
        {
            return Refuse(text, member, "an object in braces", diagnostics);
        }

        List<TextEdit> edits = [JsonEdits.Rename(member, "sources"), JsonEdits.Before(source, "["), JsonEdits.After(source, "]")];
        if (JsonEdits.Find(source, "id") is null)
        {
            edits.Add(source.Members is [var first, ..]
                ? new TextEdit(first.Offset, 0, "\"id\": \"source\", ")
                : new TextEdit(source.Offset + 1, 0, "\"id\": \"source\""));
        }

        return edits;
    }

    private static IEnumerable<TextEdit> Refuse(SourceText text, JsonMember member, string expected, DiagnosticBag diagnostics)
    {
        diagnostics.Report(Problems.CannotMigrate(
            text.PlaceAt(member.Value.Offset), $"'{member.Name}' is {member.Value.KindInWords}, but {expected} is expected in version 0."));
        return [];
    }
}
