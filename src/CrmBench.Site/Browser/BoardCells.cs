using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Browser;

/// <summary>
/// Which figure fills which cell of a board, each figure once: several cells share a figure that was measured on a profile or on the
/// model as a whole.
/// </summary>
/// <remarks>
/// A layout has one number for each metric (those of all dimensions, each before its parts) and, within it, for each use case: 0 for no
/// figure, n for the row's n-th figure, -n for the metric in the row's n-th group of ratings. Many rows share a layout, and rows that do
/// have a value in the same cells: a band of cost without money is a figure without a value.
/// </remarks>
internal sealed class BoardCells
{
    private readonly List<ImmutableArray<int>> _layouts = [];
    private readonly Dictionary<string, int> _layoutNumbers = new(StringComparer.Ordinal);
    private readonly List<int> _layoutOfRow = [];
    private readonly List<Observation> _figures = [];
    private readonly List<(RatedGroup Group, HashSet<string> Metrics)> _groups = [];
    private readonly OrderedDictionary<string, int> _models = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, int> _providers = new(StringComparer.Ordinal);
    private readonly List<ModelCard> _modelList = [];
    private readonly List<Provider> _providerList = [];
    private readonly Dictionary<SamePlace, int> _samePlaces = [];
    private readonly ImmutableArray<Metric> _metrics;

    private BoardCells(ObservedRelease observed, Leaderboard board)
    {
        _metrics = [.. board.Benchmark.AllMetrics];
        foreach (var row in board.Rows)
        {
            AddModel(row);
            AddCells(observed, board, row);
        }

        var rated = _groups.SelectMany(group => group.Metrics).ToHashSet(StringComparer.Ordinal);
        RatedMetrics = [.. Enumerable.Range(0, _metrics.Length).Where(metric => rated.Contains(_metrics[metric].Id))];
        (Groups, ItemLists) = DescribeGroups();
    }

    /// <summary>The models, each once.</summary>
    public IReadOnlyList<ModelCard> Models => _modelList;

    /// <summary>The providers, each once.</summary>
    public IReadOnlyList<Provider> Providers => _providerList;

    /// <summary>The layouts.</summary>
    public IReadOnlyList<ImmutableArray<int>> Layouts => _layouts;

    /// <summary>Per row the position of its layout.</summary>
    public IReadOnlyList<int> LayoutOfRow => _layoutOfRow;

    /// <summary>The figures that rest on no ratings, row by row.</summary>
    public IReadOnlyList<Observation> Figures => _figures;

    /// <summary>Pairs of figures, by position, whose sources state the correlation of their errors.</summary>
    public ImmutableArray<(int First, int Second, double Correlation)> Correlations =>
    [
        .. from figure in Enumerable.Range(0, _figures.Count).Where(i => _figures[i].Correlations is not null)
           group figure by _figures[figure].Correlations into row
           from second in row
           from first in row
           where first < second
           let correlation = row.Key.Between(_figures[first], _figures[second])
           where correlation is not null
           select (first, second, correlation.Value),
    ];

    /// <summary>Positions of the metrics that are rated on this board.</summary>
    public ImmutableArray<int> RatedMetrics { get; }

    /// <summary>The groups of ratings, row by row.</summary>
    public ImmutableArray<BoardGroup> Groups { get; }

    /// <summary>The items of groups: first number and length of each run of neighbours.</summary>
    public ImmutableArray<ImmutableArray<int>> ItemLists { get; }

    /// <summary>Collects the cells of a board.</summary>
    public static BoardCells Of(ObservedRelease observed, Leaderboard board) => new(observed, board);

    /// <summary>Number of what a figure was measured on: figures of one number may rest on the same answers.</summary>
    public int PlaceOf(Observation figure) => NumberOf(SamePlace.Of(figure));

    /// <summary>Position of a row's model.</summary>
    public int ModelOf(LeaderboardRow row) => _models[row.Model.Id];

    /// <summary>Position of a model's provider.</summary>
    public int ProviderOf(ModelCard model) => _providers[model.Provider];

    private void AddModel(LeaderboardRow row)
    {
        if (_models.TryAdd(row.Model.Id, _models.Count))
        {
            _modelList.Add(row.Model);
        }

        if (_providers.TryAdd(row.Provider.Id, _providers.Count))
        {
            _providerList.Add(row.Provider);
        }
    }

    private void AddCells(ObservedRelease observed, Leaderboard board, LeaderboardRow row)
    {
        var figures = new Dictionary<Observation, int>(ReferenceEqualityComparer.Instance);
        var groups = new Dictionary<RatedGroup, int>(ReferenceEqualityComparer.Instance);
        var firstGroup = _groups.Count;
        var layout = ImmutableArray.CreateBuilder<int>(_metrics.Length * board.UseCases.Length);
        foreach (var metric in _metrics)
        {
            foreach (var useCase in board.UseCases)
            {
                layout.Add(observed.Find(row.Submission, metric, board.Method, useCase) switch
                {
                    null => 0,
                    { Group: { } group } => -NumberOfGroup(group, metric),
                    var figure => NumberOf(figure),
                });
            }
        }

        var withoutValue = figures.Where(figure => figure.Key.Estimate.Basis == Basis.BandOnly).Select(figure => figure.Value).Order();
        var key = $"{string.Join(',', layout)}/{string.Join(',', withoutValue)}";
        if (_layoutNumbers.TryAdd(key, _layouts.Count))
        {
            _layouts.Add(layout.MoveToImmutable());
        }

        _layoutOfRow.Add(_layoutNumbers[key]);

        int NumberOf(Observation figure)
        {
            if (figures.TryAdd(figure, figures.Count + 1))
            {
                _figures.Add(figure);
            }

            return figures[figure];
        }

        int NumberOfGroup(RatedGroup group, Metric metric)
        {
            if (groups.TryAdd(group, groups.Count + 1))
            {
                _groups.Add((group, new(StringComparer.Ordinal)));
            }

            _groups[firstGroup + groups[group] - 1].Metrics.Add(metric.Id);
            return groups[group];
        }
    }

    private (ImmutableArray<BoardGroup> Groups, ImmutableArray<ImmutableArray<int>> ItemLists) DescribeGroups()
    {
        var places = new Dictionary<(string UseCase, string Method), int>();
        var lists = new OrderedDictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        var groups = ImmutableArray.CreateBuilder<BoardGroup>(_groups.Count);
        foreach (var (group, metrics) in _groups)
        {
            places.TryAdd((group.UseCase, group.Method), places.Count);
            var runs = Runs(group.Items);
            var key = string.Join(',', runs);
            lists.TryAdd(key, runs);
            var used = RatedMetrics.Select(metric => metrics.Contains(_metrics[metric].Id) ? _metrics[metric] : null);
            groups.Add(new BoardGroup(
                places[(group.UseCase, group.Method)],
                NumberOf(SamePlace.Of(group)),
                lists.IndexOf(key),
                ItemMeans.Of(group, used)));
        }

        return (groups.MoveToImmutable(), [.. lists.Values]);
    }

    private int NumberOf(SamePlace place)
    {
        _samePlaces.TryAdd(place, _samePlaces.Count);
        return _samePlaces[place];
    }

    private static ImmutableArray<int> Runs(ImmutableArray<int> items)
    {
        var runs = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0 && items[i] == items[i - 1] + 1)
            {
                runs[^1]++;
            }
            else
            {
                runs.Add(items[i]);
                runs.Add(1);
            }
        }

        return runs.ToImmutable();
    }
}
