namespace CrmBench.Data.Json;

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Offset of its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Offset, JsonNode Value);
