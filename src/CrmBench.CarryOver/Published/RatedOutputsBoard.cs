using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>
/// Carries over the ratings of "Human Feedback is not Gold Standard": added up by item, and, as a release of its own, a sample of the
/// ratings themselves. The whole rating set has no licence and is not copied.
/// </summary>
internal static class RatedOutputsBoard
{
    private const string Benchmark = "rated-outputs";
    private const string DetailedSource = "detailed-ratings";
    private const string OverallSource = "overall-ratings";
    private const string Tree = "https://github.com/cohere-ai/human-feedback-paper/tree/935921f2af8aa86f13bbc8dd668cce837cd4f21e";
    private const int SampleItemsPerUseCase = 3;
    private const int SampleRatingsPerItem = 20;
    private const string Alone = "overall-alone";

    // Told to readers, because the release was frozen with the means alone.
    private static readonly (string On, string Reason) s_sums = (
        "2026-11-26",
        "Method: means and intervals computed beforehand gave way to the ratings added up by item, from which the program computes them. "
            + "The means are the same. The nine kinds of error come from the same ratings: their average now has the error that follows from "
            + "the items, where the errors of the kinds were combined as if each had ratings of its own, and models are compared item by item.");

    private static readonly ImmutableDictionary<string, string> s_models = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("Cohere Command 52B", "cohere-command-52b"),
            KeyValuePair.Create("Cohere Command 6B", "cohere-command-6b"),
            KeyValuePair.Create("Falcon 40B Instruct", "falcon-40b-instruct"),
            KeyValuePair.Create("Human reference", "human-reference"),
            KeyValuePair.Create("MPT 30B Instruct", "mpt-30b-instruct"),
        ]);

    /// <summary>Columns with a grade from 1 to 5; the metrics have the same names.</summary>
    internal static ImmutableArray<string> Grades { get; } =
        ["overall", "detail", "clarity", "useful", "creativity", "style", "confidence"];

    /// <summary>Columns with 1 where the rater saw an error; the metrics have the same names.</summary>
    internal static ImmutableArray<string> Flags { get; } =
        ["factuality", "inconsistent", "contradiction", "relevance", "formatting", "scope", "refusal", "repetition", "fluency", "harmful"];

    /// <summary>The submissions of both releases, one a model each.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var detailed = Detailed(source).Where(row => row["attention_ok"] == "1").ToImmutableArray();
        var overall = Overall(source);
        var sample = Sample(detailed);
        return
        [
            .. s_models.Keys.Order(StringComparer.Ordinal).SelectMany(model => (SubmissionFolder[])
            [
                Aggregates(model, [.. detailed.Where(row => row["model"] == model)], [.. overall.Where(row => row["model"] == model)]),
                Sampled(model, [.. sample.Where(row => row["model"] == model)]),
            ]),
        ];
    }

    /// <summary>Detailed ratings without planted bad answers and empty rows; inattentive raters are still among them.</summary>
    internal static ImmutableArray<SourceRow> Detailed(SourceFolder source) =>
        [.. source.Table("human-feedback/granular_ratings.csv").Rows.Where(row => IsGenuine(row) && !row.IsEmpty("overall"))];

    /// <summary>Overall scores by other raters, who were asked for nothing else.</summary>
    internal static ImmutableArray<SourceRow> Overall(SourceFolder source) =>
        [.. source.Table("human-feedback/overall_ratings.csv").Rows.Where(row => IsGenuine(row) && !row.IsEmpty("score"))];

    private static bool IsGenuine(SourceRow row) =>
        row["model"] != "(distractor)" && !row["sample_ix"].StartsWith("distractor", StringComparison.Ordinal);

    private static SubmissionFolder Aggregates(string model, ImmutableArray<SourceRow> detailed, ImmutableArray<SourceRow> overall) =>
        Folder(model, "2023-07") with
        {
            Sources =
            [
                Detailed("Ratings added up by item, from the authors' file of each rater's answers; planted bad answers, empty rows and "
                    + "raters who failed the check of attention are left out. In means every rating counts the same."),
                new SourceEntry(
                    OverallSource,
                    "Human Feedback is not Gold Standard (ICLR 2024): overall scores",
                    Tree,
                    "No licence for the data; figures cited as facts",
                    "2024-04-11",
                    "Other raters, who gave one overall score and nothing else, added up by item."),
            ],
            Corrections = [s_sums],
            SummedMetrics = [.. Grades, Alone, .. Flags],
            ItemSums =
            [
                .. ByUseCase(detailed).SelectMany(rows => Sums(rows, DetailedSource, [.. Grades, "", .. Flags])),
                .. ByUseCase(overall).SelectMany(rows => Sums(rows, OverallSource, [.. Grades.Select(_ => ""), "score", .. Flags.Select(_ => "")])),
            ],
        };

    /// <summary>One row an item, by number; an empty column stays empty.</summary>
    private static IEnumerable<ItemSumRow> Sums(IGrouping<string, SourceRow> rows, string source, ImmutableArray<string> columns) =>
        from item in rows.GroupBy(row => int.Parse(row["sample_ix"], NumberStyles.None, CultureInfo.InvariantCulture))
        orderby item.Key
        select new ItemSumRow(
            rows.Key,
            ItemName(item.First()),
            Text(item.Count()),
            source,
            [.. columns.Select(column => column.Length == 0 ? "" : Text(ItemClusters.Of(item, column).Items.Sum(one => one.Ratings.Sum())))]);

    private static string ItemName(SourceRow row) => $"{row["dataset"]}-{row["sample_ix"]}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static SubmissionFolder Sampled(string model, ImmutableArray<SourceRow> rows) => Folder(model, "2023-07-sample") with
    {
        Sources =
        [
            Detailed("A sample of single ratings: in each use case the three items of lowest number that have at most twenty ratings, "
                + "at least three for every system and none twice by the same person. The pseudonyms of the raters stand for "
                + "nobody's name."),
        ],
        RatedMetrics = [.. Grades, .. Flags],
        Ratings =
        [
            .. rows.Select(row => new RatingRow(
                row["dataset"],
                ItemName(row),
                row["rater"],
                [.. Grades.Concat(Flags).Select(column => row[column])])),
        ],
    };

    private static SubmissionFolder Folder(string model, string release) => new()
    {
        Benchmark = Benchmark,
        Release = release,
        Id = s_models[model],
        Model = s_models[model],
        SubmittedBy = "T. Hosking, P. Blunsom and M. Bartolo",
        Method = "manual",
        Sources = [],
        KnownIssues = s_models[model] == "human-reference"
            ? ["Not a model: texts by people, taken from the data sets. There is none for checks of facts, and on some use cases "
                + "models are rated above it."]
            : [],
    };

    private static SourceEntry Detailed(string note) => new(
        DetailedSource,
        "Human Feedback is not Gold Standard (ICLR 2024): detailed ratings",
        Tree,
        "No licence for the data; figures cited as facts",
        "2024-04-11",
        note);

    private static IEnumerable<IGrouping<string, SourceRow>> ByUseCase(ImmutableArray<SourceRow> rows) =>
        rows.GroupBy(row => row["dataset"], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static ImmutableArray<SourceRow> Sample(ImmutableArray<SourceRow> rows) =>
    [
        .. rows.GroupBy(row => row["dataset"], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(useCase =>
            {
                var systems = useCase.Select(row => row["model"]).Distinct(StringComparer.Ordinal).Count();
                return useCase.GroupBy(row => int.Parse(row["sample_ix"], NumberStyles.None, CultureInfo.InvariantCulture))
                    .Where(item => IsFit(item, systems))
                    .OrderBy(item => item.Key)
                    .Take(SampleItemsPerUseCase)
                    .SelectMany(item => item);
            }),
    ];

    private static bool IsFit(IEnumerable<SourceRow> item, int systems)
    {
        var bySystem = item.GroupBy(row => row["model"], StringComparer.Ordinal).ToList();
        return bySystem.Count == systems
            && bySystem.Sum(rows => rows.Count()) <= SampleRatingsPerItem
            && bySystem.All(rows => rows.Count() >= 3)
            && bySystem.All(rows => rows.DistinctBy(row => row["rater"], StringComparer.Ordinal).Count() == rows.Count());
    }
}

/// <summary>The ratings of one metric, one model and one data set, kept by item: raters of an item see the same response.</summary>
internal sealed record ItemClusters
{
    private ItemClusters(ImmutableArray<(string Item, ImmutableArray<int> Ratings)> items)
    {
        Items = items;
        Count = items.Sum(item => item.Ratings.Length);
        Mean = (double)items.Sum(item => item.Ratings.Sum()) / Count;
    }

    /// <summary>The ratings by item, in the order of each item's first row.</summary>
    public ImmutableArray<(string Item, ImmutableArray<int> Ratings)> Items { get; }

    /// <summary>Number of ratings.</summary>
    public int Count { get; }

    /// <summary>Mean of all ratings, each counting the same.</summary>
    public double Mean { get; }

    /// <summary>Takes the ratings of a column.</summary>
    /// <param name="rows">Rows that all have the column.</param>
    /// <param name="column">Name of the column.</param>
    public static ItemClusters Of(IEnumerable<SourceRow> rows, string column) => new(
    [
        .. rows.GroupBy(row => row["sample_ix"], StringComparer.Ordinal)
            .Select(item => (item.Key, item.Select(row => (int)DecimalText.Parse(row[column])).ToImmutableArray())),
    ]);
}
