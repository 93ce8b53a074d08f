using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.CrmSpace;

/// <summary>Reads the rows of the space's tables.</summary>
internal sealed class CrmSpaceRows(ImportJob job, ImportTarget target, ForeignTable table, CrmSpaceColumns columns)
{
    /// <summary>What a reader should know of the figures.</summary>
    public const string Note =
        "Means over requests of about 500 (short) or 3,000 (long) tokens in and 250 out; money per 1,000 requests. "
        + "Nothing is said on their spread.";

    private const string FairnessForm = "a percentage, or one with its interval as in 98.3% [98.2%, 98.5%]";

    /// <summary>Models that the space calls otherwise than their providers do.</summary>
    public static ImmutableDictionary<string, string> ModelNames { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("AI21 Jamba-Instruct", "jamba-instruct"),
            KeyValuePair.Create("Gemini Pro 1", "gemini-1.0-pro"),
            KeyValuePair.Create("Gemini Pro 1.5", "gemini-1.5-pro"),
        ]);

    /// <summary>Reads one row of a table with models.</summary>
    public void Read(SubmissionDraft draft, CrmSpaceKind kind, ImmutableArray<Located<string>> row, string source)
    {
        switch (kind)
        {
            case CrmSpaceKind.Accuracy:
                ReadAccuracy(draft, row, source);
                break;
            case CrmSpaceKind.LatencyCost:
                ReadLatencyCost(draft, row, source);
                break;
            default:
                ReadTrust(draft, row, source);
                break;
        }
    }

    /// <summary>Compares the flavors with the profiles of our use cases; differences go into the report.</summary>
    public void CompareFlavors()
    {
        foreach (var row in table.Rows)
        {
            var (name, flavor) = (table.Field(row, columns.UseCase), table.Field(row, columns.Flavor));
            var useCase = target.Benchmark.UseCases.FirstOrDefault(known => known.Id == target.Names.UseCase(name.Value));
            if (useCase is null)
            {
                job.Leave(name.Place, columns.UseCase!, name.Value, target.Names.NoUseCase(name.Value));
            }
            else if (target.Names.Profile(flavor.Value) != useCase.Profile)
            {
                var reason = $"The use case '{useCase.Id}' has the profile '{useCase.Profile}' here; an import does not change use cases.";
                job.Leave(flavor.Place, columns.Flavor!, flavor.Value, reason);
            }
        }
    }

    private void ReadAccuracy(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        var (useCase, method) = (table.Field(row, columns.UseCase), table.Field(row, columns.Method));
        if (target.Names.UseCase(useCase.Value) is not { } id)
        {
            job.Leave(useCase.Place, columns.UseCase!, useCase.Value, target.Names.NoUseCase(useCase.Value));
            return;
        }

        var judgedBy = Slug.Squeeze(method.Value) switch
        {
            "manual" => JudgedBy.People,
            "auto" or "automated" => JudgedBy.Programs,
            _ => (JudgedBy?)null,
        };
        if (judgedBy is null)
        {
            job.Diagnostics.Report(Problems.NotOneOf(method, columns.Method!, ["Manual", "Auto"]));
            return;
        }

        AddMetrics(draft, row, new MeasuredAt(id, null), source, judgedBy.Value);
    }

    private void ReadTrust(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        AddMetrics(draft, row, MeasuredAt.Whole, source, JudgedBy.Programs);
        var fairness = table.Field(row, columns.Fairness);
        if (fairness.Value.Length == 0 || target.Names.Metric("crm-fairness") is not { } metric)
        {
            return;
        }

        if (Interval(fairness.Value) is not { } figure)
        {
            job.Diagnostics.Report(ImportProblems.FigureNotRead(fairness, FairnessForm));
            return;
        }

        draft.Add(new DraftScore(metric, MeasuredAt.Whole, new ForeignFigure(fairness.With(figure.Value), ForeignUnit.Same))
        {
            Low = figure.Low,
            High = figure.High,
            Source = source,
        });
    }

    private void ReadLatencyCost(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        var flavor = table.Field(row, columns.Flavor);
        if (target.Names.Profile(flavor.Value) is not { } profile)
        {
            job.Leave(flavor.Place, columns.Flavor!, flavor.Value, $"The benchmark '{target.Benchmark.Id}' has no such profile.");
            return;
        }

        if (Number(table.Field(row, columns.Seconds)) is { } seconds && target.Names.Metric("seconds") is { } metric)
        {
            var figure = new ForeignFigure(seconds, ForeignUnit.Same);
            draft.Add(new DraftScore(metric, new MeasuredAt(null, profile), figure) { Source = source });
        }

        var usd = Number(table.Field(row, columns.Cost));
        var band = target.Band(job, table.Field(row, columns.Band));
        if (usd is not null || band.Length > 0)
        {
            draft.Add(new CostRow(usd is null ? "" : Figure.Of(usd.Value), "1000") { Profile = profile, Band = band, Source = source });
        }
    }

    private void AddMetrics(SubmissionDraft draft, ImmutableArray<Located<string>> row, MeasuredAt at, string source, JudgedBy judgedBy)
    {
        foreach (var (column, id) in columns.Metrics)
        {
            var field = table.Field(row, column);
            if (target.Names.Metric(id) is not { } metric)
            {
                job.Leave(field.Place, column, field.Value, target.Names.NoMetric(id));
            }
            else if (Number(field) is { } figure)
            {
                var methods = target.Benchmark.Methods.Where(known => known.JudgedBy == judgedBy).Select(known => known.Id).ToList();
                var method = metric.Methods.FirstOrDefault(methods.Contains);
                draft.Add(new DraftScore(metric, at, new ForeignFigure(figure, ForeignUnit.Same)) { Method = method, Source = source });
            }
        }
    }

    // Null for an empty field and after a report.
    private Located<decimal>? Number(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (Parse(field.Value) is { } number)
        {
            return field.With(number);
        }

        job.Diagnostics.Report(ImportProblems.FigureNotRead(field, "a number, with or without a sign of percent or dollars"));
        return null;
    }

    private static (decimal Value, decimal? Low, decimal? High)? Interval(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return Parse(text) is { } alone ? (alone, null, null) : null;
        }

        return text.EndsWith(']') && Parse(text[..open]) is { } value && text[(open + 1)..^1].Split(',') is [var left, var right]
            && Parse(left) is { } low && Parse(right) is { } high && low <= high
                ? (value, low, high)
                : null;
    }

    private static decimal? Parse(string text) =>
        DraftNumber.TryParse(text.Trim(' ', '%', '$'), out var number) ? number : null;
}
