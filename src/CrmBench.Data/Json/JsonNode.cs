using System.Text.Json;

namespace CrmBench.Data.Json;

/// <summary>A JSON value and where it stands.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="Offset">Offset of its first byte.</param>
internal sealed record JsonNode(JsonValueKind Kind, int Offset)
{
    // Made when they are asked for: most nodes have neither, and a file may hold a million.
    private List<JsonMember>? _members;
    private List<JsonNode>? _items;

    /// <summary>Offset after its last byte.</summary>
    public int End { get; set; }

    /// <summary>The text of a string, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The properties of an object in the order of the file, each name once.</summary>
    public List<JsonMember> Members => _members ??= [];

    /// <summary>The entries of an array.</summary>
    public List<JsonNode> Items => _items ??= [];

    /// <summary>The type in words, with its article.</summary>
    public string KindInWords => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
