using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Entries;

/// <summary>The rows of a new submission's tables: blanks wherever other submissions have figures.</summary>
internal sealed class SubmissionBlanks(NewSubmission submission)
{
    /// <summary>Identifier of the one source a new submission has.</summary>
    public const string SourceId = "report";

    private readonly Benchmark _benchmark = submission.Benchmark;
    private readonly ImmutableArray<string> _useCases =
        [.. submission.Benchmark.UseCases.Select(useCase => useCase.Id).Where(submission.Release.UseCases.Contains)];

    /// <summary>The metrics that are measured: parts in place of those that are means of parts.</summary>
    public static IEnumerable<Metric> Leaves(Benchmark benchmark) =>
        benchmark.Dimensions.SelectMany(dimension => dimension.Metrics)
            .SelectMany(metric => metric.Parts.IsEmpty ? [metric] : metric.Parts.AsEnumerable());

    /// <summary>The unit of a metric in words.</summary>
    public static string UnitOf(Metric metric) => metric.Unit switch
    {
        Unit.Grade => "grade",
        Unit.Percent => "percent from 0 to 100",
        Unit.Seconds => "seconds",
        Unit.Number => metric.UnitName,
        Unit.Minutes => "minutes",
        Unit.Share => "share from 0 to 1",
        Unit.Count => metric.UnitName.Length > 0 ? $"number of {metric.UnitName}" : "count",
        _ => "US dollars per call",
    };

    /// <summary>The raters that are models, where the method says that programs judge.</summary>
    public ImmutableArray<JudgeEntry> Judges() =>
        Has("ratings") && _benchmark.Methods.Any(method => method.Id == submission.Method && method.JudgedBy == JudgedBy.Programs)
            ? [new JudgeEntry(Blank.For("name of the judging model in ratings.csv"), submission.Method, "")]
            : [];

    /// <summary>The metrics with a column in <c>ratings.csv</c>.</summary>
    public ImmutableArray<string> RatedMetrics() => Has("ratings") ? [.. Leaves(_benchmark).Where(IsRated).Select(metric => metric.Id)] : [];

    /// <summary>One row a use case.</summary>
    public ImmutableArray<RatingRow> Ratings() => RatedMetrics() is { IsEmpty: false } metrics
        ? [.. _useCases.Select(useCase => new RatingRow(useCase, Blank.Mark, Blank.Mark, [.. metrics.Select(_ => Blank.Mark)]))]
        : [];

    /// <summary>One row a profile, or a use case where there are no profiles.</summary>
    public ImmutableArray<CallRow> Calls() => Has("latencies")
        ? [.. Places().Select(at => new CallRow(at.Profile ?? "", "", Blank.Mark, "ok", "", "") { UseCase = at.UseCase ?? "" })]
        : [];

    /// <summary>One row a profile, or a use case where there are no profiles.</summary>
    public ImmutableArray<CostRow> Costs() => Has("costs")
        ?
        [
            .. Places().Select(at => new CostRow(Blank.Mark, "1")
            {
                UseCase = at.UseCase ?? "",
                Profile = at.Profile ?? "",
                Source = SourceId,
            }),
        ]
        : [];

    /// <summary>One row for every metric that no other table gives, wherever it is measured.</summary>
    public ImmutableArray<ScoreRow> Scores() => Has("scores")
        ?
        [
            .. from metric in Leaves(_benchmark)
               where !IsInOtherTable(metric)
               from at in PlacesOf(metric)
               select new ScoreRow(metric.Id, Blank.Mark)
               {
                   UseCase = at.UseCase ?? "",
                   Profile = at.Profile ?? "",
                   Method = metric.Methods.Contains(submission.Method) ? "" : metric.Methods[0],
                   Source = SourceId,
               },
        ]
        : [];

    private bool Has(string table) => submission.Tables.Contains(table);

    // Ratings have the submission's method; a metric that this method may not fill gets its figures from another table.
    private bool IsRated(Metric metric) => metric.Scale is not null && metric.Methods.Contains(submission.Method);

    private bool IsInOtherTable(Metric metric) =>
        (Has("ratings") && IsRated(metric))
        || (Has("latencies") && metric.Unit == Unit.Seconds)
        || (Has("costs") && metric.Unit == Unit.Usd);

    // As in the newest submissions. A metric that nobody has measured yet is measured by use case, time and money by profile.
    private IEnumerable<MeasuredAt> PlacesOf(Metric metric)
    {
        var places = _benchmark.Releases
            .Select(release => release.Submissions.SelectMany(other => other.Scores).Where(score => score.Metric == metric.Id).Select(score => score.At).ToList())
            .FirstOrDefault(places => places.Count > 0);
        return places switch
        {
            null => metric.Unit is Unit.Seconds or Unit.Usd ? Places() : ByUseCase(),
            _ when places.Exists(at => at.UseCase is not null) => ByUseCase(),
            _ when places.Exists(at => at.Profile is not null) => ByProfile(),
            _ => [MeasuredAt.Whole],
        };
    }

    private IEnumerable<MeasuredAt> Places() => _benchmark.Profiles.IsEmpty ? ByUseCase() : ByProfile();

    private IEnumerable<MeasuredAt> ByUseCase() => _useCases.Select(useCase => new MeasuredAt(useCase, null));

    private IEnumerable<MeasuredAt> ByProfile() => _benchmark.Profiles.Select(profile => new MeasuredAt(null, profile.Id));
}
