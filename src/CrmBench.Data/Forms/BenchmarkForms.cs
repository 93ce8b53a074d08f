using System.Collections.Immutable;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>The files of a benchmark: what is measured and how, and the tasks.</summary>
internal static class BenchmarkForms
{
    // Each stands as a column, a switch or a section of a page; what is measured in more parts is several benchmarks.
    private const int Few = 50;

    // Each is a column, and style sheets name the columns that they show and hide one by one.
    private const int MostDimensions = 25;

    // Ratings are kept as short whole numbers.
    private static readonly NumberRange Grades = new(-1000, 1000, "a whole number from -1000 to 1000");

    private static readonly NumberRange Decimals = new(0, 6, "a whole number from 0 to 6");

    private static readonly NumberRange Powers = new(1, 1000, "a whole number from 1 to 1000");

    private static readonly NumberRange Confidence = new(0.5, 0.999, "from 0.5 to 0.999");

    private static readonly NumberRange Calls = new(0, 1e15, "a whole number from 0 to 1000000000000000");

    private static readonly ValueForm MethodName = ValueForm.Reference("method", "benchmark.json");

    private static readonly ObjectForm Grade = new("a grade",
    [
        new("value", ValueForm.Whole(Grades), "The grade"),
        new("name", ValueForm.Name, "Its name") { Examples = ["Very good"] },
        new("meaning", ValueForm.Text, "What deserves it"),
    ]);

    private static readonly ObjectForm Scale = new("a scale",
    [
        new("lowest", ValueForm.Whole(Grades), "The lowest grade"),
        new("highest", ValueForm.Whole(Grades), "The highest grade"),
        new("grades", ValueForm.List(ValueForm.Object(Grade)), "What the grades mean, in any order") { IsOptional = true },
    ]);

    private static readonly ImmutableArray<PropertyForm> MetricProperties =
    [
        new("id", ValueForm.Identifier, "Its identifier: the name of a column in `ratings.csv`, a value of `metric` in `scores.csv`"),
        new("name", ValueForm.Name, "Name for readers"),
        new("description", ValueForm.Text, "What it measures, in one sentence"),
        new("unit", ValueForm.Word("grade", "percent", "seconds", "usd", "number", "minutes", "share", "count"),
            "A grade on a scale, percent from 0 to 100, seconds, US dollars per call, any number in a unit of its own, minutes, a share from 0 to 1, or a count"),
        new("unit_name", ValueForm.Name, "What a number is of; needed with number, possible with count") { IsOptional = true, Examples = ["tokens", "Elo"] },
        new("decimals", ValueForm.Whole(Decimals), "Decimals that its figures are printed with; by the rule of its unit unless given") { IsOptional = true },
        new("better", ValueForm.Word("higher", "lower"), "Which values are better"),
        new("methods", ValueForm.List(MethodName, atLeastOne: true, Few), "The methods that fill it"),
        new("counted", ValueForm.Flag, "Whether it enters the dimension's mean; true unless given") { IsOptional = true },
        new("scale", ValueForm.Object(Scale),
            "The scale of its ratings; needed for a grade. With percent it begins at 0, and a rating is shown as its share of the highest: 0 to 1 is a flag")
        {
            IsOptional = true,
        },
        new("statistic", ValueForm.Word("mean", "p50", "p95", "p99"),
            "Which statistic of `latencies.csv` it is; only with seconds. The mean unless given")
        {
            IsOptional = true,
        },
        new("pass_power", ValueForm.Whole(Powers), "The k of pass^k: the share of tasks solved in all of k trials; only with percent")
        {
            IsOptional = true,
        },
    ];

    private static readonly ObjectForm Part = new("a part", MetricProperties)
    {
        Condition = ("unit", "grade", "scale"),
    };

    private static readonly ObjectForm Metric = new("a metric",
    [
        .. MetricProperties,
        new("parts", ValueForm.List(ValueForm.Object(Part), mostEntries: Few), "Metrics without parts, alike in unit, direction and scale: their plain mean is this metric")
        {
            IsOptional = true,
        },
    ])
    {
        Condition = ("unit", "grade", "scale"),
    };

    private static readonly ObjectForm Band = new("a band",
    [
        new("id", ValueForm.Identifier, "Its identifier") { Examples = ["low"] },
        new("name", ValueForm.Name, "Name for readers") { Examples = ["Low"] },
        new("up_to", ValueForm.Number(NumberRange.Positive),
            "With thresholds: its upper bound in US dollars per call, included; the last band has none")
        {
            IsOptional = true,
        },
    ]);

    private static readonly ObjectForm Tiers = new("tiers",
    [
        new("rule", ValueForm.Word("thresholds", "as-published"), "Whether bounds decide, with the band that the source printed quoted beside, or that band alone"),
        new("bands", ValueForm.List(ValueForm.Object(Band), atLeastOne: true, Few), "The bands, cheapest first; two at least"),
        new("reason", ValueForm.Text, "Why these bands"),
    ]);

    private static readonly ObjectForm Dimension = new("a dimension",
    [
        new("id", ValueForm.Identifier, "Its identifier") { Examples = ["accuracy"] },
        new("name", ValueForm.Name, "Name for readers") { Examples = ["Accuracy"] },
        new("description", ValueForm.Text, "What it tells, in a sentence or two"),
        new("best", ValueForm.Name, "What being best on it is called, as a heading; without it the page says Cheapest, Fastest, or Best or Lowest with its name")
        {
            IsOptional = true,
            Examples = ["Fewest errors"],
        },
        new("metrics", ValueForm.List(ValueForm.Object(Metric), atLeastOne: true, Few), "Its metrics; the counted ones share unit, direction and scale"),
        new("tiers", ValueForm.Object(Tiers), "Named bands of cost; only for a dimension in US dollars") { IsOptional = true },
    ]);

    private static readonly ObjectForm MethodJudge = new("a judge of a method",
    [
        new("rater", ValueForm.Identifier, "The name of the rater in `ratings.csv`") { Examples = ["judge-a"] },
        new("name", ValueForm.Name, "Name for readers") { Examples = ["Model A as judge"] },
    ]);

    private static readonly ObjectForm Method = new("a method",
    [
        new("id", ValueForm.Identifier, "Its identifier") { Examples = ["manual", "automated"] },
        new("name", ValueForm.Name, "Name for readers") { Examples = ["Manual"] },
        new("judged_by", ValueForm.Word("people", "programs"), "Who grades: people, or programs and models as judges"),
        new("description", ValueForm.Text, "Who grades what, and how, in a sentence"),
        new("judges", ValueForm.List(ValueForm.Object(MethodJudge), mostEntries: Few),
            "Its judges, the default first, where each has a board of its own; without it the ratings of all are averaged")
        {
            IsOptional = true,
        },
    ]);

    private static readonly ObjectForm Profile = new("a profile",
    [
        new("id", ValueForm.Identifier, "Its identifier") { Examples = ["short"] },
        new("name", ValueForm.Name, "Name for readers") { Examples = ["Short"] },
        new("input_tokens", ValueForm.Whole(NumberRange.Count), "Tokens of a prompt"),
        new("output_tokens", ValueForm.Whole(NumberRange.Count), "Tokens of a response"),
    ]);

    /// <summary><c>benchmark.json</c>.</summary>
    public static FileForm Benchmark { get; } = new(
        "benchmarks/<benchmark>/benchmark.json",
        "A benchmark: what is measured, by which methods, and how it is shown.",
        new ObjectForm("a benchmark",
        [
            new("name", ValueForm.Name, "Full name"),
            new("short_name", ValueForm.Name, "Name in switchers"),
            new("aliases", ValueForm.List(ValueForm.Identifier, mostEntries: Few), "Former ids; all addresses below them lead here") { IsOptional = true },
            new("question", ValueForm.Text, "The question the board answers; its heading"),
            new("summary", ValueForm.Text, "One sentence on what was measured"),
            new("invented", ValueForm.Flag, "Whether all results are invented"),
            new("confidence_level", ValueForm.Number(Confidence), "Level of the intervals") { Examples = ["0.95"] },
            new("comparisons", ValueForm.Word("each", "holm"),
                "Whether the level holds for each comparison of two rows, or for all of a board together, by Holm's method; each unless given")
            {
                IsOptional = true,
            },
            new("rank_by", ValueForm.Reference("dimension", "benchmark.json"), "The dimension that orders the board") { Examples = ["accuracy"] },
            new("default_release", ValueForm.Reference("release", "releases/"),
                "The release that readers see first; without it the newest that is frozen")
            {
                IsOptional = true,
                Examples = ["2026-08"],
            },
            new("unranked", ValueForm.Text, "Why its rows stand in no ranking; ranks are then shown only to readers who ask") { IsOptional = true },
            new("reference_models", ValueForm.List(ValueForm.Reference("model", "models.csv")),
                "Models that are a yardstick, such as texts by people: shown beside the ranking, not in it")
            {
                IsOptional = true,
            },
            new("call_noun", ValueForm.Name, "What one call is called") { Examples = ["task", "query", "request"] },
            new("use_case_noun", ValueForm.Object(SiteForms.Noun), "What a use case is called, for headings, sentences and charts; a use case unless given")
            {
                IsOptional = true,
            },
            new("methods", ValueForm.List(ValueForm.Object(Method), atLeastOne: true, Few), "How results come about, the default first"),
            new("profiles", ValueForm.List(ValueForm.Object(Profile), mostEntries: Few), "The token counts that cost and speed refer to") { IsOptional = true },
            new("dimensions", ValueForm.List(ValueForm.Object(Dimension), atLeastOne: true, MostDimensions), "What is measured, in the order of the columns"),
            new("use_case_weights", ValueForm.Map(ValueForm.Reference("use case", "use-cases.csv"), ValueForm.Number(NumberRange.Positive)),
                "Weights of use cases in averages; without it all weigh the same")
            {
                IsOptional = true,
            },
        ]));

    /// <summary><c>use-cases.csv</c>.</summary>
    public static TableForm UseCases { get; } = new(
        "benchmarks/<benchmark>/use-cases.csv",
        "The use cases of a benchmark in the order of display, one row each. Without the file, everything is measured as a whole; where a table must name a use case, it is then `all`.",
        [
            new("id", ValueForm.Identifier, Presence.Filled, "Stable for ever", "short-answer"),
            new("name", ValueForm.Name, Presence.Filled, "Name for readers", "Short answer"),
            new("area", ValueForm.Name, Presence.MayBeEmpty, "Part of the field, for filters", "Text"),
            new("type", ValueForm.Name, Presence.MayBeEmpty, "Kind of task, for filters", "Question"),
            new("profile", ValueForm.Reference("profile", "benchmark.json"), Presence.MayBeEmpty,
                "The token counts that cost and speed refer to", "long"),
            new("calls_per_year", ValueForm.Whole(Calls), Presence.Optional, "How often it is done, for costs a year", "520000"),
            new("input_tokens", ValueForm.Whole(NumberRange.Count), Presence.Optional, "Tokens of a prompt, where they differ from the profile's", "2800"),
            new("output_tokens", ValueForm.Whole(NumberRange.Count), Presence.Optional, "Tokens of a response, where they differ from the profile's", "240"),
            new("aliases", ValueForm.Identifiers, Presence.Optional, "Former ids; their addresses lead here", "call-summary"),
            new("task_group", ValueForm.Name, Presence.Optional,
                "What it is done for: the home page lists the use cases of all benchmarks by it; empty for the benchmark's name", "Summarize"),
            new("task", ValueForm.Name, Presence.Optional, "Short name within that group; empty for the name", "Calls"),
        ])
    {
        Key = "id",
        MostRows = ValueForm.MostOfList,
    };
}
