using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>A submission while files are read; several files may add to it.</summary>
internal sealed class SubmissionDraft(ImportJob job, ImportTarget target, string model, string variant, SourcePlace place)
{
    // Several only of different runs: their samples may make one figure of them.
    private readonly Dictionary<(MeasuredAt At, string Metric, string Method), List<DraftScore>> _scores = [];
    private readonly DraftRatings _ratings = new(job.Diagnostics);
    private readonly List<CallRow> _calls = [];
    private readonly List<CostRow> _costs = [];
    private readonly List<SourceEntry> _sources = [];
    private readonly List<string> _issues = [];
    private readonly SortedDictionary<string, string> _settings = new(StringComparer.Ordinal);
    private string _submittedBy = "";
    private string _submittedOn = "";
    private string _evaluatedOn = "";

    /// <summary>Where its first file begins.</summary>
    public SourcePlace Place => place;

    /// <summary>Identifier of the model.</summary>
    public string Model => model;

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => _scores.Count == 0 && _ratings.IsEmpty && _calls.Count == 0 && _costs.Count == 0;

    /// <summary>Whether a source is known.</summary>
    public bool HasSources => _sources.Count > 0;

    /// <summary>Who ran it and when, as far as a file says it, with dates as our files write them; of two dates the later stands.</summary>
    public void Describe(string submittedBy, string submittedOn, string evaluatedOn)
    {
        _submittedBy = _submittedBy.Length > 0 ? _submittedBy : ForeignText.Line(submittedBy);
        _submittedOn = string.CompareOrdinal(submittedOn, _submittedOn) > 0 ? submittedOn : _submittedOn;
        _evaluatedOn = string.CompareOrdinal(evaluatedOn, _evaluatedOn) > 0 ? evaluatedOn : _evaluatedOn;
    }

    /// <summary>A condition of the run; files that say different things are both heard.</summary>
    public void Set(string name, string? value)
    {
        // What files say beyond a text's length or a list's is of no use to a reader, and would be compared with all that came before.
        var line = ForeignText.Known(value);
        var key = ForeignText.Name(name, ValueForm.MostOfName);
        if (line.Length > 0
            && (_settings.TryGetValue(key, out var said) ? said.Length < ValueForm.MostOfText && !said.Split("; ").Contains(line) : _settings.Count < SubmissionForms.Some))
        {
            _settings[key] = ForeignText.Cut(said is null ? line : $"{said}; {line}", ValueForm.MostOfText);
        }
    }

    /// <summary>A known issue, once.</summary>
    public void AddIssue(string issue)
    {
        var line = ForeignText.Cut(issue, ValueForm.MostOfText);
        if (_issues.Count < SubmissionForms.Some && !_issues.Contains(line))
        {
            _issues.Add(line);
        }
    }

    /// <summary>Adds a source and gives its identifier, which differs from the one asked for where another source has that.</summary>
    public string AddSource(SourceEntry source)
    {
        for (var number = 1; ; number++)
        {
            var entry = number == 1 ? source : source with { Id = FormattableString.Invariant($"{source.Id}-{number}") };
            if (_sources.Find(known => known.Id == entry.Id) is not { } known)
            {
                _sources.Add(entry);
                return entry.Id;
            }

            if (known == entry)
            {
                return entry.Id;
            }
        }
    }

    /// <summary>Adds an aggregate; one that the metric cannot have, or has already, is reported.</summary>
    public void Add(DraftScore score)
    {
        var at = score.Figure.Value.Place;
        if ((score.Figure.Objection(score.Metric) ?? score.Objection()) is { } objection)
        {
            job.Diagnostics.Report(objection);
            return;
        }

        if ((score.Method ?? MethodOf(score.Metric, JudgedBy.Programs)) is not { } method)
        {
            job.Leave(at, score.Metric.Id, score.Figure.Value.Value.ToString(CultureInfo.InvariantCulture), NoMethod(score.Metric));
            return;
        }

        // There n and trials are tasks and the trials of each, which no tool's number of samples says.
        if (score.Metric.PassPower is not null && (score.Count is null || score.Trials is null))
        {
            score = score with { Count = null, Successes = null, Trials = null };
        }

        var key = (score.At, score.Metric.Id, method);
        if (!_scores.TryGetValue(key, out var known))
        {
            _scores.Add(key, known = []);
        }

        if (known.Find(other => other.Run == score.Run) is { } first)
        {
            ReportSame(score with { Method = method }, first);
        }
        else
        {
            known.Add(score with { Method = method });
        }
    }

    /// <summary>Adds a rated sample.</summary>
    public void Add(Metric metric, string useCase, DraftSample sample)
    {
        if (MethodOf(metric, sample.Rater.By) is not { } method)
        {
            job.Leave(sample.Place, metric.Id, DecimalText.Of(sample.Value), NoMethod(metric));
            return;
        }

        _ratings.Add(useCase, metric, method, sample);
    }

    /// <summary>Adds a rated sample of a known method.</summary>
    public void Add(Metric metric, string useCase, string method, DraftSample sample) => _ratings.Add(useCase, metric, method, sample);

    /// <summary>Adds a timed call.</summary>
    public void Add(CallRow call) => _calls.Add(call);

    /// <summary>Adds a cost; one that two files say alike is one.</summary>
    public void Add(CostRow cost)
    {
        if (!_costs.Contains(cost))
        {
            _costs.Add(cost);
        }
    }

    /// <summary>The submission, or null after a report of why there is none.</summary>
    public SubmissionFolder? Build()
    {
        CompareSamples();
        Aggregate();
        ReportSeveral();
        if (IsEmpty)
        {
            // Whatever else was reported is the reason.
            if (!job.Diagnostics.HasErrors)
            {
                job.Diagnostics.Report(ImportProblems.NothingMapped(place, target.Benchmark.Id));
            }

            return null;
        }

        var submittedBy = job.Options.SubmittedBy ?? _submittedBy;
        if (submittedBy.Length == 0)
        {
            job.Diagnostics.Report(ImportProblems.SubmitterMissing(place));
            return null;
        }

        var method = MainMethod();
        var rows = _ratings.Rows(out var metrics);
        return new SubmissionFolder
        {
            Benchmark = target.Benchmark.Id,
            Release = target.Release.Id,
            Id = Slug.Of(variant.Length == 0 ? model : $"{model}-{variant}"),
            Model = model,
            Variant = ForeignText.Line(variant),
            SubmittedBy = submittedBy,
            SubmittedOn = _submittedOn,
            EvaluatedOn = _evaluatedOn,
            Method = method,
            Judges = [.. _ratings.Judges.Select(judge => new JudgeEntry(judge.Rater.Name, judge.Method, JudgeModel(judge.Rater)))],
            Settings = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _settings),
            Sources = [.. _sources],
            KnownIssues = [.. _issues],
            Scores = [.. _scores.Values.Select(figures => Row(figures[0], method))],
            Costs = [.. _costs],
            Calls = [.. _calls],
            RatedMetrics = metrics,
            Ratings = rows,
        };
    }

    // A judge that is not among our models stays without one: the field may be left out, and the rater keeps its name.
    private string JudgeModel(DraftRater rater) => rater.Model is { } name ? job.Models.Find(name) ?? "" : "";

    private string? MethodOf(Metric metric, JudgedBy by) =>
        job.Options.Method is { } method && metric.Methods.Contains(method)
            ? method
            : metric.Methods.FirstOrDefault(id => target.Benchmark.Methods.Any(known => known.Id == id && known.JudgedBy == by));

    private static string NoMethod(Metric metric) =>
        $"The metric '{metric.Id}' has no method that fits who judged here; its methods are {string.Join(", ", metric.Methods)}.";

    // The tool's own figure wins, unless the samples say it and more.
    private void CompareSamples()
    {
        foreach (var (useCase, metric, method, samples) in _ratings.Groups)
        {
            var key = (new MeasuredAt(useCase, null), metric.Id, method);
            var figures = _scores.GetValueOrDefault(key) ?? [];
            var objection = figures.Select(own => Objection(own, figures.Count == 1, samples)).FirstOrDefault(reason => reason is not null);
            if (objection is not null)
            {
                job.Leave(samples[0].Place, metric.Id, FormattableString.Invariant($"{samples.Count} samples"), objection);
                _ratings.Replace(useCase, metric, method, []);
                continue;
            }

            foreach (var own in figures)
            {
                const string reason = "The samples of the same run say it and more; the aggregate is computed from them.";
                job.Leave(own.Figure.Value.Place, metric.Id, DecimalText.Of(own.Figure.Value.Value), reason);
            }

            _scores.Remove(key);
            var reducer = figures.Count == 0 ? Reducer.Mean : Reducer.Named(figures[0].Reducer)!;
            _ratings.Replace(useCase, metric, method, Tries.ToItems(samples, reducer));
        }
    }

    private static string? Objection(DraftScore own, bool isAlone, List<DraftSample> samples)
    {
        var ofRun = isAlone ? samples : samples.FindAll(sample => sample.Run == own.Run);
        return ofRun.Count == 0 ? "Another run has a figure and no samples." : OwnFigure.Objection(own, ofRun);
    }

    // Samples of a metric that is not rated one by one become its aggregate: over items, each with the mean of its raters.
    private void Aggregate()
    {
        foreach (var (useCase, metric, method, samples) in _ratings.TakeUnrated())
        {
            var values = Tries.PerItem(samples);
            var isFlag = metric.Unit == Unit.Percent && values.All(value => value is 0 or 1);
            var mean = ForeignFigure.ShareOf(metric, new Located<decimal>(DecimalText.Mean(values), samples[0].Place));
            Add(new DraftScore(metric, new MeasuredAt(useCase, null), mean)
            {
                Method = method,
                Count = isFlag ? null : values.Length,
                // Items that are all alike show no spread, which is not to say that there is none.
                StandardDeviation = isFlag ? null : DecimalText.StandardDeviation(values) is { } deviation and > 0 ? deviation : null,
                Successes = isFlag ? values.Count(value => value == 1) : null,
                Trials = isFlag ? values.Length : null,
            });
        }
    }

    // Of several runs nothing but their samples could make one figure.
    private void ReportSeveral()
    {
        foreach (var figures in _scores.Values)
        {
            foreach (var later in figures.Skip(1))
            {
                ReportSame(later, figures[0]);
            }
        }
    }

    private void ReportSame(DraftScore score, DraftScore first)
    {
        var what = $"{score.Metric.Id}, {score.At.UseCase ?? score.At.Profile ?? "the model as a whole"}, by the method {score.Method}";
        job.Diagnostics.Report(ImportProblems.SameFigure(score.Figure.Value.Place, what, first.Figure.Value.Place));
    }

    private string MainMethod()
    {
        // People's ratings name no method of their own: the submission's is theirs.
        var methods = _ratings.MethodsOfPeople.ToList() is { Count: > 0 } people
            ? people
            : [.. _scores.Keys.Select(key => key.Method), .. _ratings.Judges.Select(judge => judge.Method)];
        return methods.CountBy(method => method)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => count.Key)
            .FirstOrDefault() ?? ProgramsMethod();
    }

    // Calls and money have no method of their own.
    private string ProgramsMethod() =>
        (target.Benchmark.Methods.FirstOrDefault(method => method.JudgedBy == JudgedBy.Programs) ?? target.Benchmark.Methods[0]).Id;

    private static ScoreRow Row(DraftScore score, string mainMethod)
    {
        return new ScoreRow(score.Metric.Id, DecimalText.Of(score.Figure.In(score.Metric)))
        {
            UseCase = score.At.UseCase ?? "",
            Profile = score.At.Profile ?? "",
            Method = score.Method == mainMethod ? "" : score.Method ?? "",
            N = Whole(score.Count),
            Items = Whole(score.Items),
            Raters = Whole(score.Raters),
            Sd = InUnit(score.StandardDeviation),
            Low = InUnit(score.Low),
            High = InUnit(score.High),
            Level = score.Level is { } level ? DecimalText.Of(level) : "",
            Successes = Whole(score.Successes),
            Trials = Whole(score.Trials),
            Sample = score.Sample,
            Source = score.Source,
        };

        string InUnit(decimal? number) => number is { } value ? DecimalText.Of(score.Figure.Convert(value, score.Metric)) : "";

        static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
    }
}

/// <summary>A question that an import leaves open: who judged the figures of some metrics.</summary>
/// <param name="Metrics">Identifiers of the metrics.</param>
/// <param name="Methods">The methods to choose from, at least two.</param>
public sealed record OpenMethods(ImmutableArray<string> Metrics, ImmutableArray<Method> Methods);

/// <summary>Rows of <c>latencies.csv</c> and <c>costs.csv</c> out of other tools' numbers.</summary>
internal static class DraftCalls
{
    private static readonly string[] s_timeouts = ["timed out", "timeout"];

    /// <summary>A call that ended well.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="item">Name of the item; at most 80 characters.</param>
    /// <param name="seconds">Seconds to the full response, 0 or more.</param>
    /// <param name="inputTokens">Tokens sent, or null.</param>
    /// <param name="outputTokens">Tokens received, or null.</param>
    public static CallRow Ok(string useCase, string item, decimal seconds, decimal? inputTokens, decimal? outputTokens) =>
        new("", item, DecimalText.Of(seconds), "ok", Tokens(inputTokens), Tokens(outputTokens)) { UseCase = useCase };

    /// <summary>A call that failed.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="item">Name of the item; at most 80 characters.</param>
    /// <param name="error">What the tool says of the failure.</param>
    public static CallRow Failed(string useCase, string item, string error)
    {
        var isTimeout = s_timeouts.Any(word => error.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new CallRow("", item, "", isTimeout ? "timeout" : "error", "", "") { UseCase = useCase };
    }

    private static string Tokens(decimal? number) =>
        number is { } tokens && decimal.IsInteger(tokens) && tokens is >= 0 and <= int.MaxValue
            ? ((int)tokens).ToString(CultureInfo.InvariantCulture)
            : "";
}

/// <summary>Several tries at an item are one item: they tell more about it, and nothing about other items.</summary>
internal static class Tries
{
    /// <summary>One sample an item and rater: the tries of each run reduced as the tool does it, and the mean over runs.</summary>
    /// <param name="samples">The samples of one metric.</param>
    /// <param name="reducer">How the tool makes one value of several tries.</param>
    public static ImmutableArray<DraftSample> ToItems(IEnumerable<DraftSample> samples, Reducer reducer) =>
    [
        .. from sample in samples
           group sample by (sample.Item, sample.Rater.Name) into tries
           let values = tries.GroupBy(sample => sample.Run).Select(run => reducer.Of(InOrder(run))).OfType<decimal>().ToList()
           where values.Count > 0
           select tries.First() with { Value = DecimalText.Mean(values), Run = "", Try = "" },
    ];

    /// <summary>One value an item: the mean over its raters.</summary>
    public static ImmutableArray<decimal> PerItem(IEnumerable<DraftSample> items) =>
        [.. items.GroupBy(sample => sample.Item).Select(raters => DecimalText.Mean([.. raters.Select(sample => sample.Value)]))];

    // The tenth try comes after the second, also where their names are texts.
    private static List<decimal> InOrder(IEnumerable<DraftSample> run) =>
        [.. run.OrderBy(sample => sample.Try.Length).ThenBy(sample => sample.Try, StringComparer.Ordinal).Select(sample => sample.Value)];
}
