using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports the two kinds of files of Every Eval Ever: aggregates (one model each) and instances (one sample each), both as JSON or as
/// JSON Lines. Aggregates are read first, because instances refer to their results.
/// </summary>
internal static class EveryEvalEverReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        var known = new ResultsById();
        var aggregates = new EveryEvalEverAggregates(job, known);
        var instances = new EveryEvalEverInstances(job, known);
        new JsonFiles(job).Read(
            files.OrderBy(file => file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)),
            ForeignFile.OpenLines,
            roots => roots.Select(root => Refusal(job, root)).FirstOrDefault(reason => reason is not null),
            (file, roots) =>
            {
                foreach (var root in roots.Where(IsAggregate))
                {
                    aggregates.Read(file, root);
                }

                instances.Read(file, roots.Where(root => !IsAggregate(root)));
                return true;
            });
        instances.Finish();
    }

    private static bool IsAggregate(ForeignValue json) => json.Has("evaluation_results") || json.Has("model_info");

    private static Diagnostic? Refusal(ImportJob job, ForeignValue json) =>
        JsonFiles.WrongFormat(job, json, Lacking) ?? VersionRefusal(json);

    private static string? Lacking(ForeignValue json) =>
        !json.Has("schema_version") ? "it has no 'schema_version'"
        : IsAggregate(json)
            ? !json.Has("evaluation_results") ? "it has no 'evaluation_results'"
                : !json.Has("model_info") ? "it has no 'model_info'"
                : null
            : !json.Has("evaluation") ? "it has neither 'evaluation_results' nor, for an instance, 'evaluation'"
            : !json.Has("sample_id") ? "it has no 'sample_id'"
            : !json.Has("model_id") ? "it has no 'model_id'"
            : null;

    // Instances write "instance_level_eval_0.2.2" or the number alone.
    private static Diagnostic? VersionRefusal(ForeignValue json)
    {
        var version = json.Find("schema_version")?.Located ?? new Located<string>("", json.Place);
        var number = version.Value[(version.Value.LastIndexOf('_') + 1)..];
        return number.Split('.') is ["0", "2" or "3", ..] ? null : ImportProblems.VersionNotRead(version, "0.2 and 0.3");
    }
}

/// <summary>What the results of aggregate files are here, by the identifier that instances refer to.</summary>
internal sealed class ResultsById
{
    private readonly Dictionary<string, Aggregate> _results = new(StringComparer.Ordinal);

    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Remembers a result; of two with one identifier, the first.</summary>
    public void Add(string id, Aggregate entry) => _results.TryAdd(id, entry);

    /// <summary>Remembers a result that is left out, unless it is known: its instances are then left out too, whatever their names are.</summary>
    public void LeaveOut(string id)
    {
        if (!_results.ContainsKey(id))
        {
            _leftOut.Add(id);
        }
    }

    /// <summary>Whether a result is one that is left out.</summary>
    public bool IsLeftOut(string id) => _leftOut.Contains(id) && !_results.ContainsKey(id);

    /// <summary>A result, or null.</summary>
    public Aggregate? Find(string id) => _results.GetValueOrDefault(id);

    /// <summary>A result.</summary>
    /// <param name="UseCase">Identifier of its use case.</param>
    /// <param name="Metric">Its metric.</param>
    /// <param name="Unit">How its score is written; its instances may be written otherwise.</param>
    /// <param name="Figure">Its score, or null where only the names are known.</param>
    /// <param name="Rater">Who or what scored.</param>
    internal sealed record Aggregate(string UseCase, Metric Metric, ForeignUnit Unit, ForeignFigure? Figure, DraftRater Rater);
}

/// <summary>Reads instances: one a sample and result. Several of one sample are tries at it.</summary>
internal sealed class EveryEvalEverInstances(ImportJob job, ResultsById known)
{
    private readonly HashSet<(SubmissionDraft Draft, string UseCase, string Item, string Try)> _timed = [];
    private readonly Dictionary<(SubmissionDraft Draft, ResultsById.Aggregate Result), List<DraftSample>> _scores = [];

    /// <summary>Reads the instances of one file.</summary>
    public void Read(ImportFile file, IEnumerable<ForeignValue> lines)
    {
        var tries = new Dictionary<(SubmissionDraft, string Result, string Run, string Item), int>();
        foreach (var line in lines)
        {
            if (job.Target(file) is not { } target)
            {
                return;
            }

            if (line.RequiredText("model_id") is { } name && job.Model(name) is { } model)
            {
                var draft = job.Draft(target, model, job.Options.Variant ?? "", line.Place);
                if (!Read(file, target, draft, line, tries))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Gives all scores to their drafts, once how they are written can be told from all of them.</summary>
    public void Finish()
    {
        foreach (var ((draft, result), samples) in _scores)
        {
            var unit = UnitOf(result, samples);
            foreach (var sample in samples)
            {
                // Ratings of a percentage are made of shares.
                var figure = new ForeignFigure(new Located<decimal>(sample.Value, sample.Place), unit);
                var value = figure.In(result.Metric);
                draft.Add(result.Metric, result.UseCase, sample with { Value = result.Metric.Unit == Unit.Percent ? value / 100 : value });
            }
        }
    }

    // Instances of a result in percent are often 0 and 1. What they are in, their mean tells where the result has one.
    private static ForeignUnit UnitOf(ResultsById.Aggregate result, List<DraftSample> samples)
    {
        if (result.Metric.Unit != Unit.Percent)
        {
            return result.Unit;
        }

        if (samples.Exists(sample => sample.Value is < 0 or > 1))
        {
            return ForeignUnit.Same;
        }

        var mean = DecimalText.Mean(Tries.PerItem(Tries.ToItems(samples, Reducer.Mean)));
        return result is { Unit: ForeignUnit.Same, Figure: { } figure }
            && OwnFigure.Agrees(figure, result.Metric, mean) && !OwnFigure.Agrees(figure, result.Metric, mean * 100)
                ? ForeignUnit.Same
                : ForeignUnit.Share;
    }

    // False where going on would only repeat the report.
    private bool Read(
        ImportFile file, ImportTarget target, SubmissionDraft draft, ForeignValue line,
        Dictionary<(SubmissionDraft, string Result, string Run, string Item), int> tries)
    {
        // Instances say nothing on their origin: that is the aggregate's, or what somebody says.
        if (!draft.HasSources)
        {
            if (job.Source(file, "every-eval-ever", "Instances in the form of Every Eval Ever", null, null, "", "") is not { } source)
            {
                return false;
            }

            draft.AddSource(source);
        }

        var name = line.TextOf("evaluation_name") ?? "";
        var id = line.TextOf("evaluation_result_id");
        if (id is not null && known.IsLeftOut(id))
        {
            line.Leave("Its aggregate is left out, and its instances with it.");
            return true;
        }

        var result = (id is null ? null : known.Find(id)) ?? ByName(target, name);
        if (result is null)
        {
            line.Leave($"No aggregate is given for its result, and the names alone do not tell: {target.Names.NoUseCase(name)}");
            return true;
        }

        if (line.RequiredText("sample_id") is not { } sample)
        {
            return true;
        }

        var item = ForeignText.Name(sample.Value);
        var run = line.TextOf("evaluation_id") ?? file.Path;
        var key = (draft, id ?? name, run, item);
        tries[key] = tries.GetValueOrDefault(key) + 1;
        var of = FormattableString.Invariant($"{tries[key]}");
        if (line.TextOf("error") is { Length: > 0 } error)
        {
            AddCall(draft, result, of, DraftCalls.Failed(result.UseCase, item, error));
            return true;
        }

        if (line.Object("performance")?.DecimalOf("latency_ms") is { } milliseconds and >= 0)
        {
            var usage = line.Object("token_usage");
            AddCall(draft, result, of, DraftCalls.Ok(
                result.UseCase, item, milliseconds / 1000, usage?.DecimalOf("input_tokens"), usage?.DecimalOf("output_tokens")));
        }

        if (line.Object("evaluation") is { } evaluation && evaluation.DecimalOf("score") is { } score)
        {
            var place = evaluation.Find("score")!.Place;
            if (!_scores.TryGetValue((draft, result), out var samples))
            {
                _scores.Add((draft, result), samples = []);
            }

            samples.Add(new DraftSample(item, result.Rater, score, place) { Run = run, Try = of });
            evaluation.Leave("is_correct", "The score says it.");
        }

        return true;
    }

    private ResultsById.Aggregate? ByName(ImportTarget target, string name)
    {
        var useCase = target.Names.UseCase(name) ?? target.Names.UseCase(name[(name.LastIndexOf('.') + 1)..]) ?? job.Options.UseCase;
        var metric = target.Names.Metric(name, "score", "accuracy", "correct");
        return useCase is null || metric is null
            ? null
            : new ResultsById.Aggregate(
                useCase,
                metric,
                metric.Unit == Unit.Percent ? ForeignUnit.Share : ForeignUnit.Same,
                null,
                new DraftRater("program", JudgedBy.Programs));
    }

    // A sample that counts for several results is written once for each, and was called once.
    private void AddCall(SubmissionDraft draft, ResultsById.Aggregate result, string of, CallRow call)
    {
        if (_timed.Add((draft, result.UseCase, call.Item, of)))
        {
            draft.Add(call);
        }
    }
}
