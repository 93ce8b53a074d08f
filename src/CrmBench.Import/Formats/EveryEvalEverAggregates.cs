using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>Reads aggregate files.</summary>
internal sealed class EveryEvalEverAggregates(ImportJob job, ResultsById known)
{
    private static readonly (string Name, string Title)[] s_arguments =
    [
        ("temperature", "Temperature"),
        ("top_p", "Top p"),
        ("top_k", "Top k"),
        ("max_tokens", "Max tokens"),
        ("reasoning", "Reasoning"),
    ];

    /// <summary>Reads one file.</summary>
    public void Read(ImportFile file, ForeignValue json)
    {
        if (json.Object("model_info") is not { } info || job.Target(file) is not { } target)
        {
            return;
        }

        // The name is what the evaluator wrote; the identifier may be a registry's.
        var id = Given(info.LocatedText("id"));
        var name = Given(info.LocatedText("name"));
        var model = (id is null ? null : job.Models.Find(id.Value)) ?? (name is null ? null : job.Models.Find(name.Value))
            ?? job.Model(id ?? name, info.Place);
        var metadata = json.Object("source_metadata");
        var date = Dates.OfMoment(json.Find("evaluation_timestamp"));
        if (model is null || Source(file, json, metadata, date) is not { } source)
        {
            return;
        }

        // Our own export says it there.
        var variant = metadata?.Object("additional_details")?.TextOf("variant");
        var draft = job.Draft(target, model, job.Options.Variant ?? variant ?? "", json.Place);
        draft.Describe(ForeignText.Known(metadata?.TextOf("source_organization_name")), "", date);
        var sourceId = draft.AddSource(source);
        Describe(draft, json, info, metadata);
        foreach (var result in json.ItemsOf("evaluation_results"))
        {
            Read(target, draft, result, sourceId, json.TextOf("evaluation_id") ?? file.Path);
        }
    }

    private static Located<string>? Given(Located<string>? text) => text is { } given && ForeignText.Known(given.Value).Length > 0 ? given : null;

    private SourceEntry? Source(ImportFile file, ForeignValue json, ForeignValue? metadata, string date)
    {
        var url = metadata?.TextOf("source_organization_url");
        var retrieved = Dates.OfMoment(json.Find("retrieved_timestamp"));
        return job.Source(
            file,
            "every-eval-ever",
            metadata?.TextOf("source_name") is { Length: > 0 } name ? ForeignText.Line(name) : "Results in the form of Every Eval Ever",
            url is not null && ValueText.TryAddress(url, out _) ? url : null,
            null,
            retrieved.Length > 0 ? retrieved : date,
            "Shares from 0 to 1 there are percent here.");
    }

    private static void Describe(SubmissionDraft draft, ForeignValue json, ForeignValue info, ForeignValue? metadata)
    {
        var library = json.Object("eval_library");
        draft.Set("Harness", ForeignText.Known(library?.TextOf("name"), library?.TextOf("version")));
        draft.Set("Evaluator and model", metadata?.TextOf("evaluator_relationship")?.Replace('_', ' '));
        draft.Set("Hosting", info.TextOf("inference_platform"));
        var engine = info.Object("inference_engine");
        draft.Set("Engine", ForeignText.Known(engine?.TextOf("name"), engine?.TextOf("version")));
    }

    private void Remember(ForeignValue result, ResultsById.Aggregate entry)
    {
        if (result.TextOf("evaluation_result_id") is { } id)
        {
            known.Add(id, entry);
        }
    }

    private void LeaveOut(ForeignValue result, string reason)
    {
        if (result.TextOf("evaluation_result_id") is { } id)
        {
            known.LeaveOut(id);
        }

        result.Leave(reason);
    }

    private void Read(ImportTarget target, SubmissionDraft draft, ForeignValue result, string source, string evaluation)
    {
        var config = result.Object("metric_config");
        var name = result.TextOf("evaluation_name") ?? "";
        var dataset = result.Object("source_data")?.TextOf("dataset_name");
        var whole = target.Benchmark.IsWhole ? UseCase.Whole.Id : null;
        if ((whole ?? target.Names.UseCase(name) ?? target.Names.UseCase(name[(name.LastIndexOf('.') + 1)..])
            ?? (dataset is null ? null : target.Names.UseCase(dataset)) ?? job.Options.UseCase) is not { } useCase)
        {
            LeaveOut(result, target.Names.NoUseCase(name));
            return;
        }

        var metricNames = new[] { config?.TextOf("metric_id"), config?.TextOf("metric_name"), config?.TextOf("metric_kind"), name }
            .OfType<string>().Where(candidate => candidate.Length > 0).ToArray();
        if (target.Names.Metric(metricNames) is not { } metric)
        {
            LeaveOut(result, target.Names.NoMetric(metricNames.FirstOrDefault() ?? ""));
            return;
        }

        if (config?.FlagOf("lower_is_better") is { } lower && lower != (metric.Better == Direction.Lower))
        {
            LeaveOut(result, $"There {(lower ? "less" : "more")} is better, but not so of the metric '{metric.Id}'.");
            return;
        }

        Describe(draft, result, config, Dates.OfMoment(result.Find("evaluation_timestamp")));
        var details = result.Object("score_details");
        var score = details?.DecimalOf("score");
        if (UnitOf(config, metric, score) is not { } unit)
        {
            Remember(result, new ResultsById.Aggregate(useCase, metric, ForeignUnit.Same, null, Rater(config)));
            result.Leave("It does not say whether it is a share from 0 to 1 or a percentage: 'max_score' would, or 'metric_unit'.");
            return;
        }

        var figure = score is null ? null : new ForeignFigure(new Located<decimal>(score.Value, details!.Find("score")!.Place), unit);
        Remember(result, new ResultsById.Aggregate(useCase, metric, unit, figure, Rater(config)));
        if (figure is not null)
        {
            var told = WithUncertainty(
                new DraftScore(metric, whole is null ? new MeasuredAt(useCase, null) : MeasuredAt.Whole, figure) { Source = source, Run = evaluation },
                details!.Object("uncertainty"),
                isMean: !StatisticNames.Contains(metricNames),
                target.Level);
            draft.Add(metric.PassPower is not null && Tries(details) is { } tries ? told with { Trials = tries } : told);
        }
    }

    // Our own export says it there.
    private static int? Tries(ForeignValue details) =>
        int.TryParse(details.Object("details")?.TextOf("tries_per_task"), NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? tries : null;

    private static void Describe(SubmissionDraft draft, ForeignValue result, ForeignValue? config, string date)
    {
        draft.Describe("", "", date);
        var judges = config?.Object("llm_scoring")?.ItemsOf("judges") ?? [];
        draft.Set("Judge", string.Join(", ", judges.Select(judge => judge.Object("model_info")?.TextOf("name")).OfType<string>()));
        if (result.Object("generation_config")?.Object("generation_args") is { } arguments)
        {
            foreach (var (name, title) in s_arguments)
            {
                draft.Set(title, arguments.Find(name)?.Text);
            }
        }
    }

    // Null where nothing tells, and a guess could be wrong by a factor of hundred.
    private static ForeignUnit? UnitOf(ForeignValue? config, Metric metric, decimal? score)
    {
        // Without an end of the scale the schema has "Infinity" there, which is a text.
        var highest = config?.Find("max_score") is { Kind: System.Text.Json.JsonValueKind.Number } most ? most.AsDecimal() : null;
        var unit = config?.TextOf("metric_unit")?.ToUpperInvariant();
        return unit switch
        {
            "MS" or "MILLISECOND" or "MILLISECONDS" => ForeignUnit.Milliseconds,
            _ when metric.Unit != Unit.Percent => ForeignUnit.Same,
            "PERCENT" or "PERCENTAGE" or "%" => highest is null or > 1 ? ForeignUnit.Same : null,
            "PROPORTION" or "FRACTION" or "RATIO" or "SHARE" or "PROBABILITY" => ForeignUnit.Share,
            _ => highest switch
            {
                1 => ForeignUnit.Share,
                100 => ForeignUnit.Same,
                null => score is > 1 ? ForeignUnit.Same : null,
                _ => null,
            },
        };
    }

    private static DraftRater Rater(ForeignValue? config)
    {
        var judge = config?.Object("llm_scoring")?.ItemsOf("judges").FirstOrDefault()?.Object("model_info");
        return (judge?.TextOf("name") ?? judge?.TextOf("id")) is { Length: > 0 } name
            ? new DraftRater(ForeignText.Name(name), JudgedBy.Programs, judge?.TextOf("id") ?? name)
            : new DraftRater("program", JudgedBy.Programs);
    }

    private static DraftScore WithUncertainty(DraftScore score, ForeignValue? uncertainty, bool isMean, ConfidenceLevel level)
    {
        if (uncertainty is null)
        {
            return score;
        }

        var count = uncertainty.DecimalOf("num_samples") is { } n and >= 1 and <= int.MaxValue ? (int)n : (int?)null;

        // The schema defines the analytic standard error as the standard deviation over the root of the number of samples.
        var error = uncertainty.Object("standard_error");
        var isAnalytic = error?.TextOf("method") is null or "analytic";
        if (uncertainty.Object("confidence_interval") is { } interval
            && interval.DecimalOf("lower") is { } low && interval.DecimalOf("upper") is { } high)
        {
            return score.WithError(isMean && isAnalytic && count is not null, count, error?.DecimalOf("value"), level) with
            {
                Count = count,
                Successes = null,
                Trials = null,
                Low = low,
                High = high,
                Level = interval.DecimalOf("confidence_level"),
            };
        }

        if (isMean && count is not null && uncertainty.DecimalOf("standard_deviation") is { } deviation and > 0)
        {
            return score with { ToldItems = count, Count = count, StandardDeviation = deviation };
        }

        return score.WithError(isMean && isAnalytic, count, error?.DecimalOf("value"), level);
    }
}
