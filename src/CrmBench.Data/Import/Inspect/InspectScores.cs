using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import.Inspect;

/// <summary>Reads the scores of a log: those over all samples, and those of each.</summary>
/// <param name="target">Where it goes.</param>
/// <param name="draft">The submission.</param>
/// <param name="useCase">Identifier of the task's use case, or null where only samples may name one.</param>
/// <param name="task">Name of the task, for reasons.</param>
/// <param name="judge">What the log calls the grading model, or null.</param>
internal sealed class InspectScores(ImportTarget target, SubmissionDraft draft, string? useCase, string task, string? judge)
{
    private bool _isAlone = true;

    /// <summary>Reads <c>results.scores</c>.</summary>
    /// <param name="results">The results, or null where there are none.</param>
    /// <param name="epochs">How often each sample was run.</param>
    /// <param name="samples">Samples of the data set, or null where the log does not say it.</param>
    public void ReadAggregates(ForeignValue? results, int epochs, decimal? samples)
    {
        var scores = (results?.ItemsOf("scores") ?? []).ToList();
        _isAlone = scores.Count <= 1;
        foreach (var score in scores)
        {
            if (useCase is null)
            {
                score.Leave(target.Names.NoUseCase(task));
                continue;
            }

            var scorer = score.TextOf("scorer") ?? score.TextOf("name") ?? "";
            var name = score.TextOf("name") ?? scorer;
            var completed = epochs == 1 ? Whole(results!.DecimalOf("completed_samples")) : null;
            var count = Whole(score.DecimalOf("scored_samples")) ?? completed ?? Whole(samples);
            var metrics = score.Object("metrics");
            foreach (var (key, value) in metrics?.Members() ?? [])
            {
                if (value.IsObject)
                {
                    ReadMetric(name, scorer, key.Value, value, metrics!, epochs, count);
                }
            }
        }
    }

    /// <summary>Reads one sample: its scores, and the time of its call to the model.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="model">What the log calls the model.</param>
    public void ReadSample(ForeignValue sample, string model)
    {
        var own = sample.Object("metadata")?.Find("use_case")?.Text;
        if ((own is null ? useCase : target.Names.UseCase(own)) is not { } at)
        {
            sample.Leave(target.Names.NoUseCase(own ?? task));
            return;
        }

        var item = Item(sample);
        if (sample.Object("error") is { } error)
        {
            draft.Add(DraftCalls.Failed(at, item, error.TextOf("message") ?? ""));
            return;
        }

        ReadCall(sample, at, item, model);
        foreach (var (scorer, score) in sample.Object("scores")?.Members() ?? [])
        {
            if (score.IsObject && score.Find("value") is { } value)
            {
                ReadValue(at, item, scorer.Value, value);
            }
        }
    }

    private void ReadMetric(string name, string scorer, string key, ForeignValue value, ForeignValue metrics, int epochs, int? count)
    {
        // These two say how far the others can be trusted and are no metrics themselves.
        if (key is "stderr" or "std" or "bootstrap_stderr" or "var")
        {
            return;
        }

        if (Metric(name, scorer, key) is not { } metric)
        {
            value.Leave(target.Names.NoMetric($"{name}/{key}"));
            return;
        }

        if (value.NumberOf("value") is null || value.DecimalOf("value") is not { } number)
        {
            return;
        }

        var figure = ForeignFigure.ShareOf(metric, new Located<decimal>(number, value.Find("value")!.Place));
        var successes = epochs == 1 && key is "accuracy" && count is { } n ? figure.SuccessesOf(n) : null;
        draft.Add(new DraftScore(metric, new MeasuredAt(useCase, null), figure)
        {
            Count = successes is null ? count : null,
            StandardDeviation = successes is null && key is "accuracy" or "mean" ? Spread(metrics, count) : null,
            Successes = successes,
            Trials = successes is null ? null : count,
        });
    }

    private static decimal? Spread(ForeignValue metrics, int? count)
    {
        if (metrics.Object("std")?.DecimalOf("value") is { } deviation)
        {
            return decimal.Round(deviation, 10);
        }

        // With clusters the standard error is no longer the standard deviation over the root of the number of samples.
        var error = metrics.Object("stderr");
        return count is { } n && error?.Object("params")?.Find("cluster") is null && error?.DecimalOf("value") is { } standardError
            ? Figure.DeviationOfError(standardError, n)
            : null;
    }

    private void ReadValue(string at, string item, string scorer, ForeignValue value)
    {
        if (value.IsObject)
        {
            foreach (var (key, part) in value.Members())
            {
                ReadValue(at, item, scorer, part, target.Names.Metric($"{scorer}/{key.Value}", key.Value), $"{scorer}/{key.Value}");
            }
        }
        else
        {
            ReadValue(at, item, scorer, value, Metric(scorer, scorer, "accuracy") ?? Metric(scorer, scorer, "mean"), scorer);
        }
    }

    private void ReadValue(string at, string item, string scorer, ForeignValue value, Metric? metric, string name)
    {
        if (metric is null)
        {
            value.Leave(target.Names.NoMetric(name));
        }
        else if (Rating(value) is { } rating)
        {
            var rater = new DraftRater(PlainText.Name(scorer), JudgedBy.Programs, judge);
            draft.Add(metric, at, new DraftSample(item, rater, rating, value.Place));
        }
        else
        {
            value.Leave("This value is neither a number nor one of C, I, P and N.");
        }
    }

    // Inspect writes correct, incorrect, partial and no answer as letters, and counts them so.
    private static decimal? Rating(ForeignValue value) => (value.Kind, value.Text) switch
    {
        (JsonValueKind.Number, _) => value.AsDecimal(),
        (JsonValueKind.True, _) or (JsonValueKind.String, "C") => 1,
        (JsonValueKind.False, _) or (JsonValueKind.String, "I" or "N") => 0,
        (JsonValueKind.String, "P") => 0.5m,
        _ => null,
    };

    private void ReadCall(ForeignValue sample, string at, string item, string model)
    {
        var output = sample.Object("output");
        if (output?.Find("time") is not { } time || time.AsDecimal() is not { } seconds)
        {
            return;
        }

        // The time is that of the last call. Where the sample's tokens are more than that call's, there were others.
        var usage = output.Object("usage");
        var all = sample.Object("model_usage")?.Object(model);
        if (all?.DecimalOf("output_tokens") is { } tokens && usage?.DecimalOf("output_tokens") is { } last && tokens != last)
        {
            time.Leave("It is the time of the last of several calls.");
            return;
        }

        draft.Add(DraftCalls.Ok(at, item, seconds, usage?.DecimalOf("input_tokens"), usage?.DecimalOf("output_tokens")));
    }

    private static string Item(ForeignValue sample)
    {
        var id = sample.Find("id")?.Text ?? "";
        var epoch = sample.Find("epoch")?.Text ?? "1";
        return PlainText.Name(epoch == "1" ? id : $"{id} #{epoch}");
    }

    private Metric? Metric(string name, string scorer, string key) =>
        target.Names.Metric($"{name}/{key}", $"{scorer}/{key}")
        ?? (key is "accuracy" or "mean" ? target.Names.Metric(name, scorer) : null)
        ?? (_isAlone ? target.Names.Metric(key) : null);

    private static int? Whole(decimal? number) => number is >= 1 and <= int.MaxValue ? (int)number : null;
}
