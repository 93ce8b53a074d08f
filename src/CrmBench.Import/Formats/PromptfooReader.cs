using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports promptfoo's output: test cases by prompts by providers, each combination a result. As JSON it holds them all; as JSON Lines
/// each line is one.
/// </summary>
internal static class PromptfooReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) => new JsonFiles(job).Read(
        files, ForeignFile.OpenLines, roots => Refusal(job, roots), (file, roots) =>
        {
            Read(job, file, roots);
            return true;
        });

    private static Diagnostic? Refusal(ImportJob job, IReadOnlyList<ForeignValue> roots)
    {
        foreach (var root in roots)
        {
            if (JsonFiles.WrongFormat(job, root, json => IsResult(json) ? null : Lacking(json)) is { } wrong)
            {
                return wrong;
            }

            if (Summary(root)?.Find("version") is { Text: not ("2" or "3") } version)
            {
                return ImportProblems.VersionNotRead(version.Located, "versions 2 and 3");
            }
        }

        return null;
    }

    // A line of JSON Lines.
    private static bool IsResult(ForeignValue json) => json.Has("provider") && (json.Has("success") || json.Has("score"));

    private static string? Lacking(ForeignValue json) =>
        !json.Has("results") ? "it has no 'results'"
        : Summary(json) is null ? "'results' holds no 'results'"
        : null;

    // What holds the list of results: the file's own object in some exports, and an object in it in most.
    private static ForeignValue? Summary(ForeignValue json) => IsResult(json) ? null : json.Find("results") switch
    {
        { IsObject: true } results when results.Has("results") => results,
        { Kind: JsonValueKind.Array } => json,
        _ => null,
    };

    private static void Read(ImportJob job, ImportFile file, IReadOnlyList<ForeignValue> roots)
    {
        if (job.Target(file) is not { } target)
        {
            return;
        }

        var json = roots[0];
        var results = Summary(json);
        var metadata = json.Has("metadata") && results is not null ? json.Object("metadata") : null;
        var version = ForeignText.Known(metadata?.TextOf("promptfooVersion"));
        var date = Dates.OfMoment(results?.Find("timestamp"));
        var shared = json.TextOf("shareableUrl");
        var source = job.Source(
            file,
            "promptfoo",
            $"Output of promptfoo {version}".TrimEnd(),
            shared is not null && ValueText.TryAddress(shared, out _) ? shared : null,
            null,
            date,
            "Scores from 0 to 1 there are percent here where the metric is a percentage.");
        if (source is null)
        {
            return;
        }

        var rows = roots.SelectMany(root => Summary(root) is { } of ? of.ItemsOf("results") : [root]).Where(row => row.IsObject)
            .Select(row => new PromptfooRow(row)).ToList();
        var prompts = Prompts(rows, results);
        var all = new PromptfooResults(job, target, results is null ? "" : json.Object("config")?.TextOf("description") ?? "", json.TextOf("evalId") ?? file.Path);
        foreach (var row in rows)
        {
            var model = row.Label is { } label && row.Provider is { } named
                ? job.Models.Find(named.Value) ?? job.Models.Find(label)
                : null;
            if ((model ?? job.Model(row.Provider, row.Json.Place)) is not { } id)
            {
                continue;
            }

            var variant = job.Options.Variant ?? (prompts.Count > 1 ? $"prompt {prompts.IndexOf(PromptOf(row, results)) + 1}" : "");
            var draft = job.Draft(target, id, variant, json.Place);
            draft.Describe(ForeignText.Known(metadata?.TextOf("author")), "", date);
            draft.AddSource(source);
            draft.Set("Harness", $"promptfoo {version}".TrimEnd());
            draft.Set("Provider", row.Provider?.Value);
            all.Read(draft, row);
        }

        all.AddCosts();
        if (results is not null)
        {
            json.Leave("config", "The configuration stays in promptfoo's own file.");
            results.Leave("prompts", "Its figures are computed from the results.");
            results.Leave("table", "It holds the results a second time.");
            results.Leave("stats", "It is computed from the results.");
        }
    }

    // promptfoo numbers prompts once for each provider; what makes two of them one is their text.
    private static List<string> Prompts(List<PromptfooRow> rows, ForeignValue? results) =>
        [.. rows.OrderBy(row => row.PromptIndex).Select(row => PromptOf(row, results)).Distinct()];

    private static string PromptOf(PromptfooRow row, ForeignValue? results)
    {
        if (row.PromptId is { Length: > 0 } id)
        {
            return id;
        }

        // Older files have no identifier; a result's own prompt is already filled in, and the list of prompts is not.
        var index = (int)Math.Clamp(row.PromptIndex, 0, int.MaxValue);
        var listed = results?.Find("prompts") is { Kind: JsonValueKind.Array } list ? list.Items().Skip(index).FirstOrDefault() : null;
        return listed is { IsObject: true } prompt
            ? prompt.Find("raw")?.Text ?? prompt.Find("label")?.Text ?? ""
            : row.PromptLabel ?? index.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Reads the results of one file: named scores, passing, times and money.</summary>
/// <param name="job">The import.</param>
/// <param name="target">Where it goes.</param>
/// <param name="description">Description of the whole evaluation, which may name the use case.</param>
/// <param name="run">What tells this file's run from others.</param>
internal sealed class PromptfooResults(ImportJob job, ImportTarget target, string description, string run)
{
    private static readonly DraftRater s_rater = new("promptfoo", JudgedBy.Programs);

    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(SubmissionDraft Draft, string Item), int> _tries = [];
    private readonly Dictionary<(SubmissionDraft Draft, string UseCase), (decimal Usd, int Calls)> _money = [];

    /// <summary>Reads one result.</summary>
    /// <param name="draft">The submission.</param>
    /// <param name="row">The result.</param>
    public void Read(SubmissionDraft draft, PromptfooRow row)
    {
        var json = row.Json;
        var test = json.Object("testCase");
        var own = UseCaseIn(test?.Find("metadata")) ?? UseCaseIn(json.Find("vars"));
        if ((own is null ? target.Names.UseCase(description) ?? job.Options.UseCase : target.Names.UseCase(own)) is not { } useCase)
        {
            json.Leave(target.Names.NoUseCase(own ?? description));
            return;
        }

        var item = Item(test, row);
        if (row.Error is { } error)
        {
            draft.Add(DraftCalls.Failed(useCase, item, error));
            return;
        }

        ReadCall(draft, useCase, item, json);
        ReadScores(draft, useCase, item, row);
    }

    /// <summary>Adds the money of each use case, once all results are read.</summary>
    public void AddCosts()
    {
        foreach (var ((draft, useCase), (usd, calls)) in _money)
        {
            draft.Add(new CostRow(DecimalText.Of(usd), calls.ToString(CultureInfo.InvariantCulture)) { UseCase = useCase, Source = "" });
        }
    }

    private void ReadScores(SubmissionDraft draft, string useCase, string item, PromptfooRow row)
    {
        var json = row.Json;
        var crashes = row.Crashes.ToList();
        var of = (draft, item);
        _tries[of] = _tries.GetValueOrDefault(of) + 1;
        foreach (var (name, value) in json.Find("namedScores") is { IsObject: true } named ? named.Members() : [])
        {
            if (crashes.FirstOrDefault(crash => crash.Metric == name.Value) is { Reason: { } reason })
            {
                value.Leave(Crashed(reason));
            }
            else
            {
                ReadScore(name.Value, target.Names.Metric(name.Value), value);
            }
        }

        // Whether all assertions hold, and their weighted mean: neither is known where one of them was not judged.
        if (crashes.Count > 0)
        {
            json.Leave("success", Crashed(crashes[0].Reason));
            json.Leave("score", Crashed(crashes[0].Reason));
            return;
        }

        if (target.Names.Metric("pass", "passed", "pass-rate", "success") is { } passed && json.FlagOf("success") is { } success)
        {
            Add(passed, success ? 1 : 0, json.Find("success")!);
        }

        if (target.Names.Metric("score") is { } metric && json.Find("score") is { } score)
        {
            ReadScore("score", metric, score);
        }

        void ReadScore(string name, Metric? metric, ForeignValue value)
        {
            if (metric is null)
            {
                value.Leave(target.Names.NoMetric(name));
            }
            else if (value.Kind != JsonValueKind.Number)
            {
                value.Leave("It is no number.");
            }
            else if (value.AsDecimal() is { } number)
            {
                Add(metric, number, value);
            }
        }

        void Add(Metric metric, decimal number, ForeignValue value) => draft.Add(
            metric,
            useCase,
            new DraftSample(item, s_rater, number, value.Place) { Run = run, Try = FormattableString.Invariant($"{_tries[of]}") });
    }

    private static string Crashed(string reason) =>
        $"Its grader failed, which says nothing of the answer: {Invisible.Shown(ForeignText.Line(reason))}";

    private static string? UseCaseIn(ForeignValue? json) => json is { IsObject: true } ? json.Find("use_case")?.Text : null;

    private void ReadCall(SubmissionDraft draft, string useCase, string item, ForeignValue json)
    {
        var response = json.Object("response");
        if (response?.FlagOf("cached") == true)
        {
            json.Leave("latencyMs", "The response came from promptfoo's cache: it is not the model's time.");
            json.Leave("cost", "The response came from promptfoo's cache: it cost nothing this time.");
            return;
        }

        var tokens = response?.Object("tokenUsage") ?? json.Object("tokenUsage");
        if (json.DecimalOf("latencyMs") is { } milliseconds and >= 0)
        {
            draft.Add(DraftCalls.Ok(useCase, item, milliseconds / 1000, tokens?.DecimalOf("prompt"), tokens?.DecimalOf("completion")));
        }

        if (json.DecimalOf("cost") is not { } usd)
        {
            return;
        }

        if (usd > 0)
        {
            var (sum, calls) = _money.GetValueOrDefault((draft, useCase));
            _money[(draft, useCase)] = (sum + usd, calls + 1);
        }
        else
        {
            json.Leave("cost", "promptfoo writes 0 where it knows no price.");
        }
    }

    // Test cases that share a name are told apart by number; the same one again, for another model or once more, keeps its name.
    private string Item(ForeignValue? test, PromptfooRow row)
    {
        if (_items.TryGetValue(row.Content, out var known))
        {
            return known;
        }

        var metadata = test?.Find("metadata");
        var name = (metadata is { IsObject: true } ? metadata.Find("item")?.Text : null) ?? test?.TextOf("description") ?? $"test {row.Test}";
        var count = _names[name] = _names.GetValueOrDefault(name) + 1;
        return _items[row.Content] = ForeignText.Name(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{count}"));
    }
}

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
