using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>A benchmark: what is measured, how, and the releases of its results.</summary>
public sealed record Benchmark
{
    /// <summary>Identifier; also its folder and its address.</summary>
    public required string Id { get; init; }

    /// <summary>Former identifiers; their addresses lead on.</summary>
    public ImmutableArray<Alias> Aliases { get; init; } = [];

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Short name for switchers and tables.</summary>
    public required string ShortName { get; init; }

    /// <summary>The question its board answers; the heading of the board.</summary>
    public required string Question { get; init; }

    /// <summary>One sentence on what was measured.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether all its results are invented; said on every page and in every file.</summary>
    public required bool Invented { get; init; }

    /// <summary>Level of its intervals, between 0 and 1 exclusive, such as 0.95.</summary>
    public required double ConfidenceLevel { get; init; }

    /// <summary>Identifier of the dimension that orders its boards, unless a release says otherwise.</summary>
    public required string RankBy { get; init; }

    /// <summary>What one call is called, in the singular: "task", "query", "request".</summary>
    public required string CallNoun { get; init; }

    /// <summary>What the site calls whatever is measured.</summary>
    public Noun Subject { get; init; } = Noun.Model;

    /// <summary>What its use cases are called: "use case", "issue", "repository".</summary>
    public Noun UseCaseNoun { get; init; } = Noun.UseCase;

    /// <summary>The methods, default first. A method whose judges are shown one by one is followed by its other judges and their average.</summary>
    public required ImmutableArray<Method> Methods { get; init; }

    /// <summary>The methods that its file declares, default first.</summary>
    public IEnumerable<Method> DeclaredMethods => Methods.Where(method => method.IsDeclared);

    /// <summary>
    /// The reason why its rows are not ranked, such as answers under different settings; null where they are ranked. Without ranking, ranks are
    /// shown only to readers who ask for them.
    /// </summary>
    public string? Unranked { get; init; }

    /// <summary>Models that are a yardstick, such as texts by people: shown beside the ranking, not in it.</summary>
    public ImmutableArray<string> ReferenceModels { get; init; } = [];

    /// <summary>The profiles; may be empty.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>The dimensions, in the order of display.</summary>
    public required ImmutableArray<Dimension> Dimensions { get; init; }

    /// <summary>Weights of use cases in averages; a use case that is not named weighs 1. Empty: all weigh the same.</summary>
    public ImmutableSortedDictionary<string, double> UseCaseWeights { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>
    /// Whether the level of rank ranges holds for all comparisons of a board together (Holm's adjustment) instead of for each comparison.
    /// </summary>
    public bool Holm { get; init; }

    /// <summary>Weight of a use case in averages.</summary>
    public double WeightOf(UseCase useCase)
    {
        ArgumentNullException.ThrowIfNull(useCase);
        return UseCaseWeights.IsEmpty ? 1.0 : UseCaseWeights.GetValueOrDefault(useCase.Id, 1.0);
    }

    /// <summary>The use cases, in the order of display.</summary>
    public required ImmutableArray<UseCase> UseCases { get; init; }

    /// <summary>The releases, newest first.</summary>
    public required ImmutableArray<Release> Releases { get; init; }

    /// <summary>Identifier of the release that shall stand in front, or null where the rule of <see cref="Front"/> decides.</summary>
    public string? DefaultRelease { get; init; }

    /// <summary>
    /// The release that readers see first, or null where there is none yet: the named one, else the newest that is frozen, else the newest
    /// draft with results, else the newest draft. Results that may still change never stand in front of results that do not.
    /// </summary>
    public Release? Front =>
        Releases.FirstOrDefault(release => release.Id == DefaultRelease)
        ?? Releases.FirstOrDefault(release => release.Status == ReleaseStatus.Frozen)
        ?? Releases.FirstOrDefault(release => release.HasResults)
        ?? Releases.FirstOrDefault();

    /// <summary>How a release of this benchmark stands to the one in front.</summary>
    public ReleaseStanding StandingOf(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var front = Front;
        return ReferenceEquals(release, front) ? ReleaseStanding.Front
            : release.Status == ReleaseStatus.Draft ? ReleaseStanding.Draft
            : release.Date.CompareTo(front?.Date ?? release.Date) switch
            {
                > 0 => ReleaseStanding.Newer,
                0 => ReleaseStanding.SameDay,
                _ => ReleaseStanding.Older,
            };
    }

    /// <summary>Whether it has no use cases: everything is measured as a whole, which stands in the place of the only use case.</summary>
    public bool IsWhole => UseCases is [{ IsWhole: true }];

    /// <summary>All metrics of all dimensions, each before its parts.</summary>
    public IEnumerable<Metric> AllMetrics => Dimensions.SelectMany(dimension => dimension.AllMetrics);
}

/// <summary>A former identifier.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Place">Where the data name it.</param>
public sealed record Alias(string Id, SourcePlace Place);

/// <summary>Token counts that cost and speed refer to.</summary>
/// <param name="Id">Identifier, such as <c>short</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="InputTokens">Tokens of a typical prompt.</param>
/// <param name="OutputTokens">Tokens of a typical response.</param>
public sealed record Profile(string Id, string Name, int InputTokens, int OutputTokens);

/// <summary>A task that models are measured on.</summary>
public sealed record UseCase
{
    /// <summary>What stands in the place of the only use case in a benchmark that has none.</summary>
    public static UseCase Whole { get; } = new() { Id = "all", Name = "As a whole", Area = "", Type = "", IsWhole = true };

    /// <summary>Identifier, such as <c>call-summary</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Former identifiers; their addresses lead on.</summary>
    public ImmutableArray<Alias> Aliases { get; init; } = [];

    /// <summary>Whether it stands in the place of use cases in a benchmark that has none.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>Part of the business, such as Service; empty where the benchmark has none.</summary>
    public required string Area { get; init; }

    /// <summary>Kind of task, such as Summary; empty where the benchmark has none.</summary>
    public required string Type { get; init; }

    /// <summary>What it is done for, by which the home page groups the use cases of all benchmarks; empty for the benchmark's name.</summary>
    public string Group { get; init; } = "";

    /// <summary>Short name within the group; empty for <see cref="Name"/>.</summary>
    public string Task { get; init; } = "";

    /// <summary>Identifier of the profile its cost and speed refer to, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>How often a year the call is made in a typical deployment, or null where nobody states it.</summary>
    public long? CallsPerYear { get; init; }

    /// <summary>Tokens of a typical prompt, where they differ from the profile's.</summary>
    public int? InputTokens { get; init; }

    /// <summary>Tokens of a typical response, where they differ from the profile's.</summary>
    public int? OutputTokens { get; init; }
}
