using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Promptfoo;

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
        var version = PlainText.Known(metadata?.TextOf("promptfooVersion"));
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
            draft.Describe(PlainText.Known(metadata?.TextOf("author")), "", date);
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
