using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;

namespace CrmBench.Data.Import.EveryEvalEver;

/// <summary>Reads instance files: one line a sample and result.</summary>
internal sealed class InstanceReader(ImportJob job, ResultsById known)
{
    private readonly HashSet<(SubmissionDraft Draft, string UseCase, string Item)> _timed = [];

    /// <summary>Reads the lines of one file.</summary>
    public void Read(ImportFile file, IEnumerable<ForeignValue> lines)
    {
        if (job.Target(file) is not { } target)
        {
            return;
        }

        foreach (var line in lines)
        {
            if (line.RequiredText("model_id") is { } name && job.Model(name) is { } model)
            {
                var draft = job.Draft(target, model, job.Options.Variant ?? "", line.Place);
                if (!Read(file, target, draft, line))
                {
                    return;
                }
            }
        }
    }

    // False where going on would only repeat the report.
    private bool Read(ImportFile file, ImportTarget target, SubmissionDraft draft, ForeignValue line)
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

        var item = PlainText.Name(sample.Value);
        if (line.TextOf("error") is { Length: > 0 } error)
        {
            AddCall(draft, result, DraftCalls.Failed(result.UseCase, item, error));
            return true;
        }

        if (line.Object("performance")?.DecimalOf("latency_ms") is { } milliseconds)
        {
            var usage = line.Object("token_usage");
            AddCall(draft, result, DraftCalls.Ok(
                result.UseCase, item, milliseconds / 1000, usage?.DecimalOf("input_tokens"), usage?.DecimalOf("output_tokens")));
        }

        if (line.Object("evaluation") is { } evaluation && evaluation.DecimalOf("score") is { } score)
        {
            // A share of a percentage is what ratings are made of; percent from 0 to 100 has to become one.
            var rating = result is { Metric.Unit: Unit.Percent, Unit: ForeignUnit.Same } ? score / 100 : score;
            draft.Add(result.Metric, result.UseCase, new DraftSample(item, result.Rater, rating, evaluation.Find("score")!.Place));
            evaluation.Leave("is_correct", "The score says it.");
        }

        return true;
    }

    private ResultsById.Entry? ByName(ImportTarget target, string name)
    {
        var useCase = target.Names.UseCase(name) ?? target.Names.UseCase(name[(name.LastIndexOf('.') + 1)..]) ?? job.Options.UseCase;
        var metric = target.Names.Metric(name, "score", "accuracy", "correct");
        return useCase is null || metric is null
            ? null
            : new ResultsById.Entry(
                useCase,
                metric,
                metric.Unit == Unit.Percent ? ForeignUnit.Share : ForeignUnit.Same,
                new DraftRater("program", JudgedBy.Programs));
    }

    // A sample that counts for several results is written once for each, and was called once.
    private void AddCall(SubmissionDraft draft, ResultsById.Entry result, Writing.CallRow call)
    {
        if (_timed.Add((draft, result.UseCase, call.Item)))
        {
            draft.Add(call);
        }
    }
}
