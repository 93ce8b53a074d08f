using CrmBench.Data.Files;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>The file of a release.</summary>
internal static class ReleaseForms
{
    /// <summary><c>release.json</c>.</summary>
    public static FileForm Release { get; } = new(
        "benchmarks/<benchmark>/releases/<release>/release.json",
        "A release: one dated set of results. A release that is frozen does not change any more.",
        new ObjectForm("a release",
        [
            new("name", ValueForm.Name, "What readers call it, such as `August 2026, second run`; without it the month or day in its id, in words, or the id")
            {
                IsOptional = true,
            },
            new("date", ValueForm.Date, "The day it was closed; price tables are read for this day"),
            new("status", ValueForm.Word("draft", "frozen"), "Whether results may still be added"),
            new("aliases", ValueForm.List(ValueForm.Identifier, mostEntries: 50), "Former ids; all addresses below them lead here") { IsOptional = true },
            new("changes", ValueForm.Text, "What changed since the release before"),
            new("known_limits", ValueForm.List(ValueForm.Text, mostEntries: 100), "What a reader must know before comparing"),
            new("use_cases", ValueForm.List(ValueForm.Reference("use case", "use-cases.csv"), atLeastOne: true),
                "The use cases it covers; all unless given")
            {
                IsOptional = true,
            },
            new("rank_by", ValueForm.Reference("dimension", "benchmark.json"), "Another order for this board; needs `rank_by_reason`")
            {
                IsOptional = true,
            },
            new("rank_by_reason", ValueForm.Text, "Why this board has another order; needs `rank_by`") { IsOptional = true },
        ])
        {
            Pair = ("rank_by", "rank_by_reason"),
        });
}

/// <summary>The files of a submission: who measured what, and the results in up to five tables, with one more about published figures.</summary>
internal static class SubmissionForms
{
    // Raters and items are compared name by name, over a million rows.
    private const int LongestName = 80;

    /// <summary>Most judges, settings, known issues and corrections: all of them are listed on the page of the model.</summary>
    public const int Some = 100;

    // A row of single results has a dozen bytes at least.
    private const int MostOfResults = 5_000_000;

    private const string Folder = "benchmarks/<benchmark>/releases/<release>/submissions/<submission>/";

    private static readonly ValueForm MethodName = ValueForm.Reference("method", "benchmark.json");

    private static readonly ValueForm ModelName = ValueForm.Reference("model", "models.csv");

    private static readonly ValueForm UseCaseName = ValueForm.Reference("use case", "use-cases.csv");

    private static readonly ValueForm ProfileName = ValueForm.Reference("profile", "benchmark.json");

    private static readonly ValueForm SourceName = ValueForm.Reference("source", "submission.json");

    private static readonly ColumnForm RatedUseCase = new("use_case", UseCaseName, Presence.Filled, "The use case", "short-answer");

    private static readonly ColumnForm RatedItem = new("item", ValueForm.ShortText(LongestName), Presence.Filled,
        "The prompt instance; the same name in two submissions is the same item", "call-01");

    private static readonly ObjectForm Judge = new("a judge",
    [
        new("rater", ValueForm.ShortText(LongestName), "The name of the rater in `ratings.csv`") { Examples = ["judge-a"] },
        new("method", MethodName, "The method of its ratings; one that is judged by programs") { Examples = ["automated"] },
        new("model", ModelName, "The model that judges") { IsOptional = true },
    ]);

    private static readonly ObjectForm Source = new("a source",
    [
        new("id", ValueForm.Identifier, "Its identifier, to be named under `source` in tables") { Examples = ["report"] },
        new("title", ValueForm.Name, "Title of the report, page or data set"),
        new("url", ValueForm.Address, "Where it can be read") { Examples = ["https://example.org/report"] },
        new("licence", ValueForm.Name, "Licence of the figures; `Not stated` where there is none") { Examples = ["CC BY 4.0", "Not stated"] },
        new("date", ValueForm.Date, "The day it was published or read") { IsOptional = true },
        new("note", ValueForm.Text, "What a reader should know of it") { IsOptional = true },
        new("elsewhere", ValueForm.Flag,
            "Whether its figures belong to the model but not to this run: measured elsewhere, with other prompts or settings. Unless given, "
            + "figures for the model as a whole count so where their source gives nothing for a use case or profile, and another does")
        {
            IsOptional = true,
        },
    ]);

    private static readonly ObjectForm Correction = new("a correction",
    [
        new("on", ValueForm.Date, "The day"),
        new("reason", ValueForm.Text, "What was wrong, and what stands there now"),
    ]);

    private static readonly ObjectForm Withdrawal = new("a withdrawal",
    [
        new("on", ValueForm.Date, "The day"),
        new("reason", ValueForm.Text, "The reason"),
    ]);

    /// <summary><c>submission.json</c>.</summary>
    public static FileForm Submission { get; } = new(
        Folder + "submission.json",
        "A submission: which model was evaluated, by whom, under which conditions, and where the figures come from.",
        new ObjectForm("a submission",
        [
            new("model", ModelName, "The model") { Examples = ["gpt-5.2"] },
            new("variant", ValueForm.Name, "What sets it apart from other submissions of the same model")
            {
                IsOptional = true,
                Examples = ["high", "ReAct"],
            },
            new("submitted_by", ValueForm.Name, "Who ran the evaluation"),
            new("submitted_on", ValueForm.Date, "The day it was handed in") { IsOptional = true },
            new("evaluated_on", ValueForm.Date, "The day the evaluation ended") { IsOptional = true, Examples = ["2026-08-04"] },
            new("method", MethodName, "The method of rows that name none") { Examples = ["manual", "automated"] },
            new("judges", ValueForm.List(ValueForm.Object(Judge), mostEntries: Some), "The raters that are models; every other rater is a person") { IsOptional = true },
            new("settings", ValueForm.Map(ValueForm.Name, ValueForm.Text, Some), "Prompt settings and conditions, by name") { IsOptional = true },
            new("sources", ValueForm.List(ValueForm.Object(Source), atLeastOne: true), "Where the figures come from; rows that name none have the first"),
            new("verified_by", ValueForm.Name, "Who checked the figures") { IsOptional = true },
            new("known_issues", ValueForm.List(ValueForm.Text, mostEntries: Some), "What a reader should know before comparing") { IsOptional = true },
            new("corrections", ValueForm.List(ValueForm.Object(Correction), mostEntries: Some), "What was put right after publication") { IsOptional = true },
            new("withdrawn", ValueForm.Object(Withdrawal), "Day and reason, where the submission does not stand any more") { IsOptional = true },
        ]));

    /// <summary><c>scores.csv</c>.</summary>
    public static TableForm Scores { get; } = new(
        Folder + "scores.csv",
        "Published aggregates, one row each. A row says what it was measured on by `use_case` or `profile`; with both empty it holds for the model as a whole.",
        [
            new("use_case", UseCaseName, Presence.MayBeEmpty, "The use case", "short-answer"),
            new("profile", ProfileName, Presence.Optional, "The profile; never together with `use_case`", "long"),
            new("metric", ValueForm.Reference("metric", "benchmark.json"), Presence.Filled, "The metric; a part's id for a part", "factuality"),
            new("method", MethodName, Presence.Optional, "The method; empty: the submission's", "automated"),
            new("value", ValueForm.Number(NumberRange.Any), Presence.Filled,
                "In the metric's unit: a grade on the scale, percent from 0 to 100, seconds, US dollars per call", "77.47"),
            new("n", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Optional,
                "Observations: how many single values the mean is of. Several ratings of one item are several; say then in `items` or `raters` "
                + "of how many items. Tasks with pass^k (there with `trials`, or both empty)", "200"),
            new("items", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Optional,
                "Items that the observations are of; each counts once, however many rated it. Empty: `n` by `raters`, or `n`", "50"),
            new("raters", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Optional,
                "How many rated each item, where all were rated by as many; `n` is then `items` times `raters`", "4"),
            new("sd", ValueForm.Number(NumberRange.NotNegative), Presence.Optional, "Standard deviation over observations; over the means of items, where these are fewer", "0.6"),
            new("low", ValueForm.Number(NumberRange.Any), Presence.Optional, "Lower end of a published interval; with `high`", "71.2"),
            new("high", ValueForm.Number(NumberRange.Any), Presence.Optional, "Upper end of a published interval; with `low`", "82.9"),
            new("level", ValueForm.Number(NumberRange.Level), Presence.Optional, "Level of that interval; empty = not stated", "0.95"),
            new("successes", ValueForm.Whole(NumberRange.Count), Presence.Optional, "With `trials`: k of n", "165"),
            new("trials", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Optional, "Trials; with pass^k those of each task", "200"),
            new("sample", ValueForm.ShortText(LongestName), Presence.Optional,
                "Name of the sample of items. Rows of one use case with different names come from different items and are independent; "
                + "all others may come from the same answers, so that their errors add unless `correlations.csv` says otherwise", "safety-prompts"),
            new("source", SourceName, Presence.Optional, "The source; empty: the first of `sources`", "report"),
        ]);

    /// <summary><c>correlations.csv</c>.</summary>
    public static TableForm Correlations { get; } = new(
        Folder + "correlations.csv",
        "How the errors of two figures in `scores.csv` move together, where the source says so: a row is a pair. Pairs without a row are "
        + "taken to move together wholly, so that their errors add; pairs of different samples are independent.",
        [
            new("use_case", UseCaseName, Presence.MayBeEmpty, "The use case of both figures", "short-answer"),
            new("profile", ProfileName, Presence.Optional, "Their profile; never together with `use_case`", "long"),
            new("method", MethodName, Presence.Optional, "Their method; empty: the submission's", "automated"),
            new("first", ValueForm.Reference("metric", "benchmark.json"), Presence.Filled, "The metric of the one figure", "factuality"),
            new("second", ValueForm.Reference("metric", "benchmark.json"), Presence.Filled, "The metric of the other", "completeness"),
            new("correlation", ValueForm.Number(NumberRange.Correlation), Presence.Filled,
                "Correlation of the two over the items, which is that of the errors of their means: the covariance divided by both standard "
                + "deviations. 0 where they err independently", "0.35"),
        ]);

    /// <summary><c>ratings.csv</c>, without the columns of the metrics.</summary>
    public static TableForm Ratings { get; } = new(
        Folder + "ratings.csv",
        "Single ratings: one row is one rater's judgment of one response. A rater named under `judges` is a model, every other is a person.",
        [
            RatedUseCase,
            RatedItem,
            new("criterion", ValueForm.ShortText(LongestName), Presence.Optional,
                "What was asked of the response, where it was judged point by point; an item's criteria are averaged", "insight-3"),
            new("rater", ValueForm.ShortText(LongestName), Presence.Filled, "Who judged, by a code and not by name", "person-2"),
        ])
    {
        More = ("one column per rated metric, named by its id", "whole number on the metric's scale, or empty", "The rating; empty = not rated"),
        Largest = LargestFile.Results,
        MostRows = MostOfResults,
    };

    /// <summary><c>item-sums.csv</c>, without the columns of the metrics.</summary>
    public static TableForm ItemSums { get; } = new(
        Folder + "item-sums.csv",
        "Ratings added up by item, where single ratings cannot be given: one row is one response. From the sums follow means in which every "
        + "rating counts the same, their errors clustered by item, how metrics vary together, and differences item by item. "
        + "They take the place of rows in `scores.csv`. An item may have several rows with different metrics.",
        [
            RatedUseCase,
            RatedItem,
            new("method", MethodName, Presence.Optional, "The method; empty: the submission's", "manual"),
            new("ratings", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Filled, "How many ratings were added up for each metric of the row", "4"),
            new("source", SourceName, Presence.Optional, "The source; empty: the first of `sources`", "report"),
        ])
    {
        More = ("one column per rated metric, named by its id", "whole number, or empty", "The sum of the ratings; empty = not rated"),
        Largest = LargestFile.Results,
        MostRows = MostOfResults,
    };

    /// <summary><c>latencies.csv</c>.</summary>
    public static TableForm Latencies { get; } = new(
        Folder + "latencies.csv",
        "Single calls, one row each. One of the columns `use_case` and `profile` must be there.",
        [
            new("use_case", UseCaseName, Presence.Optional, "The use case", "short-answer"),
            new("profile", ProfileName, Presence.Optional, "The profile; never together with `use_case`", "long"),
            new("item", ValueForm.ShortText(LongestName), Presence.Optional, "The prompt instance", "call-01"),
            new("seconds", ValueForm.Number(NumberRange.NotNegative), Presence.MayBeEmpty,
                "Seconds to the full response; empty unless `status` is `ok`", "4.75"),
            new("status", ValueForm.Word("ok", "error", "timeout"), Presence.Filled, "Failed calls are counted, never averaged", "ok"),
            new("input_tokens", ValueForm.Whole(NumberRange.Count), Presence.Optional, "Tokens of the prompt", "3000"),
            new("output_tokens", ValueForm.Whole(NumberRange.Count), Presence.Optional, "Tokens of the response", "250"),
        ])
    {
        Largest = LargestFile.Results,
        MostRows = MostOfResults,
    };

    /// <summary><c>costs.csv</c>.</summary>
    public static TableForm Costs { get; } = new(
        Folder + "costs.csv",
        "Measured or published money. One of the columns `use_case` and `profile` must be there; a row has `usd`, `band` or both.",
        [
            new("use_case", UseCaseName, Presence.Optional, "The use case", "short-answer"),
            new("profile", ProfileName, Presence.Optional, "The profile; never together with `use_case`", "long"),
            new("usd", ValueForm.Number(NumberRange.NotNegative), Presence.MayBeEmpty, "US dollars", "1.5"),
            new("per", ValueForm.Whole(NumberRange.AtLeastOne), Presence.Filled, "How many calls the money is for", "1000"),
            new("band", ValueForm.Reference("band", "benchmark.json"), Presence.Optional, "The band the source printed", "low"),
            new("source", SourceName, Presence.Optional, "The source; empty: the first of `sources`", "report"),
        ]);

    /// <summary><c>ratings.csv</c> with a column for each metric.</summary>
    /// <param name="metrics">Identifiers of the metrics and their parts.</param>
    public static TableForm RatingsOf(IEnumerable<string> metrics) => WithMetrics(Ratings, metrics);

    /// <summary><c>item-sums.csv</c> with a column for each metric.</summary>
    /// <param name="metrics">Identifiers of the metrics and their parts.</param>
    public static TableForm ItemSumsOf(IEnumerable<string> metrics) => WithMetrics(ItemSums, metrics);

    private static TableForm WithMetrics(TableForm form, IEnumerable<string> metrics)
    {
        var whole = ValueForm.Whole(NumberRange.Any);
        return form with
        {
            Columns = [.. form.Columns, .. metrics.Except(form.Names).Select(metric => new ColumnForm(metric, whole, Presence.Optional, form.More!.Value.Meaning))],
        };
    }
}
