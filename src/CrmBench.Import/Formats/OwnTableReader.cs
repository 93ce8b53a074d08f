using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Forms;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports the tables that a site of this program publishes, the one of a board or <c>figures.csv</c> of all: what was measured in each use case, with
/// count, interval and source. Means over use cases are computed anew, and what was measured elsewhere belongs to another submission.
/// </summary>
internal static class OwnTableReader
{
    private static readonly ImmutableArray<string> Needed = ["benchmark", "release", "method", "model_id", "use_case_id", "dimension", "metric", "value", "belongs_to"];

    // What the other columns say, or what is computed from them.
    private static readonly ImmutableArray<string> Told =
    [
        "status", "provider_id", "provider", "standing", "rank", "rank_best", "rank_worst", "area", "type", "profile", "weight", "kind", "unit", "direction",
        "scale_low", "scale_high", "n_of", "items", "raters", "use_cases_covered", "use_cases", "basis", "tier", "path", "line", "invented", "submission_id",
    ];

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            if ((FileKind.OfBytes(file.Content.Span) ?? FileKind.InPlaceOfTable(file.Path, file.Content.Span)) is { } other)
            {
                job.Diagnostics.Report(ImportProblems.AnotherKind(new SourcePlace(file.Path), other));
            }
            else if (ForeignTable.Open(file, job.Diagnostics) is { } table)
            {
                if (Needed.FirstOrDefault(name => table.Column(name) is null) is { } missing)
                {
                    job.Diagnostics.Report(ImportProblems.WrongFormat(table.HeaderPlace, job.Format, $"it has no column '{missing}'"));
                    continue;
                }

                foreach (var name in Told)
                {
                    _ = table.Column(name);
                }

                new OwnTableRows(job, file, table).Read();
                job.LeaveRest(table);
            }
        }
    }
}

/// <summary>Reads the rows of such a table.</summary>
internal sealed class OwnTableRows(ImportJob job, ImportFile file, ForeignTable table)
{
    private readonly string? _model = table.Column("model");
    private readonly string? _variant = table.Column("variant");
    private readonly string? _part = table.Column("part");
    private readonly string? _count = table.Column("n");
    private readonly string? _low = table.Column("interval_low");
    private readonly string? _high = table.Column("interval_high");
    private readonly string? _level = table.Column("level");
    private readonly string? _sourceId = table.Column("source_id");
    private readonly string? _source = table.Column("source");
    private readonly string? _licence = table.Column("licence");
    private readonly string? _date = table.Column("source_date");

    // A figure that several boards show stands once for each.
    private readonly HashSet<(SubmissionDraft Draft, string UseCase, string Metric, string Method)> _seen = [];
    private readonly Dictionary<(SubmissionDraft Draft, string Source), string> _sources = [];

    /// <summary>Reads all rows.</summary>
    public void Read()
    {
        foreach (var row in table.Rows)
        {
            var useCase = table.Field(row, "use_case_id");
            if (IsWanted(row) && useCase.Value.Length > 0 && table.Field(row, "metric").Value.Length > 0
                && table.Field(row, "belongs_to").Value == "row" && Number(table.Field(row, "value")) is { } value)
            {
                Read(row, useCase, value);
            }
        }
    }

    // The table of all boards has others than the one that is asked for.
    private bool IsWanted(ImmutableArray<Located<string>> row) =>
        (job.Options.Benchmark is not { } benchmark || table.Field(row, "benchmark").Value == benchmark)
        && (job.Options.Model is not { } model || table.Field(row, "model_id").Value == model || table.Field(row, _model).Value == model);

    private void Read(ImmutableArray<Located<string>> row, Located<string> useCase, Located<decimal> value)
    {
        if (job.Target(file, table.Field(row, "benchmark").Value, table.Field(row, "release").Value) is not { } target
            || Model(table.Field(row, "model_id"), table.Field(row, _model)) is not { } model)
        {
            return;
        }

        var part = table.Field(row, _part);
        var metricName = part.Value.Length > 0 ? part : table.Field(row, "metric");
        if (target.Names.UseCase(useCase.Value) is not { } known || target.Names.Metric(metricName.Value) is not { } metric)
        {
            job.Leave(useCase.Place, metricName.Value, useCase.Value, $"The benchmark '{target.Benchmark.Id}' has no such use case or metric.");
            return;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? table.Field(row, _variant).Value, value.Place);
        var method = table.Field(row, "method").Value;
        method = metric.Methods.Contains(method) ? method : metric.Methods[0];
        if (Source(draft, row) is { } source && _seen.Add((draft, known, metric.Id, method)))
        {
            draft.Add(new DraftScore(metric, new MeasuredAt(known, null), new ForeignFigure(value, ForeignUnit.Same))
            {
                Method = method,
                Count = (int?)Number(table.Field(row, _count))?.Value,
                Low = Number(table.Field(row, _low))?.Value,
                High = Number(table.Field(row, _high))?.Value,
                Level = Number(table.Field(row, _level))?.Value,
                Source = source,
            });
        }
    }

    private string? Model(Located<string> id, Located<string> name) => job.Models.Find(id.Value) ?? job.Model(name.Value.Length > 0 ? name : id);

    // Of a mean of figures from several sources the first stands for them.
    private string? Source(SubmissionDraft draft, ImmutableArray<Located<string>> row)
    {
        var key = table.Field(row, _source).Value;
        if (!_sources.TryGetValue((draft, key), out var id))
        {
            var address = key.Split(' ')[0];
            var name = table.Field(row, _sourceId).Value.Split(' ')[0];
            if (job.Source(
                file, name.Length > 0 ? name : "crmbench", $"Figures of {table.Field(row, "benchmark").Value}, release {table.Field(row, "release").Value}",
                ValueText.TryAddress(address, out _) ? address : null, table.Field(row, _licence).Value is { Length: > 0 } licence ? licence : null,
                table.Field(row, _date).Value, "Read from a table that a site of crmbench publishes.") is not { } source)
            {
                return null;
            }

            _sources.Add((draft, key), id = draft.AddSource(source));
        }

        return id;
    }

    // Null for an empty field and after a report.
    private Located<decimal>? Number(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(field.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return field.With(number);
        }

        job.Diagnostics.Report(ImportProblems.FigureNotRead(field, "a number"));
        return null;
    }
}
