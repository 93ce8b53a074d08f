using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>Reads the rows of a mapped table.</summary>
internal sealed class MappedRows(ImportJob job, ImportTarget target, ForeignTable table, TableMapping mapping)
{
    private const string RowNumber = "{row}";

    private readonly TableWriting _writing = target.Mapping.Writing;
    private readonly Dictionary<(SubmissionDraft Draft, MeasuredAt At), (CostRow Cost, SourcePlace Place)> _costs = [];
    private readonly MappedNumbers _numbers = new(job, target.Mapping.Writing);

    /// <summary>A field by the table's own column, on one line; empty where the table lacks the column, or writes that nothing is known.</summary>
    public Located<string> Text(MappedRow row, string column)
    {
        var field = table.Field(row.Fields, table.Column(ForeignText.Line(column)));
        if (field.Value.Length == 0 || !_writing.Missing.Contains(field.Value))
        {
            return field;
        }

        job.Leave(field.Place, column, field.Value, "The mapping says that nothing is known here.");
        return field.With("");
    }

    /// <summary>A field by our column: the table's, or the constant, or empty.</summary>
    public Located<string> Field(MappedRow row, string column)
    {
        if (mapping.Columns.TryGetValue(column, out var theirs))
        {
            var parts = theirs.Parts.Select(part => Text(row, part.Value)).Where(part => part.Value.Length > 0).ToList();
            if (parts.Count > 0)
            {
                return parts[0].With(string.Join(theirs.Separator, parts.Select(part => part.Value)));
            }
        }

        var constant = mapping.Constants.GetValueOrDefault(column)?.Value ?? "";
        return new Located<string>(
            constant.Replace(RowNumber, row.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), row.Place);
    }

    /// <summary>Reads aggregates: one metric a row, or a column a metric.</summary>
    public void ReadScores(SubmissionDraft draft, MappedRow row, string source)
    {
        if (At(row) is not { } at)
        {
            return;
        }

        if (mapping.Metrics.IsEmpty)
        {
            if (MetricOf(row) is { } metric)
            {
                Add(draft, row, metric, at, Figures(row), source);
            }

            return;
        }

        foreach (var (id, figures) in mapping.Metrics)
        {
            if (target.Names.Metric(id) is { } metric)
            {
                Add(draft, row, metric, at, Figures(row, figures), source);
            }
        }
    }

    /// <summary>Reads judgments of one response: a column a metric, one metric a row, or columns of each rater.</summary>
    public void ReadRatings(SubmissionDraft draft, MappedRow row)
    {
        if (Somewhere(row) is not { UseCase: { } useCase })
        {
            return;
        }

        var item = ForeignText.Name(Field(row, "item").Value);
        if (item.Length == 0)
        {
            job.Leave(row.Place, "item", "(no item)", "The row names no item and is left out. 'constants' may name its number: \"item\": \"{row}\".");
            return;
        }

        var rater = Field(row, "rater").Value;
        foreach (var (name, id, column) in mapping.Raters)
        {
            if (target.Names.Metric(id) is { } metric)
            {
                AddRating(draft, row, metric, useCase, item, name, Text(row, column.Value), Field(row, "method"));
            }
        }

        foreach (var (id, figures) in mapping.Metrics)
        {
            if (target.Names.Metric(id) is { } metric)
            {
                AddRating(draft, row, metric, useCase, item, rater, Text(row, figures.Column.Value), figures.Method ?? Field(row, "method"));
            }
        }

        if (mapping.Raters.IsEmpty && mapping.Metrics.IsEmpty && MetricOf(row) is { } only)
        {
            AddRating(draft, row, only, useCase, item, rater, Field(row, "value"), Field(row, "method"));
        }
    }

    /// <summary>Reads one timed call.</summary>
    public void ReadCall(SubmissionDraft draft, MappedRow row)
    {
        if (Somewhere(row) is not { } at)
        {
            return;
        }

        var status = Field(row, "status") is { Value.Length: > 0 } said ? said.With(said.Value.ToLowerInvariant()) : new Located<string>("ok", row.Place);
        if (status.Value is not ("ok" or "error" or "timeout"))
        {
            job.Diagnostics.Report(Problems.NotOneOf(status, "status", ["ok", "error", "timeout"]));
            return;
        }

        var item = ForeignText.Name(Field(row, "item").Value);
        if (status.Value != "ok")
        {
            draft.Add(new CallRow(at.Profile ?? "", item, "", status.Value, "", "") { UseCase = at.UseCase ?? "" });
        }
        else if (Field(row, "seconds") is { Value.Length: 0 })
        {
            job.Leave(row.Place, "seconds", "(empty)", "The row says no time and is left out.");
        }
        else if (_numbers.Amount(Field(row, "seconds"), Unit.Seconds, Factor("seconds")) is { } seconds)
        {
            var call = DraftCalls.Ok("", item, seconds, _numbers.Count(Field(row, "input_tokens")), _numbers.Count(Field(row, "output_tokens")));
            draft.Add(call with { Profile = at.Profile ?? "", UseCase = at.UseCase ?? "" });
        }
    }

    /// <summary>Reads money.</summary>
    public void ReadCost(SubmissionDraft draft, MappedRow row, string source)
    {
        if (Somewhere(row) is not { } at)
        {
            return;
        }

        var (usd, band) = (_numbers.Amount(Field(row, "usd"), Unit.Usd, Factor("usd")), target.Band(job, Field(row, "band")));
        if (usd is null && band.Length == 0)
        {
            job.Leave(row.Place, "usd", "(empty)", "The row says no money and is left out.");
            return;
        }

        var per = Field(row, "per") is { Value.Length: > 0 } said ? _numbers.Count(said) : 1;
        var cost = new CostRow(usd is { } money ? DecimalText.Of(money) : "", (per ?? 1).ToString(CultureInfo.InvariantCulture))
        {
            UseCase = at.UseCase ?? "",
            Profile = at.Profile ?? "",
            Band = band,
            Source = source,
        };
        if (!_costs.TryAdd((draft, at), (cost, row.Place)) && _costs[(draft, at)] is var first && first.Cost != cost)
        {
            job.Diagnostics.Report(ImportProblems.SameFigure(row.Place, $"the cost of {at.UseCase ?? at.Profile}", first.Place));
            return;
        }

        draft.Add(cost);
    }

    // The fields of one metric's figures in a row.
    private sealed record FigureFields(Located<string> Value, Located<string> Method)
    {
        public required Located<string> N { get; init; }

        public required Located<string> Sd { get; init; }

        public Located<string>? Se { get; init; }

        public required Located<string> Low { get; init; }

        public required Located<string> High { get; init; }

        public bool? Share { get; init; }

        public decimal Factor { get; init; } = 1;
    }

    private FigureFields Figures(MappedRow row) => new(Field(row, "value"), Field(row, "method"))
    {
        N = Field(row, "n"),
        Sd = Field(row, "sd"),
        Low = Field(row, "low"),
        High = Field(row, "high"),
        Factor = Factor("value"),
    };

    // What a metric has no column of its own for, the row may say for all of them.
    private FigureFields Figures(MappedRow row, MappedFigures figures)
    {
        return new(Text(row, figures.Column.Value), figures.Method ?? Field(row, "method"))
        {
            N = Own(figures.N, "n"),
            Sd = Own(figures.Sd, "sd"),
            Se = figures.Se is { } error ? Text(row, error.Value) : null,
            Low = Own(figures.Low, "low"),
            High = Own(figures.High, "high"),
            Share = figures.Share,
            Factor = figures.Factor,
        };

        Located<string> Own(Located<string>? column, string ours) => column is null ? Field(row, ours) : Text(row, column.Value);
    }

    private void Add(SubmissionDraft draft, MappedRow row, Metric metric, MeasuredAt at, FigureFields fields, string source)
    {
        var share = fields.Share ?? mapping.SharesArePercent;
        if (InUnit(fields.Value) is not { } value || MethodOf(metric, fields.Method, fields.Value.Place) is not { } method)
        {
            return;
        }

        var n = _numbers.Count(fields.N);
        var error = fields.Se is { } given && InUnit(given) is { } stated and > 0 ? stated : (decimal?)null;
        var score = new DraftScore(metric, at, new ForeignFigure(fields.Value.With(value), ForeignUnit.Same))
        {
            Method = method,
            Count = n,
            Items = _numbers.Count(Field(row, "items")),
            Raters = _numbers.Count(Field(row, "raters")),
            Sample = ForeignText.Name(Field(row, "sample").Value),
            StandardDeviation = error is { } of && n is { } size ? DecimalText.DeviationOfError(of, size) : InUnit(fields.Sd),
            Low = InUnit(fields.Low),
            High = InUnit(fields.High),
            Level = _numbers.Plain(Field(row, "level")),
            Successes = _numbers.Count(Field(row, "successes")),
            Trials = _numbers.Count(Field(row, "trials")),
            Source = source,
        };
        // Of how many it is, is not known: what is left is an interval.
        draft.Add(error is not null && n is null ? score.WithError(isMean: false, items: null, error, target.Level) : score);

        decimal? InUnit(Located<string> field) => _numbers.Figure(field, metric, share, fields.Factor);
    }

    private void AddRating(
        SubmissionDraft draft, MappedRow row, Metric metric, string useCase, string item, string rater, Located<string> value, Located<string> method)
    {
        var share = mapping.Metrics.GetValueOrDefault(metric.Id)?.Share ?? mapping.SharesArePercent;
        if (value.Value.Length == 0 || Rating(value, metric, share) is not { } number || MethodOf(metric, method, value.Place) is not { } wanted)
        {
            return;
        }

        var by = target.Benchmark.Methods.First(known => known.Id == wanted).JudgedBy;
        var name = ForeignText.Name(rater.Length > 0 ? rater : by == JudgedBy.Programs ? "program" : "rater");
        draft.Add(metric, useCase, wanted, new DraftSample(item, new DraftRater(name, by, by == JudgedBy.Programs ? rater : null), number, value.Place));
    }

    // A flag among ratings is 0 or 1 whatever its metric's unit.
    private decimal? Rating(Located<string> value, Metric metric, bool share) =>
        metric.Scale is { Lowest: 0, Highest: 1 } && _writing.TryNumber(value.Value, out var flag) && flag is 0 or 1
            ? flag
            : _numbers.Figure(value, metric, share, mapping.Metrics.GetValueOrDefault(metric.Id)?.Factor ?? 1);

    private Metric? MetricOf(MappedRow row)
    {
        var name = Field(row, "metric");
        if (name.Value.Length == 0)
        {
            job.Leave(row.Place, "metric", "(no metric)", "The row names no metric and is left out.");
            return null;
        }

        var metric = target.Names.Metric(name.Value);
        if (metric is null)
        {
            job.Leave(name.Place, "metric", name.Value, target.Names.NoMetric(name.Value));
        }

        return metric;
    }

    // Null after a report, or where somebody has to be asked first.
    private string? MethodOf(Metric metric, Located<string> said, SourcePlace place)
    {
        if (said.Value.Length > 0)
        {
            if (target.Names.Method(said.Value) is { } method && metric.Methods.Contains(method))
            {
                return method;
            }

            job.Diagnostics.Report(ImportProblems.MethodDoesNotFit(said, metric));
            return null;
        }

        return job.MethodOf(metric, target, place);
    }

    private decimal Factor(string column) => mapping.Columns.GetValueOrDefault(column)?.Factor ?? 1;

    // Ratings, calls and money are of a use case or profile; null where the row names none.
    private MeasuredAt? Somewhere(MappedRow row)
    {
        var at = At(row);
        if (at != MeasuredAt.Whole)
        {
            return at;
        }

        job.Diagnostics.Report(ImportProblems.MappingContradicts(
            target.Mapping.Place,
            $"Nothing says which use case the rows of '{mapping.Table}' are of. Name the column under 'columns', as 'use_case', or give --use-case."));
        return null;
    }

    // Null where the row names a use case or profile that there is not; that is reported as left out.
    private MeasuredAt? At(MappedRow row)
    {
        var (useCase, profile) = (Field(row, "use_case"), Field(row, "profile"));
        if (useCase.Value.Length > 0)
        {
            if (target.Names.UseCase(useCase.Value) is { } id)
            {
                return new MeasuredAt(id, null);
            }

            job.Leave(useCase.Place, "use_case", useCase.Value, target.Names.NoUseCase(useCase.Value));
            return null;
        }

        if (profile.Value.Length == 0)
        {
            // A table with a column of use cases says of a row without one nothing, and not that it is about all of them.
            if (job.Options.UseCase is null && mapping.Columns.ContainsKey("use_case"))
            {
                job.Leave(row.Place, "use_case", "(no use case)", "The row names no use case and is left out.");
                return null;
            }

            return job.Options.UseCase is { } given ? new MeasuredAt(given, null) : MeasuredAt.Whole;
        }

        if (target.Names.Profile(profile.Value) is { } profileId)
        {
            return new MeasuredAt(null, profileId);
        }

        job.Leave(profile.Place, "profile", profile.Value, $"The benchmark '{target.Benchmark.Id}' has no such profile.");
        return null;
    }
}

/// <summary>A row of another tool's table.</summary>
/// <param name="Fields">Its fields, at least one.</param>
/// <param name="Number">Its number below the header, from 1.</param>
internal readonly record struct MappedRow(ImmutableArray<Located<string>> Fields, int Number)
{
    /// <summary>Where it begins.</summary>
    public SourcePlace Place => Fields[0].Place;
}
