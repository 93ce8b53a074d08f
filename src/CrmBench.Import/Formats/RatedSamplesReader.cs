using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports JSON Lines of rated samples as OpenAI's evals record them: a line with the <c>spec</c> of a run, a line an event, a line with
/// the <c>final_report</c>. An event's <c>data</c> may name <c>use_case</c>, <c>rater</c> (a person) or <c>judge</c> (a model)
/// beside its ratings.
/// </summary>
internal static class RatedSamplesReader
{
    private static readonly string[] s_namesInData = ["use_case", "rater", "judge"];

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        new JsonFiles(job).Read(
            files,
            ForeignFile.OpenLines,
            lines => JsonFiles.WrongFormat(job, lines[0], line => line.Find("spec") is { IsObject: true } ? null : "its first line has no 'spec'"),
            (file, lines) => Read(job, file, lines));
    }

    private static bool Read(ImportJob job, ImportFile file, IReadOnlyList<ForeignValue> lines)
    {
        if (job.Target(file) is not { } target)
        {
            return false;
        }

        Run? run = null;
        foreach (var line in lines)
        {
            if (line.Find("spec") is { IsObject: true } spec && (run = Start(job, target, file, line, spec)) is null)
            {
                return false;
            }

            run?.Read(line);
        }

        return true;
    }

    private static Run? Start(ImportJob job, ImportTarget target, ImportFile file, ForeignValue line, ForeignValue spec)
    {
        // The first is the model that is rated; the last of several grades.
        var functions = spec.ItemsOf("completion_fns").Select(function => function.Located).ToList();
        var name = functions.Count > 0 ? functions[0] : spec.LocatedText("model_name");
        var date = Dates.OfMoment(spec.Find("created_at"));
        var eval = spec.TextOf("eval_name") ?? spec.TextOf("base_eval") ?? "";
        var title = $"Rated samples, {(eval.Length == 0 ? file.Stem : eval)}";
        if (job.Model(name, spec.Place) is not { } model || job.Source(file, "rated-samples", title, null, null, date, "") is not { } source)
        {
            return null;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? "", line.Place);
        draft.Describe(spec.TextOf("created_by") ?? "", "", date);
        draft.AddSource(source);
        draft.Set("Tasks", eval);
        draft.Set("Split", spec.TextOf("split"));
        var id = spec.TextOf("run_id") ?? line.Find("run_id")?.Text;
        draft.Set("Run", id);
        var grader = functions.Count > 1 ? functions[^1].Value : null;
        return new Run(job, target, draft, eval, grader, id ?? file.Path);
    }

    /// <summary>The run that the lines since a spec belong to.</summary>
    private sealed class Run(ImportJob job, ImportTarget target, SubmissionDraft draft, string eval, string? grader, string id)
    {
        private readonly Dictionary<(string UseCase, string Item, string Metric, string Rater), int> _tries = [];
        private readonly string? _useCase = job.Options.UseCase ?? target.Names.UseCase(eval) ?? target.Names.UseCase(eval.Split('.')[0]);

        public void Read(ForeignValue line)
        {
            if (line.Object("final_report") is { } report)
            {
                ReadReport(report);
            }
            else if (line.IsObject && line.TextOf("type") is "match" or "metrics" && line.Object("data") is { } data)
            {
                ReadRatings(line, data);
            }
        }

        private void ReadRatings(ForeignValue line, ForeignValue data)
        {
            var own = data.TextOf("use_case");
            if ((own is null ? _useCase : target.Names.UseCase(own)) is not { } useCase)
            {
                line.Leave(target.Names.NoUseCase(own ?? eval));
                return;
            }

            var item = ForeignText.Name(line.Find("sample_id")?.Text ?? "");
            if (item.Length == 0)
            {
                job.Diagnostics.Report(Problems.MissingProperty(line.Place, "sample_id", "a text"));
                return;
            }

            var rater = Rater(data);
            foreach (var name in data.Names().Where(name => !s_namesInData.Contains(name)).ToList())
            {
                // "correct" is what the evals call their flag; a benchmark may call it otherwise.
                var metric = target.Names.Metric(name) ?? (name == "correct" ? target.Names.Metric("accuracy", "match") : null);
                if (metric is not null && data.Find(name) is { } value)
                {
                    ReadRating(useCase, item, rater, metric, value);
                }
            }
        }

        private void ReadRating(string useCase, string item, DraftRater rater, Metric metric, ForeignValue value)
        {
            var rating = (value.Kind, value.Text) switch
            {
                (JsonValueKind.True, _) => 1,
                (JsonValueKind.False, _) => 0,
                (JsonValueKind.Number, _) => value.AsDecimal(),
                (_, [>= '0' and <= '9']) => value.Text[0] - '0',
                _ => null,
            };
            if (rating is { } number)
            {
                // A sample that a program rates again is another try at it; a person rates a response once.
                var key = (useCase, item, metric.Id, rater.Name);
                _tries[key] = rater.By == JudgedBy.People ? 1 : _tries.GetValueOrDefault(key) + 1;
                draft.Add(metric, useCase, new DraftSample(item, rater, number, value.Place)
                {
                    Run = id,
                    Try = FormattableString.Invariant($"{_tries[key]}"),
                });
            }
            else
            {
                value.Leave("It is no number.");
            }
        }

        private DraftRater Rater(ForeignValue data) =>
            data.TextOf("rater") is { Length: > 0 } person ? new DraftRater(ForeignText.Name(person), JudgedBy.People)
            : (data.TextOf("judge") ?? grader) is { Length: > 0 } judge ? new DraftRater(ForeignText.Name(judge), JudgedBy.Programs, judge)
            : new DraftRater("program", JudgedBy.Programs);

        private void ReadReport(ForeignValue report)
        {
            foreach (var (name, value) in report.Members())
            {
                if (_useCase is null || target.Names.Metric(name.Value) is not { } metric || value.Kind != JsonValueKind.Number)
                {
                    value.Leave(_useCase is null ? target.Names.NoUseCase(eval) : target.Names.NoMetric(name.Value));
                }
                else if (value.AsDecimal() is { } number)
                {
                    var figure = ForeignFigure.ShareOf(metric, new Located<decimal>(number, value.Place));
                    draft.Add(new DraftScore(metric, new MeasuredAt(_useCase, null), figure) { Run = id });
                }
            }
        }
    }
}
