using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import.Promptfoo;

/// <summary>Reads the results of one file: named scores, passing, times and money.</summary>
/// <param name="job">The import.</param>
/// <param name="target">Where it goes.</param>
/// <param name="description">Description of the whole evaluation, which may name the use case.</param>
internal sealed class PromptfooResults(ImportJob job, ImportTarget target, string description)
{
    private const string Error = "2";

    private static readonly DraftRater s_rater = new("promptfoo", JudgedBy.Programs);

    private readonly Dictionary<(string Submission, string Item), int> _items = [];
    private readonly Dictionary<(SubmissionDraft Draft, string UseCase), (decimal Usd, int Calls)> _money = [];

    /// <summary>Reads one result.</summary>
    /// <param name="draft">The submission.</param>
    /// <param name="submission">What tells it from the others of this file.</param>
    /// <param name="row">The result.</param>
    public void Read(SubmissionDraft draft, string submission, PromptfooRow row)
    {
        var json = row.Json;
        var test = json.Object("testCase");
        var own = test?.Object("metadata")?.Find("use_case")?.Text ?? json.Object("vars")?.Find("use_case")?.Text;
        if ((own is null ? target.Names.UseCase(description) ?? job.Options.UseCase : target.Names.UseCase(own)) is not { } useCase)
        {
            json.Leave(target.Names.NoUseCase(own ?? description));
            return;
        }

        var item = Item(submission, test, row.Test);
        if (json.Find("failureReason")?.Text == Error)
        {
            draft.Add(DraftCalls.Failed(useCase, item, json.Find("error")?.Text ?? ""));
            return;
        }

        ReadCall(draft, useCase, item, json);
        foreach (var (name, value) in json.Object("namedScores")?.Members() ?? [])
        {
            ReadScore(draft, useCase, item, name.Value, target.Names.Metric(name.Value), value);
        }

        // Whether all assertions hold, and their weighted mean.
        if (target.Names.Metric("pass", "passed", "pass-rate", "success") is { } passed && json.FlagOf("success") is { } success)
        {
            draft.Add(passed, useCase, new DraftSample(item, s_rater, success ? 1 : 0, json.Find("success")!.Place));
        }

        if (target.Names.Metric("score") is { } metric && json.Find("score") is { } score)
        {
            ReadScore(draft, useCase, item, "score", metric, score);
        }
    }

    /// <summary>Adds the money of each use case, once all results are read.</summary>
    public void AddCosts()
    {
        foreach (var ((draft, useCase), (usd, calls)) in _money)
        {
            draft.Add(new CostRow(Figure.Of(usd), calls.ToString(CultureInfo.InvariantCulture)) { UseCase = useCase, Source = "" });
        }
    }

    private void ReadScore(SubmissionDraft draft, string useCase, string item, string name, Metric? metric, ForeignValue value)
    {
        if (metric is null)
        {
            value.Leave(target.Names.NoMetric(name));
        }
        else if (value.Kind != System.Text.Json.JsonValueKind.Number)
        {
            value.Leave("It is no number.");
        }
        else if (value.AsDecimal() is { } number)
        {
            draft.Add(metric, useCase, new DraftSample(item, s_rater, number, value.Place));
        }
    }

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

        // promptfoo writes 0 where it knows no price.
        if (json.DecimalOf("cost") is { } usd and > 0)
        {
            var (sum, calls) = _money.GetValueOrDefault((draft, useCase));
            _money[(draft, useCase)] = (sum + usd, calls + 1);
        }
    }

    // Test cases that are repeated, or that share a description, are told apart by number.
    private string Item(string submission, ForeignValue? test, string number)
    {
        var name = test?.Object("metadata")?.Find("item")?.Text ?? test?.TextOf("description") ?? $"test {number}";
        var count = _items[(submission, name)] = _items.GetValueOrDefault((submission, name)) + 1;
        return PlainText.Name(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{count}"));
    }
}
