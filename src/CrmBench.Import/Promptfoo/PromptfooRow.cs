using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Promptfoo;

/// <summary>One result of promptfoo: a test case, a prompt and a provider.</summary>
/// <param name="Json">The object.</param>
internal sealed record PromptfooRow(ForeignValue Json)
{
    // How promptfoo's matchers and its runners of assertions in JavaScript and Python begin when they failed themselves.
    private static readonly string[] s_crashes =
    [
        "Could not extract JSON", "llm-rubric produced malformed response", "Custom function threw error", "Python code execution failed",
        "Ruby code execution failed", "API error", "API call error", "No output", "Grading failed", "Remote grading failed",
        "Could not perform remote grading",
    ];

    // What tells one test case from another.
    private static readonly string[] s_testParts = ["vars", "assert", "description", "metadata"];

    /// <summary>The provider's identifier, such as <c>openai:gpt-4o</c>; older files write it as a plain text.</summary>
    public Located<string>? Provider { get; } = Json.Find("provider") switch
    {
        { IsObject: true } provider => provider.LocatedText("id"),
        { Kind: JsonValueKind.String, Text.Length: > 0 } provider => provider.Located,
        _ => null,
    };

    /// <summary>The provider's label, or null.</summary>
    public string? Label { get; } =
        Json.Find("provider") is { IsObject: true } provider && provider.TextOf("label") is { Length: > 0 } label ? label : null;

    /// <summary>Number of the prompt among all prompts of all providers, from 0.</summary>
    public decimal PromptIndex { get; } = Json.DecimalOf("promptIdx") ?? 0;

    /// <summary>Identifier of the prompt's text, or null.</summary>
    public string? PromptId { get; } = Json.TextOf("promptId");

    /// <summary>The prompt's label where it is not the filled-in prompt itself, or null.</summary>
    public string? PromptLabel { get; } = Json.Find("prompt") is { IsObject: true } prompt && prompt.Find("label")?.Text is { Length: > 0 } label
        && label != prompt.Find("raw")?.Text
            ? label
            : null;

    /// <summary>Number of the test case, from 1, as text.</summary>
    public string Test { get; } = ((Json.DecimalOf("testIdx") ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the test case is by its content: two results that agree in it, of one provider and prompt, are two tries.</summary>
    public string Content { get; } = string.Join(
        '\n', s_testParts.Select(part => TestPart(Json, part)).Prepend(Json.Find("vars")).Select(part => part?.Raw));

    /// <summary>Why there was no answer to grade, or null where there was one.</summary>
    public string? Error { get; } = ErrorOf(Json);

    /// <summary>The assertions whose grader failed itself, each with its metric's name, or null where it has none; and why.</summary>
    public IEnumerable<(string? Metric, string Reason)> Crashes => CrashesIn(Json.Find("gradingResult"));

    private static ForeignValue? TestPart(ForeignValue json, string name) =>
        json.Find("testCase") is { IsObject: true } test && test.Has(name) ? test.Find(name) : null;

    // Version 3 says it in failureReason. Before, 'error' was also the reason of an assertion that does not hold.
    private static string? ErrorOf(ForeignValue json)
    {
        var said = json.Find("error")?.Text ?? "";
        var error = json.Find("response") is { IsObject: true } answer ? answer.Find("error") : null;
        var response = error is null ? "" : error.IsObject ? error.Raw : error.Text;
        return json.Find("failureReason")?.Text switch
        {
            "2" or "error" => said.Length > 0 ? said : response,
            _ when response.Length > 0 => response,
            null when said.Length > 0 && json.Find("gradingResult") is null && json.FlagOf("success") != true => said,
            _ => null,
        };
    }

    private static IEnumerable<(string? Metric, string Reason)> CrashesIn(ForeignValue? grading)
    {
        if (grading is not { IsObject: true })
        {
            yield break;
        }

        var parts = grading.Find("componentResults") is { Kind: JsonValueKind.Array } list ? list.Items().Where(part => part.IsObject).ToList() : [];
        foreach (var part in parts.Count == 0 ? [grading] : parts)
        {
            var reason = part.Find("reason")?.Text ?? "";
            var isMarked = part.Find("metadata") is { IsObject: true } metadata && metadata.Find("graderError") is { Kind: JsonValueKind.True };
            var saysSo = part.Find("pass") is { Kind: JsonValueKind.False }
                && s_crashes.Any(start => reason.StartsWith(start, StringComparison.OrdinalIgnoreCase));
            if (isMarked || saysSo)
            {
                yield return (part.Find("assertion") is { IsObject: true } assertion ? assertion.Find("metric")?.Text : null, reason);
            }
        }
    }
}
