using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Tests.Core.Scoring;

/// <summary>Builds small catalogues for scoring tests: one benchmark, one release, whatever submissions a test adds.</summary>
internal sealed class SmallWorld
{
    public static readonly Source Origin = new("s", "A source", "https://example.org/", "CC0", new DateOnly(2026, 1, 1), "");

    private static readonly RatingScale Scale = new(1, 4, []);

    private readonly List<Submission> _submissions = [];
    private readonly List<TokenPrice> _prices = [];

    public ImmutableArray<UseCase> UseCases { get; init; } = [Case("a"), Case("b")];

    public ImmutableArray<Dimension> Dimensions { get; init; } = [Accuracy("facts", "brevity")];

    public ImmutableArray<Profile> Profiles { get; init; } = [];

    public ImmutableSortedDictionary<string, double> Weights { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The provider of each model, by the model's identifier.</summary>
    public Func<string, string> ProviderOf { get; init; } = _ => "p";

    public string RankBy { get; init; } = "accuracy";

    public bool Holm { get; init; }

    public ImmutableArray<Method> Methods { get; init; } = [new("people", "People", JudgedBy.People, ""), new("programs", "Programs", JudgedBy.Programs, "")];

    public string? Unranked { get; init; }

    public ImmutableArray<string> ReferenceModels { get; init; } = [];

    public static UseCase Case(string id, string? profile = null, long? calls = null) =>
        new() { Id = id, Name = id, Area = "", Type = "", Profile = profile, CallsPerYear = calls };

    public static Metric Rated(string id) => new()
    {
        Id = id,
        Name = id,
        Description = id,
        Unit = Unit.Grade,
        Better = Direction.Higher,
        Methods = ["people", "programs"],
        Scale = Scale,
    };

    public static Metric Percent(string id, bool counted = true, int? passPower = null) => new()
    {
        Id = id,
        Name = id,
        Description = id,
        Unit = Unit.Percent,
        Better = Direction.Higher,
        Methods = ["programs"],
        Counted = counted,
        PassPower = passPower,
    };

    public static Metric Plain(string id, Unit unit, Statistic statistic = Statistic.Mean, bool counted = true) => new()
    {
        Id = id,
        Name = id,
        Description = id,
        Unit = unit,
        Better = Direction.Lower,
        Methods = ["programs"],
        Statistic = statistic,
        Counted = counted,
    };

    public static Dimension Accuracy(params string[] metrics) => Group("accuracy", [.. metrics.Select(Rated)]);

    public static Dimension Group(string id, params Metric[] metrics) =>
        new() { Id = id, Name = id, Description = id, Metrics = [.. metrics] };

    public SmallWorld Add(
        string model,
        RatingTable? ratings = null,
        IEnumerable<PublishedScore>? scores = null,
        IEnumerable<PublishedCost>? costs = null,
        IEnumerable<TimedCall>? calls = null,
        IEnumerable<Judge>? judges = null,
        Withdrawal? withdrawn = null,
        ItemSumTable? sums = null,
        IEnumerable<ErrorCorrelation>? correlations = null)
    {
        _submissions.Add(new Submission
        {
            Id = model,
            Model = model,
            Variant = "",
            SubmittedBy = "tests",
            Method = ratings is null && sums is null ? "programs" : "people",
            Judges = [.. judges ?? []],
            Settings = ImmutableSortedDictionary<string, string>.Empty,
            Sources = [Origin],
            KnownIssues = [],
            Withdrawn = withdrawn,
            Scores = [.. scores ?? []],
            Correlations = [.. correlations ?? []],
            Ratings = ratings,
            ItemSums = sums,
            Calls = [.. calls ?? []],
            Costs = [.. costs ?? []],
            Place = new SourcePlace($"data/{model}/submission.json"),
        });
        return this;
    }

    public SmallWorld AddPrice(TokenPrice price)
    {
        _prices.Add(price);
        return this;
    }

    /// <summary>The board of the default method over all use cases.</summary>
    public Leaderboard Board() => Release().Boards[0];

    public ScoredRelease Release(DateOnly? priceDay = null, bool? holm = null) => Scored(priceDay, holm).Benchmarks[0].Releases[0];

    public ScoredCatalogue Scored(DateOnly? priceDay = null, bool? holm = null) => Scorer.Score(ToCatalogue(), priceDay, holm);

    public static PublishedScore Score(
        string metric, double value, string? useCase = null, int? n = null, int? trials = null, int? successes = null, double? sd = null,
        double? low = null, double? high = null, double? level = null, int decimals = 2) => new()
        {
            At = new MeasuredAt(useCase, null),
            Metric = metric,
            Method = "programs",
            Value = value,
            Decimals = decimals,
            Count = n,
            Trials = trials,
            Successes = successes,
            StandardDeviation = sd,
            Low = low,
            High = high,
            Level = level,
            Source = Origin,
            Place = new SourcePlace("scores.csv", 2, 1),
        };

    /// <summary>The people and the programs of other worlds, but with the judges <c>one</c>, the default, and <c>two</c> shown apart.</summary>
    public static ImmutableArray<Method> MethodsWithJudges()
    {
        Method View(string id, string judge, bool isDefault, params string[] raters) => new(id, $"Programs, {judge}", JudgedBy.Programs, "")
        {
            View = new JudgeView
            {
                Method = "programs",
                MethodName = "Programs",
                JudgeName = judge,
                Raters = raters.ToFrozenSet(StringComparer.Ordinal),
                IsDefault = isDefault,
            },
        };
        return
        [
            new("people", "People", JudgedBy.People, ""),
            View("programs", "One", true, "one"),
            View("programs-two", "Two", false, "two"),
            View("programs-all", "mean of 2 judges", false, "one", "two"),
        ];
    }

    /// <summary>A rated metric that the methods with judges may fill.</summary>
    public static Metric RatedByJudges(string id) => Rated(id) with { Methods = ["people", "programs", "programs-two", "programs-all"] };

    /// <summary>Ratings from rows of use case, item, rater and one value a metric (null = not rated).</summary>
    public static RatingTable Ratings(string[] metrics, IEnumerable<(string UseCase, string Item, string Rater, int?[] Values)> rows)
    {
        var all = rows.ToArray();
        string[] useCases = [.. all.Select(row => row.UseCase).Distinct()];
        string[] items = [.. all.Select(row => row.Item).Distinct()];
        string[] raters = [.. all.Select(row => row.Rater).Distinct()];
        return new RatingTable
        {
            UseCases = [.. useCases],
            Items = [.. items],
            Raters = [.. raters],
            Metrics = [.. metrics],
            UseCase = [.. all.Select(row => Array.IndexOf(useCases, row.UseCase))],
            Item = [.. all.Select(row => Array.IndexOf(items, row.Item))],
            Rater = [.. all.Select(row => Array.IndexOf(raters, row.Rater))],
            Values = [.. metrics.Select((_, m) => all.Select(row => (short?)row.Values[m] ?? RatingTable.Missing).ToImmutableArray())],
            Place = new SourcePlace("ratings.csv"),
        };
    }

    private Catalogue ToCatalogue()
    {
        var models = _submissions.Select(submission => submission.Model).Distinct().Select(id => new ModelCard
        {
            Id = id,
            Name = id,
            Provider = ProviderOf(id),
            Openness = Openness.Unknown,
            Licence = "",
            Aliases = [],
            Notes = "",
            Invented = true,
        }).ToArray();
        var release = new Release
        {
            Id = "r",
            Date = new DateOnly(2026, 6, 1),
            Status = ReleaseStatus.Frozen,
            Changes = "",
            KnownLimits = [],
            UseCases = [.. UseCases.Select(useCase => useCase.Id)],
            RankBy = RankBy,
            Submissions = [.. _submissions],
        };
        var benchmark = new Benchmark
        {
            Id = "bench",
            Name = "Bench",
            ShortName = "Bench",
            Question = "?",
            Summary = "",
            Invented = true,
            ConfidenceLevel = 0.95,
            Holm = Holm,
            RankBy = RankBy,
            CallNoun = "call",
            Methods = Methods,
            Unranked = Unranked,
            ReferenceModels = ReferenceModels,
            Profiles = Profiles,
            Dimensions = Dimensions,
            UseCaseWeights = Weights,
            UseCases = UseCases,
            Releases = [release],
        };
        return new Catalogue
        {
            Site = new("T", "D", new Uri("https://example.org/x/"), "https://example.org/repo", ["bench"], "bench"),
            Models = models.ToImmutableSortedDictionary(model => model.Id, model => model, StringComparer.Ordinal),
            Providers = models.Select(model => model.Provider).Distinct().ToImmutableSortedDictionary(
                id => id, id => new Provider(id, id.ToUpperInvariant(), null, Invented: true), StringComparer.Ordinal),
            Prices = [.. _prices],
            Benchmarks = [benchmark],
        };
    }
}
