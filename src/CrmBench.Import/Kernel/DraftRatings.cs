using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>The rated samples of a draft.</summary>
internal sealed class DraftRatings(DiagnosticBag diagnostics)
{
    private readonly Dictionary<(string UseCase, string Metric, string Method), List<DraftSample>> _samples = [];
    private readonly Dictionary<(string UseCase, string Metric, string Item, string Rater, string Run, string Try), SourcePlace> _places = [];
    private readonly Dictionary<string, Metric> _metrics = new(StringComparer.Ordinal);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _samples.Count == 0;

    /// <summary>The samples by use case, metric and method; they may be replaced while they are gone through.</summary>
    public ImmutableArray<(string UseCase, Metric Metric, string Method, List<DraftSample> Samples)> Groups =>
        [.. _samples.Select(group => (group.Key.UseCase, _metrics[group.Key.Metric], group.Key.Method, group.Value))];

    /// <summary>The raters that are programs or models, each once with its method, by name.</summary>
    public IEnumerable<(DraftRater Rater, string Method)> Judges => By(JudgedBy.Programs)
        .DistinctBy(judge => judge.Rater.Name)
        .OrderBy(judge => judge.Rater.Name, StringComparer.Ordinal);

    /// <summary>The methods of samples that people rated, one a sample.</summary>
    public IEnumerable<string> MethodsOfPeople => By(JudgedBy.People).Select(rating => rating.Method);

    /// <summary>Adds a sample; one that stands already is reported.</summary>
    public void Add(string useCase, Metric metric, string method, DraftSample sample)
    {
        if (sample.Item.Length == 0)
        {
            diagnostics.Report(Problems.ValueMissing(sample.Place, "item"));
            return;
        }

        var key = (useCase, metric.Id, sample.Item, sample.Rater.Name, sample.Run, sample.Try);
        if (!_places.TryAdd(key, sample.Place))
        {
            var first = _places[key];
            diagnostics.Report(ImportProblems.SameRating(sample.Place, sample.Item, sample.Rater.Name, first));
            return;
        }

        _metrics[metric.Id] = metric;
        if (!_samples.TryGetValue((useCase, metric.Id, method), out var group))
        {
            _samples.Add((useCase, metric.Id, method), group = []);
        }

        group.Add(sample);
    }

    /// <summary>Puts other samples in the place of a group's; none remove it.</summary>
    public void Replace(string useCase, Metric metric, string method, IEnumerable<DraftSample> samples)
    {
        var group = samples.ToList();
        if (group.Count == 0)
        {
            _samples.Remove((useCase, metric.Id, method));
        }
        else
        {
            _samples[(useCase, metric.Id, method)] = group;
        }
    }

    /// <summary>
    /// Removes and gives the groups that cannot stand in <c>ratings.csv</c>: their metric has no scale or is a mean of parts, or a
    /// value is no grade of it.
    /// </summary>
    public ImmutableArray<(string UseCase, Metric Metric, string Method, List<DraftSample> Samples)> TakeUnrated()
    {
        var unrated = _samples.Where(group => !CanBeRated(_metrics[group.Key.Metric], group.Value)).ToImmutableArray();
        foreach (var group in unrated)
        {
            _samples.Remove(group.Key);
        }

        return [.. unrated.Select(group => (group.Key.UseCase, _metrics[group.Key.Metric], group.Key.Method, group.Value))];
    }

    /// <summary>The rows of <c>ratings.csv</c> by use case, item and rater; every rated metric is a column.</summary>
    /// <param name="metrics">The metrics, by identifier.</param>
    public ImmutableArray<RatingRow> Rows(out ImmutableArray<string> metrics)
    {
        ImmutableArray<string> columns = [.. _samples.Keys.Select(key => key.Metric).Distinct().Order(StringComparer.Ordinal)];
        metrics = columns;
        return
        [
            .. _samples
                .SelectMany(group => group.Value.Select(sample => (group.Key.UseCase, group.Key.Metric, Sample: sample)))
                .GroupBy(entry => (entry.UseCase, entry.Sample.Item, Rater: entry.Sample.Rater.Name))
                .OrderBy(row => row.Key.UseCase, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Item, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Rater, StringComparer.Ordinal)
                .Select(row =>
                {
                    var values = row.ToDictionary(entry => entry.Metric, entry => DecimalText.Of(entry.Sample.Value), StringComparer.Ordinal);
                    return new RatingRow(
                        row.Key.UseCase, row.Key.Item, row.Key.Rater, [.. columns.Select(metric => values.GetValueOrDefault(metric, ""))]);
                }),
        ];
    }

    private IEnumerable<(DraftRater Rater, string Method)> By(JudgedBy by) =>
        _samples.SelectMany(group => group.Value.Where(sample => sample.Rater.By == by).Select(sample => (sample.Rater, group.Key.Method)));

    private static bool CanBeRated(Metric metric, List<DraftSample> samples) =>
        metric is { Scale: { } scale, Parts.IsEmpty: true }
        && samples.TrueForAll(sample => decimal.IsInteger(sample.Value) && sample.Value >= scale.Lowest && sample.Value <= scale.Highest);
}

/// <summary>Who or what rated a sample.</summary>
/// <param name="Name">Name; at most 80 characters.</param>
/// <param name="By">A person, or a program or model.</param>
/// <param name="Model">What the file calls the judging model, or null where there is none or it is not named.</param>
internal sealed record DraftRater(string Name, JudgedBy By, string? Model = null);

/// <summary>One rated sample on its way into <c>ratings.csv</c>, or into an aggregate where its metric is not rated.</summary>
/// <param name="Item">Name of the item; at most 80 characters.</param>
/// <param name="Rater">Who rated it.</param>
/// <param name="Value">The rating; a flag is 0 or 1.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DraftSample(string Item, DraftRater Rater, decimal Value, SourcePlace Place)
{
    /// <summary>Which run of the evaluation it comes from; empty where there can be only one.</summary>
    public string Run { get; init; } = "";

    /// <summary>Which try at the item it was within the run, such as an epoch; empty where there can be only one.</summary>
    public string Try { get; init; } = "";
}
