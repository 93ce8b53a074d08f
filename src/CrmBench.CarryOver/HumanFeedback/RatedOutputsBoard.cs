using System.Collections.Immutable;
using System.Globalization;
using CrmBench.CarryOver.Sources;
using CrmBench.Core.Statistics;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.HumanFeedback;

/// <summary>
/// Carries over the ratings of "Human Feedback is not Gold Standard": aggregates with intervals clustered by item, computed here,
/// and, as a release of its own, a sample of the ratings themselves. The whole rating set has no licence and is not copied.
/// </summary>
internal static class RatedOutputsBoard
{
    private const string Benchmark = "rated-outputs";
    private const string DetailedSource = "detailed-ratings";
    private const string OverallSource = "overall-ratings";
    private const string Tree = "https://github.com/cohere-ai/human-feedback-paper/tree/935921f2af8aa86f13bbc8dd668cce837cd4f21e";
    private const int SampleItemsPerUseCase = 3;
    private const int SampleRatingsPerItem = 20;
    private static readonly ConfidenceLevel s_level = ConfidenceLevel.NinetyFive;
    private static readonly Interval s_grades = new(1, 5);

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
                Detailed("Means of all ratings of a use case, and 95 % intervals clustered by item, computed here from the authors' file "
                    + "of each rater's answers; planted bad answers, empty rows and raters who failed the check of attention "
                    + "are left out."),
                new SourceEntry(
                    OverallSource,
                    "Human Feedback is not Gold Standard (ICLR 2024): overall scores",
                    Tree,
                    "No licence for the data; figures cited as facts",
                    "2024-04-11",
                    "Other raters, who gave one overall score and nothing else. Means and 95 % intervals clustered by item were "
                        + "computed here."),
            ],
            Scores =
            [
                .. ByUseCase(detailed).SelectMany(rows => Grades.Select(column =>
                    Grade(rows.Key, column, ItemClusters.Of(rows, column), DetailedSource))),
                .. ByUseCase(overall).Select(rows => Grade(rows.Key, "overall-alone", ItemClusters.Of(rows, "score"), OverallSource)),
                .. ByUseCase(detailed).SelectMany(rows => Flags.Select(column => Flag(rows.Key, column, ItemClusters.Of(rows, column)))),
            ],
        };

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
                $"{row["dataset"]}-{row["sample_ix"]}",
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
            ? ["Not a model: texts by people, taken from the data sets. There is none for factualnlg, and on some use cases "
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

    private static ScoreRow Grade(string useCase, string metric, ItemClusters ratings, string source) =>
        Row(useCase, metric, ratings, ratings.Mean, ratings.GradeInterval(s_grades, s_level), source);

    private static ScoreRow Flag(string useCase, string metric, ItemClusters ratings) => Row(
        useCase,
        metric,
        ratings,
        100 * ratings.Mean,
        ratings.ShareInterval(s_level) is { } share ? new Interval(100 * share.Low, 100 * share.High) : null,
        DetailedSource);

    private static ScoreRow Row(string useCase, string metric, ItemClusters ratings, double value, Interval? interval, string source) =>
        new(metric, Figure.Rounded(value, 4))
        {
            UseCase = useCase,
            N = ratings.Count.ToString(CultureInfo.InvariantCulture),
            Low = interval is null ? "" : Figure.Rounded(interval.Low, 4),
            High = interval is null ? "" : Figure.Rounded(interval.High, 4),
            Level = interval is null ? "" : "0.95",
            Source = source,
        };

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
