using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>Reads the scores of a log: those over all samples, and those of each.</summary>
/// <param name="target">Where it goes.</param>
/// <param name="draft">The submission.</param>
/// <param name="log">What the log says of the run as a whole.</param>
internal sealed class InspectScores(ImportTarget target, SubmissionDraft draft, InspectLog log)
{
    // These say how far the others can be trusted, and are no metrics themselves.
    private static readonly HashSet<string> s_spreads = new(["stderr", "std", "bootstrap_stderr", "var", "ci"], StringComparer.Ordinal);

    private bool _isAlone = true;

    /// <summary>Reads <c>results.scores</c>.</summary>
    /// <param name="results">The results, or null where there are none.</param>
    public void ReadAggregates(ForeignValue? results)
    {
        var scores = (results?.ItemsOf("scores") ?? []).ToList();
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        _isAlone = scores.Select(score => score.TextOf("name")).Distinct().Count() <= 1;
        foreach (var score in scores)
        {
            if (log.UseCase is null)
            {
                score.Leave(target.Names.NoUseCase(log.Task));
                continue;
            }

            var scorer = score.TextOf("scorer") ?? score.TextOf("name") ?? "";
            var name = score.TextOf("name") ?? scorer;
            var reducer = score.TextOf("reducer") ?? "";
            var all = new Aggregates(name, scorer, reducer, !firsts.TryAdd(name, reducer) && firsts[name] != reducer)
            {
                Items = Whole(score.DecimalOf("scored_samples")) ?? Items(results!.DecimalOf("completed_samples")),
                Metrics = score.Object("metrics"),
            };
            foreach (var (key, value) in all.Metrics?.Members() ?? [])
            {
                if (value.IsObject && !s_spreads.Contains(key.Value))
                {
                    ReadMetric(all, key.Value, value);
                }
            }
        }
    }

    /// <summary>Reads one sample: its scores, and the time of its call to the model.</summary>
    public void ReadSample(ForeignValue sample)
    {
        var own = sample.Find("metadata") is { IsObject: true } metadata ? metadata.Find("use_case")?.Text : null;
        if ((own is null ? log.UseCase : target.Names.UseCase(own)) is not { } at)
        {
            sample.Leave(target.Names.NoUseCase(own ?? log.Task));
            return;
        }

        var item = ForeignText.Name(sample.Find("id")?.Text ?? "");
        if (sample.Object("error") is { } error)
        {
            draft.Add(DraftCalls.Failed(at, item, error.TextOf("message") ?? ""));
            return;
        }

        ReadCall(sample, at, item);
        var epoch = sample.Find("epoch")?.Text ?? "1";
        foreach (var (scorer, score) in sample.Object("scores")?.Members() ?? [])
        {
            if (score.IsObject && score.Find("value") is { } value)
            {
                ReadValue(at, item, epoch, scorer.Value, value);
            }
        }
    }

    private void ReadMetric(Aggregates all, string key, ForeignValue value)
    {
        if (Metric(all, key) is not { } metric)
        {
            value.Leave(target.Names.NoMetric($"{all.Name}/{key}"));
            return;
        }

        if (value.NumberOf("value") is null || value.DecimalOf("value") is not { } number)
        {
            return;
        }

        var figure = ForeignFigure.ShareOf(metric, new Located<decimal>(number, value.Find("value")!.Place));
        var error = all.Metrics!.Object("stderr") ?? all.Metrics!.Object("bootstrap_stderr");

        // With clusters the standard error is no longer the standard deviation over the root of the number of samples.
        var isMean = key is "accuracy" or "mean" && error?.Object("params")?.Find("cluster") is null;
        var given = key is "accuracy" or "mean" ? error?.DecimalOf("value") : null;
        draft.Add(new DraftScore(metric, new MeasuredAt(log.UseCase, null), figure)
        {
            Run = log.Run,
            Reducer = all.Reducer.Length > 0 ? all.Reducer : log.Reducer,
            Source = log.Source,
        }.WithError(isMean, all.Items, given, target.Level));
    }

    private void ReadValue(string at, string item, string epoch, string scorer, ForeignValue value)
    {
        if (value.IsObject)
        {
            foreach (var (key, part) in value.Members())
            {
                ReadValue(at, item, epoch, scorer, part, target.Names.Metric($"{scorer}/{key.Value}", key.Value), $"{scorer}/{key.Value}");
            }
        }
        else
        {
            var all = new Aggregates(scorer, scorer, "", false);
            ReadValue(at, item, epoch, scorer, value, Metric(all, "accuracy") ?? Metric(all, "mean"), scorer);
        }
    }

    private void ReadValue(string at, string item, string epoch, string scorer, ForeignValue value, Metric? metric, string name)
    {
        if (metric is null)
        {
            value.Leave(target.Names.NoMetric(name));
        }
        else if (Rating(value) is { } rating)
        {
            var rater = new DraftRater(ForeignText.Name(scorer), JudgedBy.Programs, log.Judge);
            draft.Add(metric, at, new DraftSample(item, rater, rating, value.Place) { Run = log.Run, Try = epoch });
        }
        else
        {
            value.Leave("This value is neither a number nor one of C, I, P and N.");
        }
    }

    // Inspect writes correct, incorrect, partial and no answer as letters, and counts them and some words so.
    private static decimal? Rating(ForeignValue value) => (value.Kind, value.Text) switch
    {
        (JsonValueKind.Number, _) => value.AsDecimal(),
        (JsonValueKind.True, _) or (JsonValueKind.String, "C") => 1,
        (JsonValueKind.False, _) or (JsonValueKind.String, "I" or "N") => 0,
        (JsonValueKind.String, "P") => 0.5m,
        (JsonValueKind.String, var text) => text.ToUpperInvariant() switch
        {
            "YES" or "TRUE" => 1,
            "NO" or "FALSE" => 0,
            _ => DraftNumber.TryParse(text, out var number) ? number : null,
        },
        _ => null,
    };

    private void ReadCall(ForeignValue sample, string at, string item)
    {
        var output = sample.Object("output");
        if (output?.Find("time") is not { } time || time.AsDecimal() is not { } seconds)
        {
            return;
        }

        // The time is that of the last call. Where the sample's tokens are more than that call's, there were others.
        var usage = output.Object("usage");
        var all = sample.Object("model_usage")?.Object(log.Model);
        if (all?.DecimalOf("output_tokens") is { } tokens && usage?.DecimalOf("output_tokens") is { } last && tokens != last)
        {
            time.Leave("It is the time of the last of several calls.");
            return;
        }

        if (seconds < 0)
        {
            time.Leave("A call cannot take less than no time.");
            return;
        }

        draft.Add(DraftCalls.Ok(at, item, seconds, usage?.DecimalOf("input_tokens"), usage?.DecimalOf("output_tokens")));
    }

    // Several reducers give a scorer's figures several times: the first ones are its own, the others go by the reducer's name.
    private Metric? Metric(Aggregates all, string key) =>
        target.Names.Metric($"{all.Name}/{all.Reducer}/{key}")
        ?? (all.IsFurther ? null
            : target.Names.Metric($"{all.Name}/{key}", $"{all.Scorer}/{key}")
                ?? (key is "accuracy" or "mean" ? target.Names.Metric(all.Name, all.Scorer) : null)
                ?? (_isAlone ? target.Names.Metric(key) : null));

    // Completed samples count every epoch.
    private int? Items(decimal? completed) => Whole(completed) is { } runs && runs % log.Epochs == 0 ? runs / log.Epochs : null;

    private static int? Whole(decimal? number) => number is >= 1 and <= int.MaxValue ? (int)number : null;

    /// <summary>The figures of a scorer over all samples.</summary>
    private sealed record Aggregates(string Name, string Scorer, string Reducer, bool IsFurther)
    {
        public int? Items { get; init; }

        public ForeignValue? Metrics { get; init; }
    }
}
