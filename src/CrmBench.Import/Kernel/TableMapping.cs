using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>How the rows of another tool's table become rows of one of ours.</summary>
/// <param name="Table">Which of ours: <c>scores</c>, <c>ratings</c>, <c>latencies</c> or <c>costs</c>.</param>
internal sealed record TableMapping(string Table)
{
    /// <summary>The table's columns by ours.</summary>
    public ImmutableDictionary<string, MappedColumn> Columns { get; init; } =
        ImmutableDictionary.Create<string, MappedColumn>(StringComparer.Ordinal);

    /// <summary>Texts that hold for every row, by our column, with their places in the mapping.</summary>
    public ImmutableDictionary<string, Located<string>> Constants { get; init; } =
        ImmutableDictionary.Create<string, Located<string>>(StringComparer.Ordinal);

    /// <summary>The columns that hold one metric each, by our metric.</summary>
    public ImmutableSortedDictionary<string, MappedFigures> Metrics { get; init; } =
        ImmutableSortedDictionary.Create<string, MappedFigures>(StringComparer.Ordinal);

    /// <summary>Raters with columns of their own: a rater, a metric and the column of its ratings.</summary>
    public ImmutableArray<(string Rater, string Metric, Located<string> Column)> Raters { get; init; } = [];

    /// <summary>Which rows are read: those that all of these hold for.</summary>
    public ImmutableArray<RowCondition> Where { get; init; } = [];

    /// <summary>Whether all percentages without a sign are written from 0 to 1.</summary>
    public bool SharesArePercent { get; init; }

    /// <summary>The columns that the table must have.</summary>
    public IEnumerable<Located<string>> Required =>
        Columns.Values.Where(column => !column.IsOptional).SelectMany(column => column.Parts)
            .Concat(Metrics.Values.Where(figures => !figures.IsOptional).SelectMany(figures => figures.Parts))
            .Concat(Raters.Select(entry => entry.Column))
            .Concat(Where.Select(condition => condition.Column));

    /// <summary>Reads how a table is mapped; what is wrong is reported.</summary>
    /// <param name="json">The object, of the mapping or in its <c>tables</c>.</param>
    /// <param name="table">Which of ours.</param>
    /// <param name="metrics">The benchmark's metrics and parts by identifier.</param>
    /// <param name="methods">The benchmark's methods.</param>
    public static TableMapping Read(JsonObject json, string table, IReadOnlyDictionary<string, Metric> metrics, KnownNames methods)
    {
        var names = new KnownNames("metric", "benchmark.json", [.. metrics.Keys]);
        return new TableMapping(table)
        {
            Columns = OurColumns(json, "columns", (columns, name) => columns.OptionalChild(name, MappedColumn.Read)),
            Constants = OurColumns(
                json, "constants", (columns, name) => columns.OptionalText(name) is { } text ? new Located<string>(text, columns.PlaceOf(name)) : null),
            Metrics = OurMetrics(json, metrics, names, methods),
            Raters = ReadRaters(json, names),
            Where = Conditions(json),
            SharesArePercent = json.Flag("shares_are_percent"),
        };
    }

    /// <summary>This mapping with what another one says besides; where both speak, this one does.</summary>
    public TableMapping With(TableMapping common) => this with
    {
        Columns = common.Columns.SetItems(Columns).RemoveRange(Constants.Keys.Except(Columns.Keys)),
        Constants = common.Constants.RemoveRange(Columns.Keys).SetItems(Constants),
        Metrics = Metrics.IsEmpty ? common.Metrics : Metrics,
        Raters = Raters.IsEmpty ? common.Raters : Raters,
        Where = [.. common.Where, .. Where],
        SharesArePercent = SharesArePercent || common.SharesArePercent,
    };

    private static ImmutableDictionary<string, T> OurColumns<T>(JsonObject json, string property, Func<JsonObject, string, T?> read)
        where T : class
    {
        var map = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        json.FreeProperties(property, (columns, name) =>
        {
            if (!MappingForm.Columns.Contains(name.Value))
            {
                columns.Fail(ImportProblems.MappingUnknown(name, "column", MappingForm.Columns));
            }

            if (read(columns, name.Value) is { } value)
            {
                map[name.Value] = value;
            }
        });
        return map.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, MappedFigures> OurMetrics(
        JsonObject json, IReadOnlyDictionary<string, Metric> metrics, KnownNames names, KnownNames methods)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, MappedFigures>(StringComparer.Ordinal);
        json.FreeProperties("metric_columns", (columns, name) =>
        {
            var metric = metrics.GetValueOrDefault(name.Value);
            if (metric is null)
            {
                columns.Fail(Problems.UnknownName(name, names));
            }

            if (columns.OptionalChild(name.Value, child => MappedFigures.Read(child, metric, methods)) is { } figures)
            {
                map[name.Value] = figures;
            }
        });
        return map.ToImmutable();
    }

    private static ImmutableArray<(string Rater, string Metric, Located<string> Column)> ReadRaters(JsonObject json, KnownNames metrics)
    {
        var raters = ImmutableArray.CreateBuilder<(string, string, Located<string>)>();
        json.FreeProperties("raters", (all, rater) => all.FreeProperties(rater.Value, (columns, metric) =>
        {
            if (!metrics.Contains(metric.Value))
            {
                columns.Fail(Problems.UnknownName(metric, metrics));
            }

            raters.Add((rater.Value, metric.Value, new Located<string>(columns.Text(metric.Value), columns.PlaceOf(metric.Value))));
        }));
        return raters.ToImmutable();
    }

    private static ImmutableArray<RowCondition> Conditions(JsonObject json)
    {
        var conditions = ImmutableArray.CreateBuilder<RowCondition>();
        json.FreeProperties("where", (columns, name) =>
        {
            if (columns.OptionalChild(name.Value, child => RowCondition.Read(child, name)) is { } condition)
            {
                conditions.Add(condition);
            }
        });
        return conditions.ToImmutable();
    }
}

/// <summary>Where a column of ours stands in another tool's table.</summary>
/// <param name="Parts">Names of the columns whose texts it is made of, at least one, with their places in the mapping.</param>
/// <param name="Separator">What stands between the texts.</param>
/// <param name="Factor">What numbers are multiplied by.</param>
/// <param name="IsOptional">Whether a table may lack them.</param>
internal sealed record MappedColumn(ImmutableArray<Located<string>> Parts, string Separator, decimal Factor, bool IsOptional)
{
    /// <summary>Reads it from a mapping.</summary>
    public static MappedColumn Read(JsonObject json) => new(
        [new Located<string>(json.Text("column"), json.PlaceOf("column")), .. json.Texts("joined")],
        json.OptionalAnyText("separator") ?? " ",
        (decimal?)json.OptionalNumber("factor") ?? 1,
        json.Flag("optional"));
}

/// <summary>Which rows of another tool's table are read, by the text in one column. Texts are compared whatever their case.</summary>
/// <param name="Column">Name of the column, with its place in the mapping.</param>
/// <param name="OneOf">Texts of rows that are read; null where all are that are not left out.</param>
/// <param name="Not">Texts of rows that are left out.</param>
internal sealed record RowCondition(Located<string> Column, ImmutableHashSet<string>? OneOf, ImmutableHashSet<string> Not)
{
    /// <summary>Whether a row with this text is read.</summary>
    public bool Holds(string text) => OneOf?.Contains(text) != false && !Not.Contains(text);

    /// <summary>Reads it from a mapping.</summary>
    public static RowCondition Read(JsonObject json, Located<string> column)
    {
        var read = json.Texts("one_of").Select(text => text.Value).Concat(json.OptionalText("is") is { } only ? [only] : []).ToList();
        return new RowCondition(column, read.Count > 0 ? Set(read) : null, Set(json.Texts("not").Select(text => text.Value)));
    }

    private static ImmutableHashSet<string> Set(IEnumerable<string> texts) => ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, texts);
}
