using CrmBench.Core.Diagnostics;
using CrmBench.Data.Import.Foreign;

namespace CrmBench.Data.Import.Promptfoo;

/// <summary>One result of promptfoo: a test case, a prompt and a provider.</summary>
/// <param name="Json">The object.</param>
internal sealed record PromptfooRow(ForeignValue Json)
{
    /// <summary>The provider's identifier, such as <c>openai:gpt-4o</c>; older files write it as a plain text.</summary>
    public Located<string>? Provider { get; } = Json.Find("provider") switch
    {
        { IsObject: true } provider => provider.LocatedText("id"),
        { Text.Length: > 0 } provider => provider.Located,
        _ => null,
    };

    /// <summary>The provider's label, or null.</summary>
    public string? Label { get; } =
        Json.Find("provider") is { IsObject: true } provider && provider.TextOf("label") is { Length: > 0 } label ? label : null;

    /// <summary>Number of the prompt, from 1, as text.</summary>
    public string Prompt { get; } = Number(Json, "promptIdx");

    /// <summary>Number of the test case, from 1, as text.</summary>
    public string Test { get; } = Number(Json, "testIdx");

    private static string Number(ForeignValue json, string name) =>
        json.DecimalOf(name) is { } index ? (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "1";
}
