using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import.LmEval;

/// <summary>
/// Reads the tasks of a results file. A figure stands under <c>metric,filter</c>, its standard error under <c>metric_stderr,filter</c>.
/// </summary>
internal sealed class LmEvalTasks(ImportJob job, ImportTarget target, SubmissionDraft draft, ForeignValue json, string source)
{
    private const string ErrorSuffix = "_stderr";

    // Means over samples: there the standard error is the standard deviation over the root of their number. Of others it is resampled.
    private static readonly string[] s_means = ["acc", "acc_norm", "exact_match", "acc_mutual_info", "acc_bytes"];

    /// <summary>Reads one task into the draft.</summary>
    public void Read(Located<string> task, ForeignValue results)
    {
        if (!results.IsObject)
        {
            job.Diagnostics.Report(Problems.WrongType(results.Place, $"'{task.Value}'", results.KindInWords, "an object"));
            return;
        }

        var alias = results.TextOf("alias")?.TrimStart(' ', '-');
        if ((target.Names.UseCase(task.Value) ?? (alias is null ? null : target.Names.UseCase(alias))) is not { } useCase)
        {
            results.Leave(target.Names.NoUseCase(task.Value));
            return;
        }

        draft.Set("Tasks", $"{task.Value} {json.Object("versions")?.Find(task.Value)?.Text}".TrimEnd());
        draft.Set("Few-shot examples", json.Object("n-shot")?.Find(task.Value)?.Text);
        var count = Count(task.Value);
        var figures = results.Members().Where(member => member.Name.Value.Contains(',', StringComparison.Ordinal)).ToList();
        foreach (var (name, value) in figures)
        {
            var (metric, filter) = NameOf(name.Value);
            if (metric.EndsWith(ErrorSuffix, StringComparison.Ordinal))
            {
                continue;
            }

            var isAlone = figures.Count(other => NameOf(other.Name.Value).Metric == metric) == 1;
            Read(task.Value, useCase, metric, filter, isAlone, value, results, count);
        }
    }

    private void Read(
        string task, string useCase, string name, string filter, bool isAlone, ForeignValue value, ForeignValue results, int? count)
    {
        var errorName = $"{name}{ErrorSuffix},{filter}";
        if ((target.Names.Metric($"{name},{filter}") ?? (isAlone ? target.Names.Metric(name) : null)) is not { } metric)
        {
            var reason = isAlone
                ? target.Names.NoMetric(name)
                : $"There are several filters of '{name}'; map the one that counts, as '{name},{filter}'.";
            value.Leave(reason);
            results.Leave(errorName, "It belongs to a figure that is left out.");
            return;
        }

        if (json.Object("higher_is_better")?.Object(task)?.FlagOf(name) is { } higher && higher != (metric.Better == Direction.Higher))
        {
            value.Leave($"There {(higher ? "more" : "less")} is better, but not so of the metric '{metric.Id}'.");
            return;
        }

        if (value.AsDecimal() is not { } number)
        {
            return;
        }

        var figure = ForeignFigure.ShareOf(metric, new Located<decimal>(number, value.Place));
        var successes = count is { } n ? figure.SuccessesOf(n) : null;
        draft.Add(new DraftScore(metric, new MeasuredAt(useCase, null), figure)
        {
            Count = successes is null ? count : null,
            StandardDeviation = successes is null ? Spread(name, results, errorName, count) : null,
            Successes = successes,
            Trials = successes is null ? null : count,
            Source = source,
        });
        if (successes is not null && results.Find(errorName) is { } error)
        {
            error.Leave("The number of successes says it.");
        }
    }

    private int? Count(string task) =>
        json.Object("n-samples")?.Object(task) is { } samples
        && (samples.DecimalOf("effective") ?? samples.DecimalOf("original")) is { } count
        && decimal.IsInteger(count) && count is >= 1 and <= int.MaxValue
            ? (int)count
            : null;

    private static decimal? Spread(string name, ForeignValue results, string errorName, int? count)
    {
        if (results.Find(errorName) is not { } error)
        {
            return null;
        }

        if (error.Kind != System.Text.Json.JsonValueKind.Number || count is not { } n || !s_means.Contains(name))
        {
            // The harness writes "N/A" where it has none.
            error.Leave(error.Text == "N/A"
                ? "The harness has none."
                : "It is no standard error of a mean over a known number of samples.");
            return null;
        }

        return error.AsDecimal() is { } standardError ? Figure.DeviationOfError(standardError, n) : null;
    }

    private static (string Metric, string Filter) NameOf(string key)
    {
        var comma = key.IndexOf(',', StringComparison.Ordinal);
        return (key[..comma], key[(comma + 1)..]);
    }
}
