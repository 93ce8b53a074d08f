using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import.EveryEvalEver;

/// <summary>Reads aggregate files.</summary>
internal sealed class AggregateReader(ImportJob job, ResultsById known)
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
        if (json.Object("model_info") is not { } info || info.RequiredText("id") is not { } id || job.Target(file) is not { } target)
        {
            return;
        }

        // The name is what the evaluator wrote; the identifier may be a registry's.
        var model = job.Models.Find(id.Value) ?? (info.TextOf("name") is { } name ? job.Models.Find(name) : null) ?? job.Model(id);
        var metadata = json.Object("source_metadata");
        var date = Dates.OfMoment(json.Find("evaluation_timestamp"));
        if (model is null || Source(file, json, metadata, date) is not { } source)
        {
            return;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? "", json.Place);
        draft.Describe(metadata?.TextOf("source_organization_name") ?? "", "", date);
        var sourceId = draft.AddSource(source);
        Describe(draft, json, info, metadata);
        foreach (var result in json.ItemsOf("evaluation_results"))
        {
            Read(target, draft, result, sourceId);
        }
    }

    private SourceEntry? Source(ImportFile file, ForeignValue json, ForeignValue? metadata, string date)
    {
        var url = metadata?.TextOf("source_organization_url");
        var retrieved = Dates.OfMoment(json.Find("retrieved_timestamp"));
        return job.Source(
            file,
            "every-eval-ever",
            metadata?.TextOf("source_name") is { Length: > 0 } name ? PlainText.Line(name) : "Results in the form of Every Eval Ever",
            url is not null && ValueText.TryAddress(url, out _) ? url : null,
            null,
            retrieved.Length > 0 ? retrieved : date,
            "Shares from 0 to 1 there are percent here.");
    }

    private static void Describe(SubmissionDraft draft, ForeignValue json, ForeignValue info, ForeignValue? metadata)
    {
        var library = json.Object("eval_library");
        draft.Set("Harness", $"{library?.TextOf("name")} {library?.TextOf("version")}".Trim());
        draft.Set("Evaluator and model", metadata?.TextOf("evaluator_relationship")?.Replace('_', ' '));
        draft.Set("Hosting", info.TextOf("inference_platform"));
        var engine = info.Object("inference_engine");
        draft.Set("Engine", $"{engine?.TextOf("name")} {engine?.TextOf("version")}".Trim());
    }

    private void Read(ImportTarget target, SubmissionDraft draft, ForeignValue result, string source)
    {
        var config = result.Object("metric_config");
        var name = result.TextOf("evaluation_name") ?? "";
        var dataset = result.Object("source_data")?.TextOf("dataset_name");
        if ((target.Names.UseCase(name) ?? target.Names.UseCase(name[(name.LastIndexOf('.') + 1)..])
            ?? (dataset is null ? null : target.Names.UseCase(dataset)) ?? job.Options.UseCase) is not { } useCase)
        {
            result.Leave(target.Names.NoUseCase(name));
            return;
        }

        var metricNames = new[] { config?.TextOf("metric_id"), config?.TextOf("metric_name"), config?.TextOf("metric_kind"), name }
            .OfType<string>().Where(candidate => candidate.Length > 0).ToArray();
        if (target.Names.Metric(metricNames) is not { } metric)
        {
            result.Leave(target.Names.NoMetric(metricNames.FirstOrDefault() ?? ""));
            return;
        }

        if (config?.FlagOf("lower_is_better") is { } lower && lower != (metric.Better == Direction.Lower))
        {
            result.Leave($"There {(lower ? "less" : "more")} is better, but not so of the metric '{metric.Id}'.");
            return;
        }

        Describe(draft, result, config, Dates.OfMoment(result.Find("evaluation_timestamp")));
        var unit = UnitOf(config, metric);
        if (result.TextOf("evaluation_result_id") is { } id)
        {
            known.Add(id, new ResultsById.Entry(useCase, metric, unit, Rater(config)));
        }

        if (result.Object("score_details") is { } details && details.DecimalOf("score") is { } score)
        {
            var figure = new ForeignFigure(new Located<decimal>(score, details.Find("score")!.Place), unit);
            draft.Add(WithUncertainty(
                new DraftScore(metric, new MeasuredAt(useCase, null), figure) { Source = source },
                details.Object("uncertainty")));
        }
    }

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

    private static ForeignUnit UnitOf(ForeignValue? config, Metric metric)
    {
        var highest = config?.DecimalOf("max_score");
        return config?.TextOf("metric_unit")?.ToLowerInvariant() switch
        {
            "ms" or "millisecond" or "milliseconds" => ForeignUnit.Milliseconds,
            "percent" or "percentage" or "%" => ForeignUnit.Same,
            "proportion" or "fraction" or "ratio" or "share" => ForeignUnit.Share,
            _ => metric.Unit == Unit.Percent && highest == 1 ? ForeignUnit.Share : ForeignUnit.Same,
        };
    }

    private static DraftRater Rater(ForeignValue? config)
    {
        var judge = config?.Object("llm_scoring")?.ItemsOf("judges").FirstOrDefault()?.Object("model_info");
        return (judge?.TextOf("name") ?? judge?.TextOf("id")) is { Length: > 0 } name
            ? new DraftRater(PlainText.Name(name), JudgedBy.Programs, judge?.TextOf("id") ?? name)
            : new DraftRater("program", JudgedBy.Programs);
    }

    private static DraftScore WithUncertainty(DraftScore score, ForeignValue? uncertainty)
    {
        if (uncertainty is null)
        {
            return score;
        }

        var count = uncertainty.DecimalOf("num_samples") is { } n and >= 1 and <= int.MaxValue ? (int)n : (int?)null;
        var interval = uncertainty.Object("confidence_interval");
        var level = interval?.DecimalOf("confidence_level");
        return score with
        {
            Count = count,
            StandardDeviation = uncertainty.DecimalOf("standard_deviation") ?? FromError(uncertainty.Object("standard_error"), count),
            Low = interval?.DecimalOf("lower"),
            High = interval?.DecimalOf("upper"),
            Level = level,
        };
    }

    // The schema defines the analytic standard error as the standard deviation over the root of the number of samples.
    private static decimal? FromError(ForeignValue? error, int? count)
    {
        if (error?.TextOf("method") is not (null or "analytic") || count is not { } n)
        {
            error?.Leave("Without the number of samples, or resampled, it does not give a standard deviation.");
            return null;
        }

        return error?.DecimalOf("value") is { } value ? Figure.DeviationOfError(value, n) : null;
    }
}
