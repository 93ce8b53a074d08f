using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.LmEval;

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
