using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Json;

namespace CrmBench.Data.Migrating;

/// <summary>Edits of JSON that change nothing else in the text.</summary>
internal static class JsonEdits
{
    /// <summary>The object that a text consists of, or null where it is no JSON object; that is reported elsewhere.</summary>
    public static JsonNode? Root(SourceText text) =>
        text.Path.EndsWith(".json", StringComparison.Ordinal)
        && JsonTree.Parse(text, new DiagnosticBag()) is { Kind: JsonValueKind.Object } root
            ? root
            : null;

    /// <summary>The property of a name, or null.</summary>
    public static JsonMember? Find(JsonNode node, string name) => node.Members.FirstOrDefault(member => member.Name == name);

    /// <summary>
    /// The property of an old name, to be written under the new one; null where it is not there, or after a report that both are.
    /// </summary>
    public static JsonMember? Renamed(SourceText text, string old, string name, DiagnosticBag diagnostics)
    {
        if (Root(text) is not { } root || Find(root, old) is not { } member)
        {
            return null;
        }

        if (Find(root, name) is not null)
        {
            diagnostics.Report(Problems.CannotMigrate(
                text.PlaceAt(member.Offset),
                $"'{old}' is what '{name}' was called in older versions, and both stand here. Keep one of the two."));
            return null;
        }

        return member;
    }

    /// <summary>The edit that gives a property another name.</summary>
    public static TextEdit Rename(JsonMember member, string name) => new(member.Offset, member.End - member.Offset, $"\"{name}\"");

    /// <summary>The edit that puts text before a value.</summary>
    public static TextEdit Before(JsonNode value, string text) => new(value.Offset, 0, text);

    /// <summary>The edit that puts text after a value.</summary>
    public static TextEdit After(JsonNode value, string text) => new(value.End, 0, text);

    /// <summary>The edit that replaces a value.</summary>
    public static TextEdit Replace(JsonNode value, string text) => new(value.Offset, value.End - value.Offset, text);
}
