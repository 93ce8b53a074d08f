using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.LmEval;

/// <summary>
/// Imports the results that EleutherAI's lm-evaluation-harness writes: one model, several tasks. Files from before version 0.4 write
/// <c>acc</c> where later ones write <c>acc,none</c>, and neither the model's name nor the number of samples.
/// </summary>
internal static class LmEvalReader
{
    // The order in which the harness itself looks for the model among its arguments.
    private static readonly string[] s_modelArguments = ["peft", "delta", "pretrained", "model", "path", "engine"];

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) => JsonFiles.Read(job, files, Lacking, (file, json) =>
    {
        Read(job, file, json);
        return true;
    });

    private static string? Lacking(ForeignValue json) =>
        !json.Has("results") ? "it has no 'results'"
        : json.Find("results") is not { IsObject: true } results ? "'results' is no object of tasks"
        : !json.Has("configs") && !json.Has("versions") && !json.Has("config") && !HasErrors(results)
            ? "it has none of 'configs', 'versions' and 'config'"
        : null;

    // Every version writes a figure's standard error beside it.
    private static bool HasErrors(ForeignValue results) => results.Members().Any(task =>
        task.Value.IsObject && task.Value.Names().Any(name => name.Contains(LmEvalTasks.ErrorSuffix, StringComparison.Ordinal)));

    private static void Read(ImportJob job, ImportFile file, ForeignValue json)
    {
        if (job.Target(file) is not { } target || job.Model(ModelName(json), json.Place) is not { } model)
        {
            return;
        }

        var date = Dates.OfMoment(json.Find("date"));
        var version = json.TextOf("lm_eval_version") ?? "";
        var harness = $"lm-evaluation-harness {version}".TrimEnd();
        const string note = "Shares from 0 to 1 there are percent here.";
        if (job.Source(file, "lm-eval", $"Results of {harness}", null, null, date, note) is not { } source)
        {
            return;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? "", json.Place);
        draft.Describe("", "", date);
        draft.Set("Harness", harness);
        Describe(draft, json);
        var tasks = new LmEvalTasks(job, target, draft, json, draft.AddSource(source));
        foreach (var (task, results) in json.Object("results")?.Members() ?? [])
        {
            tasks.Read(task, results);
        }

        if (json.Object("config")?.Find("limit") is { } limit && tasks.IsPart != false)
        {
            draft.AddIssue($"The run was limited to a part of each task's samples (limit {limit.Text}).");
        }

        json.Leave("groups", "A group is the mean of its tasks; those are here themselves.");
        json.Leave("configs", "How each task is set up stays in the harness's own files.");
        json.Leave("samples", "The texts of samples stay in the harness's own files.");
    }

    private static Located<string>? ModelName(ForeignValue json)
    {
        if (json.LocatedText("model_name") is { Value.Length: > 0 } name)
        {
            return name;
        }

        if (json.Find("model") is { Kind: System.Text.Json.JsonValueKind.String, Text.Length: > 0 } model)
        {
            return model.Located;
        }

        return json.Object("config")?.Find("model_args") switch
        {
            { IsObject: true } arguments =>
                s_modelArguments.Select(arguments.LocatedText).FirstOrDefault(text => text is { Value.Length: > 0 }),
            { } arguments => s_modelArguments.Select(key => Argument(arguments.Text, key)).OfType<string>()
                .Select(arguments.Located.With).FirstOrDefault(),
            null => null,
        };
    }

    // Arguments are written as "pretrained=...,dtype=...".
    private static string? Argument(string arguments, string key) =>
        arguments.Split(',').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair is [var left, _] && left.Trim() == key)?[1];

    private static void Describe(SubmissionDraft draft, ForeignValue json)
    {
        draft.Set("Harness commit", json.TextOf("git_hash"));
        if (json.Object("config") is not { } config)
        {
            return;
        }

        draft.Set("Model backend", config.TextOf("model"));
        draft.Set("Random seed", config.Find("random_seed")?.Text);
        draft.Set("Few-shot examples", config.Find("num_fewshot")?.Text);
        config.Leave("model_args", "Arguments may hold addresses and keys, which do not belong into a publication.");
        if (config.Find("gen_kwargs") is { IsObject: false, Text.Length: > 0 } arguments)
        {
            draft.Set("Generation arguments", PlainText.Line(arguments.Text));
        }
    }
}
