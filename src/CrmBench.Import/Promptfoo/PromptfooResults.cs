using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Promptfoo;

/// <summary>Reads the results of one file: named scores, passing, times and money.</summary>
/// <param name="job">The import.</param>
/// <param name="target">Where it goes.</param>
/// <param name="description">Description of the whole evaluation, which may name the use case.</param>
/// <param name="run">What tells this file's run from others.</param>
internal sealed class PromptfooResults(ImportJob job, ImportTarget target, string description, string run)
{
    private static readonly DraftRater s_rater = new("promptfoo", JudgedBy.Programs);

    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(SubmissionDraft Draft, string Item), int> _tries = [];
    private readonly Dictionary<(SubmissionDraft Draft, string UseCase), (decimal Usd, int Calls)> _money = [];

    /// <summary>Reads one result.</summary>
    /// <param name="draft">The submission.</param>
    /// <param name="row">The result.</param>
    public void Read(SubmissionDraft draft, PromptfooRow row)
    {
        var json = row.Json;
        var test = json.Object("testCase");
        var own = UseCaseIn(test?.Find("metadata")) ?? UseCaseIn(json.Find("vars"));
        if ((own is null ? target.Names.UseCase(description) ?? job.Options.UseCase : target.Names.UseCase(own)) is not { } useCase)
        {
            json.Leave(target.Names.NoUseCase(own ?? description));
            return;
        }

        var item = Item(test, row);
        if (row.Error is { } error)
        {
            draft.Add(DraftCalls.Failed(useCase, item, error));
            return;
        }

        ReadCall(draft, useCase, item, json);
        ReadScores(draft, useCase, item, row);
    }

    /// <summary>Adds the money of each use case, once all results are read.</summary>
    public void AddCosts()
    {
        foreach (var ((draft, useCase), (usd, calls)) in _money)
        {
            draft.Add(new CostRow(Figure.Of(usd), calls.ToString(CultureInfo.InvariantCulture)) { UseCase = useCase, Source = "" });
        }
    }

    private void ReadScores(SubmissionDraft draft, string useCase, string item, PromptfooRow row)
    {
        var json = row.Json;
        var crashes = row.Crashes.ToList();
        var of = (draft, item);
        _tries[of] = _tries.GetValueOrDefault(of) + 1;
        foreach (var (name, value) in json.Find("namedScores") is { IsObject: true } named ? named.Members() : [])
        {
            if (crashes.FirstOrDefault(crash => crash.Metric == name.Value) is { Reason: { } reason })
            {
                value.Leave(Crashed(reason));
            }
            else
            {
                ReadScore(name.Value, target.Names.Metric(name.Value), value);
            }
        }

        // Whether all assertions hold, and their weighted mean: neither is known where one of them was not judged.
        if (crashes.Count > 0)
        {
            json.Leave("success", Crashed(crashes[0].Reason));
            json.Leave("score", Crashed(crashes[0].Reason));
            return;
        }

        if (target.Names.Metric("pass", "passed", "pass-rate", "success") is { } passed && json.FlagOf("success") is { } success)
        {
            Add(passed, success ? 1 : 0, json.Find("success")!);
        }

        if (target.Names.Metric("score") is { } metric && json.Find("score") is { } score)
        {
            ReadScore("score", metric, score);
        }

        void ReadScore(string name, Metric? metric, ForeignValue value)
        {
            if (metric is null)
            {
                value.Leave(target.Names.NoMetric(name));
            }
            else if (value.Kind != JsonValueKind.Number)
            {
                value.Leave("It is no number.");
            }
            else if (value.AsDecimal() is { } number)
            {
                Add(metric, number, value);
            }
        }

        void Add(Metric metric, decimal number, ForeignValue value) => draft.Add(
            metric,
            useCase,
            new DraftSample(item, s_rater, number, value.Place) { Run = run, Try = FormattableString.Invariant($"{_tries[of]}") });
    }

    private static string Crashed(string reason) =>
        $"Its grader failed, which says nothing of the answer: {Invisible.Shown(PlainText.Line(reason))}";

    private static string? UseCaseIn(ForeignValue? json) => json is { IsObject: true } ? json.Find("use_case")?.Text : null;

    private void ReadCall(SubmissionDraft draft, string useCase, string item, ForeignValue json)
    {
        var response = json.Object("response");
        if (response?.FlagOf("cached") == true)
        {
            json.Leave("latencyMs", "The response came from promptfoo's cache: it is not the model's time.");
            json.Leave("cost", "The response came from promptfoo's cache: it cost nothing this time.");
            return;
        }

        var tokens = response?.Object("tokenUsage") ?? json.Object("tokenUsage");
        if (json.DecimalOf("latencyMs") is { } milliseconds and >= 0)
        {
            draft.Add(DraftCalls.Ok(useCase, item, milliseconds / 1000, tokens?.DecimalOf("prompt"), tokens?.DecimalOf("completion")));
        }

        if (json.DecimalOf("cost") is not { } usd)
        {
            return;
        }

        if (usd > 0)
        {
            var (sum, calls) = _money.GetValueOrDefault((draft, useCase));
            _money[(draft, useCase)] = (sum + usd, calls + 1);
        }
        else
        {
            json.Leave("cost", "promptfoo writes 0 where it knows no price.");
        }
    }

    // Test cases that share a name are told apart by number; the same one again, for another model or once more, keeps its name.
    private string Item(ForeignValue? test, PromptfooRow row)
    {
        if (_items.TryGetValue(row.Content, out var known))
        {
            return known;
        }

        var metadata = test?.Find("metadata");
        var name = (metadata is { IsObject: true } ? metadata.Find("item")?.Text : null) ?? test?.TextOf("description") ?? $"test {row.Test}";
        var count = _names[name] = _names.GetValueOrDefault(name) + 1;
        return _items[row.Content] = PlainText.Name(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{count}"));
    }
}
