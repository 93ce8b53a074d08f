using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import.MappedCsv;

/// <summary>Reads the rows of a mapped table.</summary>
internal sealed class MappedRows(ImportJob job, ImportTarget target, ForeignTable table)
{
    private readonly ImportMapping _mapping = target.Mapping;

    /// <summary>A field by our column: the table's, or the constant, or empty.</summary>
    public Located<string> Field(ImmutableArray<Located<string>> row, string column) =>
        _mapping.Columns.TryGetValue(column, out var theirs) && table.Field(row, theirs) is { Value.Length: > 0 } field
            ? field
            : new Located<string>(_mapping.Constants.GetValueOrDefault(column, ""), row[0].Place);

    /// <summary>Reads aggregates: one metric a row, or a column a metric.</summary>
    public void ReadScores(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        if (At(row) is not { } at)
        {
            return;
        }

        if (_mapping.MetricColumns.IsEmpty)
        {
            var name = Field(row, "metric");
            if (target.Names.Metric(name.Value) is { } metric)
            {
                Add(draft, row, metric, at, Field(row, "value"), source);
            }
            else
            {
                job.Leave(name.Place, "metric", name.Value, target.Names.NoMetric(name.Value));
            }

            return;
        }

        foreach (var (id, column) in _mapping.MetricColumns)
        {
            if (table.Field(row, column) is { Value.Length: > 0 } value && target.Names.Metric(id) is { } metric)
            {
                Add(draft, row, metric, at, value, source);
            }
        }
    }

    /// <summary>Reads one rater's judgment of one response, a column a metric or one metric a row.</summary>
    public void ReadRatings(SubmissionDraft draft, ImmutableArray<Located<string>> row)
    {
        if (Somewhere(row) is not { } at)
        {
            return;
        }

        if (at.UseCase is not { } useCase)
        {
            job.Diagnostics.Report(Problems.ValueMissing(row[0].Place, "use_case"));
            return;
        }

        var rater = Rater(Field(row, "rater").Value, Field(row, "method").Value);
        var item = PlainText.Name(Field(row, "item").Value);
        if (_mapping.MetricColumns.IsEmpty)
        {
            var name = Field(row, "metric");
            if (target.Names.Metric(name.Value) is { } metric)
            {
                AddRating(draft, metric, useCase, item, rater, Field(row, "value"));
            }
            else
            {
                job.Leave(name.Place, "metric", name.Value, target.Names.NoMetric(name.Value));
            }

            return;
        }

        foreach (var (id, column) in _mapping.MetricColumns)
        {
            if (target.Names.Metric(id) is { } metric)
            {
                AddRating(draft, metric, useCase, item, rater, table.Field(row, column));
            }
        }
    }

    /// <summary>Reads one timed call.</summary>
    public void ReadCall(SubmissionDraft draft, ImmutableArray<Located<string>> row)
    {
        if (Somewhere(row) is not { } at)
        {
            return;
        }

        var status = Field(row, "status") is { Value.Length: > 0 } said ? said : new Located<string>("ok", row[0].Place);
        if (status.Value is not ("ok" or "error" or "timeout"))
        {
            job.Diagnostics.Report(Problems.NotOneOf(status, "status", ["ok", "error", "timeout"]));
            return;
        }

        var item = PlainText.Name(Field(row, "item").Value);
        if (status.Value != "ok")
        {
            draft.Add(new CallRow(at.Profile ?? "", item, "", status.Value, "", "") { UseCase = at.UseCase ?? "" });
        }
        else if (Number(Field(row, "seconds")) is { } seconds)
        {
            var call = DraftCalls.Ok("", item, seconds, Number(Field(row, "input_tokens")), Number(Field(row, "output_tokens")));
            draft.Add(call with { Profile = at.Profile ?? "", UseCase = at.UseCase ?? "" });
        }
    }

    /// <summary>Reads money.</summary>
    public void ReadCost(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        if (At(row) is not { } at)
        {
            return;
        }

        var (usd, band) = (Number(Field(row, "usd")), target.Band(job, Field(row, "band")));
        if (usd is not null || band.Length > 0)
        {
            var per = Field(row, "per") is { Value.Length: > 0 } said ? Whole(said) : 1;
            draft.Add(new CostRow(usd is { } money ? Figure.Of(money) : "", (per ?? 1).ToString(CultureInfo.InvariantCulture))
            {
                UseCase = at.UseCase ?? "",
                Profile = at.Profile ?? "",
                Band = band,
                Source = source,
            });
        }
    }

    private void Add(
        SubmissionDraft draft, ImmutableArray<Located<string>> row, Metric metric, MeasuredAt at, Located<string> value, string source)
    {
        if (Number(value) is not { } number)
        {
            return;
        }

        var method = Field(row, "method");
        if (method.Value.Length > 0 && !metric.Methods.Contains(method.Value))
        {
            job.Diagnostics.Report(Problems.MethodNotOfMetric(method, metric));
            return;
        }

        var unit = _mapping.SharesArePercent && metric.Unit == Unit.Percent ? ForeignUnit.Share : ForeignUnit.Same;
        draft.Add(new DraftScore(metric, at, new ForeignFigure(value.With(number), unit))
        {
            Method = method.Value.Length > 0 ? method.Value : null,
            Count = Whole(Field(row, "n")),
            Items = Whole(Field(row, "items")),
            Raters = Whole(Field(row, "raters")),
            Sample = PlainText.Name(Field(row, "sample").Value),
            StandardDeviation = Number(Field(row, "sd")),
            Low = Number(Field(row, "low")),
            High = Number(Field(row, "high")),
            Level = Number(Field(row, "level")),
            Successes = Whole(Field(row, "successes")),
            Trials = Whole(Field(row, "trials")),
            Source = source,
        });
    }

    private void AddRating(SubmissionDraft draft, Metric metric, string useCase, string item, DraftRater rater, Located<string> value)
    {
        if (value.Value.Length > 0 && Number(value) is { } number)
        {
            draft.Add(metric, useCase, new DraftSample(item, rater, number, value.Place));
        }
    }

    private DraftRater Rater(string name, string method)
    {
        var wanted = method.Length > 0 ? method : job.Options.Method;
        return target.Benchmark.Methods.FirstOrDefault(known => known.Id == wanted) is { JudgedBy: JudgedBy.Programs }
            ? new DraftRater(PlainText.Name(name.Length > 0 ? name : "program"), JudgedBy.Programs, name)
            : new DraftRater(PlainText.Name(name.Length > 0 ? name : "rater"), JudgedBy.People);
    }

    // Ratings and calls are of a use case or profile; null after a report where the row names none.
    private MeasuredAt? Somewhere(ImmutableArray<Located<string>> row)
    {
        var at = At(row);
        if (at != MeasuredAt.Whole)
        {
            return at;
        }

        job.Diagnostics.Report(Problems.ValueMissing(row[0].Place, "use_case"));
        return null;
    }

    // Null where the row names a use case or profile that there is not; that is reported as left out.
    private MeasuredAt? At(ImmutableArray<Located<string>> row)
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
            return job.Options.UseCase is { } given ? new MeasuredAt(given, null) : MeasuredAt.Whole;
        }

        if (target.Names.Profile(profile.Value) is { } profileId)
        {
            return new MeasuredAt(null, profileId);
        }

        job.Leave(profile.Place, "profile", profile.Value, $"The benchmark '{target.Benchmark.Id}' has no such profile.");
        return null;
    }

    private int? Whole(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        job.Diagnostics.Report(Problems.WholeNumberInvalid(field));
        return null;
    }

    // A sign of percent or dollars around a number is another tool's habit and says nothing that the metric does not say.
    private decimal? Number(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (DraftNumber.TryParse(field.Value.Trim('%', '$', ' '), out var number))
        {
            return number;
        }

        job.Diagnostics.Report(Values.ValueText.NumberProblem(field, whole: false));
        return null;
    }
}
