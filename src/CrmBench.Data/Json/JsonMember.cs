namespace CrmBench.Data.Json;

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Offset of its name, at the quote.</param>
/// <param name="End">Offset after its name, behind the quote.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Offset, int End, JsonNode Value);
