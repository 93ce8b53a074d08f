using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What page builders look up: everything scored, by model and by provider.</summary>
internal sealed class SiteIndex
{
    private readonly Dictionary<string, ImmutableArray<Entry>> _byModel;
    private readonly ILookup<string, ModelCard> _byProvider;
    private readonly ILookup<string, TokenPrice> _prices;
    private readonly Dictionary<Release, ScoredRelease> _releases;
    private readonly FrozenSet<string> _texts;
    private readonly ImmutableArray<string> _drafts;
    private readonly ImmutableArray<string> _inventedBesideReal;
    private readonly ConcurrentDictionary<Leaderboard, BoardIndex> _boards = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks through what was scored; <paramref name="texts"/> names the prose there is.</summary>
    public SiteIndex(ScoredCatalogue scored, IEnumerable<string> texts)
    {
        _texts = texts.ToFrozenSet(StringComparer.Ordinal);
        Scored = scored;
        Featured = scored.Benchmarks.FirstOrDefault(benchmark => benchmark.Benchmark.Id == Site.Featured)
            ?? scored.Benchmarks.FirstOrDefault();
        _byModel = AllEntries(scored)
            .GroupBy(entry => entry.Row.Model.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Models =
        [
            .. scored.Catalogue.Models.Values
                .OrderBy(model => model.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(model => model.Id, StringComparer.Ordinal),
        ];
        Providers =
        [
            .. scored.Catalogue.Providers.Values
                .OrderBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(provider => provider.Id, StringComparer.Ordinal),
        ];
        _byProvider = Models.ToLookup(model => model.Provider, StringComparer.Ordinal);
        _prices = scored.Catalogue.Prices.ToLookup(price => price.Model, StringComparer.Ordinal);
        _releases = new Dictionary<Release, ScoredRelease>(ReferenceEqualityComparer.Instance);
        foreach (var release in scored.Benchmarks.SelectMany(benchmark => benchmark.Releases))
        {
            _releases.Add(release.Release, release);
        }

        _drafts =
        [
            .. from benchmark in scored.Catalogue.Benchmarks
               from release in benchmark.Releases
               where release.Status == ReleaseStatus.Draft
               select Addresses.Release(benchmark, release),
        ];
        _inventedBesideReal = [.. scored.Catalogue.Benchmarks.All(benchmark => benchmark.Invented) ? [] : InventedPages(scored.Catalogue)];
    }

    public ScoredCatalogue Scored { get; }

    public SiteSettings Site => Scored.Catalogue.Site;

    /// <summary>What use cases are called where several benchmarks stand together.</summary>
    public Noun UseCaseNoun =>
        Scored.Catalogue.Benchmarks.Select(benchmark => benchmark.UseCaseNoun).Distinct().ToArray() is [var same] ? same : Noun.Task;

    /// <summary>The benchmark of the home page; null on a site without benchmarks.</summary>
    public ScoredBenchmark? Featured { get; }

    /// <summary>All models by name.</summary>
    public ImmutableArray<ModelCard> Models { get; }

    /// <summary>All providers by name.</summary>
    public ImmutableArray<Provider> Providers { get; }

    /// <summary>Every row of a model: by benchmark in the site's order, the release in front first, drafts last, then by method and place.</summary>
    public ImmutableArray<Entry> EntriesOf(ModelCard model) => _byModel.GetValueOrDefault(model.Id, []);

    /// <summary>
    /// The rows of a model in the first release of each benchmark that has it: that in front, else the newest frozen one, else the newest
    /// draft. A model that left a board is shown where it last stood.
    /// </summary>
    public ImmutableArray<Entry> ShownOf(ModelCard model) =>
    [
        .. EntriesOf(model)
            .GroupBy(entry => entry.Benchmark)
            .SelectMany(group => group.Where(entry => ReferenceEquals(entry.Release, group.First().Release))),
    ];

    /// <summary>The rows of a model in drafts behind the release that it is shown in, by release.</summary>
    public IEnumerable<IGrouping<ScoredRelease, Entry>> DraftsOf(ModelCard model) => EntriesOf(model)
        .GroupBy(entry => entry.Benchmark)
        .SelectMany(group => group.Where(entry => entry.IsInDraftBehind && !ReferenceEquals(entry.Release, group.First().Release)))
        .GroupBy(entry => entry.Release);

    /// <summary>Whether an address belongs to a draft or to results invented beside others alone, so that search engines shall not keep it.</summary>
    public bool IsKeptOut(string path) =>
        IsOfDraft(path) || _inventedBesideReal.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether an address belongs to a draft.</summary>
    public bool IsOfDraft(string path) => _drafts.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether somebody wrote the prose that a page is made of; without it there is no such page to link to.</summary>
    public bool HasText(string name) => _texts.Contains(name);

    /// <summary>The models of a provider, by name.</summary>
    public IEnumerable<ModelCard> ModelsOf(Provider provider) => _byProvider[provider.Id];

    /// <summary>The list prices of a model, in the order of their file.</summary>
    public IEnumerable<TokenPrice> PricesOf(ModelCard model) => _prices[model.Id];

    /// <summary>Agreement of the raters behind a board, or null where there are no single ratings.</summary>
    public AgreementReport? AgreementOf(Leaderboard board) => _releases.GetValueOrDefault(board.Release)?.Agreement;

    /// <summary>What there is to look up of one board.</summary>
    public BoardIndex Of(Leaderboard board) => _boards.GetOrAdd(board, one => new BoardIndex(one, AgreementOf(one)) { Repriced = new(() => Repricing.Of(Scored.Catalogue, one)) });

    /// <summary>The address of a file and line in the repository.</summary>
    public string InRepository(SourcePlace place) => Addresses.InRepository(Site, place);

    // A site that holds nothing else is a trial as a whole; beside results, what is invented must not be found in their place.
    private IEnumerable<string> InventedPages(Catalogue catalogue) =>
    [
        .. catalogue.Benchmarks.Where(benchmark => benchmark.Invented).Select(Addresses.Benchmark),
        .. Models.Where(model => model.Invented).Select(model => Addresses.Model(model.Id)),
        .. Providers.Where(provider => provider.Invented).Select(provider => Addresses.Provider(provider.Id)),
    ];

    private static IEnumerable<Entry> AllEntries(ScoredCatalogue scored) =>
        from benchmark in scored.Benchmarks
        from release in benchmark.ByStanding
        from board in release.Boards
        from row in board.Rows.Concat(board.References).Select((row, place) => (Row: row, Place: place))
        select new Entry(benchmark, release, board, row.Row, row.Place);
}

/// <summary>What page builders look up of one board, computed once for the pages of all its rows and models.</summary>
internal sealed class BoardIndex
{
    private readonly ConcurrentDictionary<(string Dimension, string Metric), ProfileField> _metrics = new();
    private readonly ConcurrentDictionary<int, ProfileField> _useCases = new();
    private readonly Lazy<ImmutableArray<RankedRow>> _ranked;
    private readonly Lazy<ImmutableArray<SourceUse>> _sources;
    private readonly Lazy<ImmutableArray<string>> _notes;

    /// <summary>Prepares to look at a board; <paramref name="agreement"/> is that of its raters, or null.</summary>
    public BoardIndex(Leaderboard board, AgreementReport? agreement)
    {
        Board = board;
        _ranked = new(() => [.. board.Complete.Where(row => row.RankRange is not null).Select(Ranks)]);
        _sources = new(() => SourceList.Uses(board.Rows.Concat(board.References)));
        _notes = new(() => BoardNotes.Of(board, agreement));
    }

    /// <summary>The board.</summary>
    public Leaderboard Board { get; }

    /// <summary>The complete rows that have a rank range, best first.</summary>
    public ImmutableArray<RankedRow> Ranked => _ranked.Value;

    /// <summary>The sources of all rows, in order of first use.</summary>
    public ImmutableArray<SourceUse> Sources => _sources.Value;

    /// <summary>The notes on how to read the board.</summary>
    public ImmutableArray<string> Notes => _notes.Value;

    /// <summary>Its costs counted anew at the list prices last read.</summary>
    public Lazy<ImmutableArray<Repricing>> Repriced { get; init; } = new([]);

    /// <summary>The values of a metric over the complete rows, where they too cover every use case.</summary>
    public ProfileField OfMetric(Dimension dimension, Metric metric) => _metrics.GetOrAdd(
        (dimension.Id, metric.Id),
        _ => new ProfileField(Board.Complete
            .Select(row => row[dimension].Metrics.First(score => score.Metric.Id == metric.Id))
            .Where(score => score.Coverage.IsComplete && score.Estimate is { Belonging: Belonging.Row })
            .Select(score => score.Estimate?.Value)
            .OfType<double>()));

    /// <summary>The values of the ranking dimension in the board's use case at a position, over the complete rows.</summary>
    public ProfileField OfUseCase(int position) => _useCases.GetOrAdd(
        position,
        at => new ProfileField(Board.Complete.Select(row => row.RankedBy.UseCases[at].Estimate?.Value).OfType<double>()));

    private static RankedRow Ranks(LeaderboardRow row) => new(row, row.RankRange!.Best, row.RankRange.Worst, row.Rank!.Value);
}

/// <summary>A ranked row with its ranks at hand: long boards are walked along once for each of their rows.</summary>
/// <param name="Row">The row.</param>
/// <param name="Best">Best rank that its interval leaves open.</param>
/// <param name="Worst">Worst rank that its interval leaves open.</param>
/// <param name="Rank">Rank by value.</param>
internal readonly record struct RankedRow(LeaderboardRow Row, int Best, int Worst, int Rank);

/// <summary>One row with the board it stands on.</summary>
/// <param name="Benchmark">The benchmark with all its releases.</param>
/// <param name="Release">The release of the board.</param>
/// <param name="Board">The board over all use cases.</param>
/// <param name="Row">The row.</param>
/// <param name="Place">Its place in the order of display, from 0.</param>
internal sealed record Entry(ScoredBenchmark Benchmark, ScoredRelease Release, Leaderboard Board, LeaderboardRow Row, int Place)
{
    /// <summary>The address of the row on its board, whichever of the board's pages it stands on.</summary>
    public string Path =>
        $"{Addresses.BoardRows(Addresses.Board(Benchmark, Release, Board), BoardTable.PartOf(Board, Place))}#{BoardTable.RowId(Row)}";

    /// <summary>Whether the board belongs to the release in front of its benchmark.</summary>
    public bool IsInFront => ReferenceEquals(Benchmark.Front, Release);

    /// <summary>Whether nothing needs to be said of its release: it is in front, and frozen.</summary>
    public bool IsPlainlyInFront => IsInFront && Release.Release.Status == ReleaseStatus.Frozen;

    /// <summary>Whether its release is a draft behind the one in front.</summary>
    public bool IsInDraftBehind => Benchmark.IsDraftBehind(Release);
}
