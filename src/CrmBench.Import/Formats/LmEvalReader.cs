using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

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
            draft.Set("Generation arguments", ForeignText.Line(arguments.Text));
        }
    }
}

/// <summary>
/// Reads the tasks of a results file. A figure stands under <c>metric,filter</c>, its standard error under <c>metric_stderr,filter</c>;
/// before version 0.4 under <c>metric</c> and <c>metric_stderr</c>.
/// </summary>
internal sealed class LmEvalTasks(ImportJob job, ImportTarget target, SubmissionDraft draft, ForeignValue json, string source)
{
    /// <summary>What the name of a standard error has after its metric's.</summary>
    public const string ErrorSuffix = "_stderr";

    // Means over samples: there the standard error is the standard deviation over the root of their number. Of others it is resampled.
    private static readonly HashSet<string> s_means = new(
        ["acc", "acc_norm", "acc_mutual_info", "acc_bytes", "exact_match", "em", "mc1", "mc2", "multiple_choice_grade"],
        StringComparer.Ordinal);

    // These the harness writes from 0 to 100, where others are shares.
    private static readonly HashSet<string> s_ofHundred = new(
        [
            "bleu", "chrf", "ter", "bleu_max", "bleu_diff", "rouge1_max", "rouge1_diff", "rouge2_max", "rouge2_diff", "rougeL_max",
            "rougeL_diff",
        ],
        StringComparer.Ordinal);

    // What stands beside the figures and is none itself.
    private static readonly HashSet<string> s_noFigures = new(["sample_len", "sample_count", "samples"], StringComparer.Ordinal);

    /// <summary>Whether a task that was read left samples of its data set out; null where no file says how many it has.</summary>
    public bool? IsPart { get; private set; }

    /// <summary>Reads one task into the draft.</summary>
    public void Read(Located<string> task, ForeignValue results)
    {
        if (!results.IsObject)
        {
            job.Diagnostics.Report(Problems.WrongType(results.Place, $"'{task.Value}'", results.KindInWords, "an object"));
            return;
        }

        var alias = results.Has("alias") ? results.TextOf("alias")?.TrimStart(' ', '-') : null;
        if ((target.Names.UseCase(task.Value) ?? (alias is null ? null : target.Names.UseCase(alias))) is not { } useCase)
        {
            results.Leave(target.Names.NoUseCase(task.Value));
            return;
        }

        draft.Set("Tasks", $"{task.Value} {json.Object("versions")?.Find(task.Value)?.Text}".TrimEnd());
        draft.Set("Few-shot examples", json.Object("n-shot")?.Find(task.Value)?.Text);
        var count = Count(task.Value);
        var figures = results.Members()
            .Where(member => member.Value.Kind == JsonValueKind.Number && !s_noFigures.Contains(member.Name.Value))
            .Select(member => (Name: LmEvalName.Of(member.Name.Value), member.Value))
            .Where(figure => !figure.Name.Metric.EndsWith(ErrorSuffix, StringComparison.Ordinal))
            .ToList();
        foreach (var (name, value) in figures)
        {
            var isAlone = figures.Count(other => other.Name.Metric == name.Metric) == 1;
            Read(task.Value, useCase, name, isAlone, value, results, count);
        }
    }

    private void Read(string task, string useCase, LmEvalName name, bool isAlone, ForeignValue value, ForeignValue results, int? count)
    {
        if ((target.Names.Metric(name.Written) ?? (isAlone ? target.Names.Metric(name.Metric) : null)) is not { } metric)
        {
            var reason = isAlone
                ? target.Names.NoMetric(name.Metric)
                : $"There are several filters of '{name.Metric}'; map the one that counts, as '{name.Written}'.";
            value.Leave(reason);
            results.Leave(name.Error, "It belongs to a figure that is left out.");
            return;
        }

        if (json.Object("higher_is_better")?.Object(task)?.FlagOf(name.Metric) is { } higher && higher != (metric.Better == Direction.Higher))
        {
            value.Leave($"There {(higher ? "more" : "less")} is better, but not so of the metric '{metric.Id}'.");
            return;
        }

        if (value.AsDecimal() is not { } number)
        {
            return;
        }

        var located = new Located<decimal>(number, value.Place);
        var figure = s_ofHundred.Contains(name.Metric) ? new ForeignFigure(located, ForeignUnit.Same) : ForeignFigure.ShareOf(metric, located);
        draft.Add(new DraftScore(metric, new MeasuredAt(useCase, null), figure) { Source = source }
            .WithError(IsMean(task, name.Metric), count, Error(results, name), target.Level));
    }

    private int? Count(string task)
    {
        if (json.Object("n-samples")?.Object(task) is not { } samples)
        {
            return null;
        }

        var (original, effective) = (samples.DecimalOf("original"), samples.DecimalOf("effective"));
        IsPart = original is null || effective is null ? IsPart : IsPart == true || effective < original;
        return (effective ?? original) is { } count && decimal.IsInteger(count) && count is >= 1 and <= int.MaxValue ? (int)count : null;
    }

    // The harness writes "N/A" where it has none; that is no number, and reported as it is.
    private static decimal? Error(ForeignValue results, LmEvalName name)
    {
        if (results.Find(name.Error) is not { } error)
        {
            return null;
        }

        if (error.Kind != JsonValueKind.Number)
        {
            error.Leave("The harness has none.");
            return null;
        }

        return error.AsDecimal();
    }

    // The task's own configuration says how samples become a figure; without it, the metric's usual way is meant.
    private bool IsMean(string task, string metric)
    {
        var configured = json.Object("configs")?.Object(task)?.Find("metric_list") is { Kind: JsonValueKind.Array } list
            ? list.Items().Where(entry => entry.IsObject).FirstOrDefault(entry => entry.Find("metric")?.Text == metric)
            : null;
        return configured?.Find("aggregation") is { Kind: JsonValueKind.String } aggregation
            ? aggregation.Text is "mean" or "nanmean"
            : s_means.Contains(metric);
    }
}

/// <summary>Under which name a figure stands in a results file.</summary>
/// <param name="Written">The whole name, such as <c>exact_match,strict-match</c> or, in old files, <c>acc</c>.</param>
/// <param name="Metric">The metric in it.</param>
/// <param name="Error">The name of its standard error.</param>
internal sealed record LmEvalName(string Written, string Metric, string Error)
{
    /// <summary>Takes a name apart.</summary>
    public static LmEvalName Of(string written)
    {
        var comma = written.IndexOf(',', StringComparison.Ordinal);
        var (metric, filter) = comma < 0 ? (written, "") : (written[..comma], written[comma..]);
        return new LmEvalName(written, metric, $"{metric}{LmEvalTasks.ErrorSuffix}{filter}");
    }
}
