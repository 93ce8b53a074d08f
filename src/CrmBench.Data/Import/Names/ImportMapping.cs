using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import.Names;

/// <summary>A mapping file: names of another tool and what they are here.</summary>
internal sealed record ImportMapping
{
    private static readonly TableForm s_modelMap = new(
        "model-map.csv",
        "A model map for `crmbench import`.",
        [
            new("name", ValueForm.Text, Presence.Filled, "What the files call a model"),
            new("model", ValueForm.Reference("model", "models.csv"), Presence.Filled, "The model"),
        ]);

    // Before the empty mapping, which is made of it.
    private static ImmutableDictionary<string, string> NoNames { get; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>A mapping of nothing.</summary>
    public static ImportMapping Empty { get; } = new();

    /// <summary>Identifiers of use cases by the other tool's name.</summary>
    public ImmutableDictionary<string, string> UseCases { get; init; } = NoNames;

    /// <summary>Identifiers of metrics and parts by the other tool's name.</summary>
    public ImmutableDictionary<string, string> Metrics { get; init; } = NoNames;

    /// <summary>The table that a CSV file's rows go to, without its extension; null where the mapping is not of a CSV file.</summary>
    public string? Table { get; init; }

    /// <summary>The CSV file's columns by ours.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = NoNames;

    /// <summary>Values that hold for every row, by our column.</summary>
    public ImmutableDictionary<string, string> Constants { get; init; } = NoNames;

    /// <summary>The CSV file's columns that hold one metric each, by our metric.</summary>
    public ImmutableSortedDictionary<string, string> MetricColumns { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether percentages are written from 0 to 1.</summary>
    public bool SharesArePercent { get; init; }

    /// <summary>The file, for reports.</summary>
    public SourcePlace Place { get; init; } = new("");

    /// <summary>Reads a mapping file; what is wrong is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="benchmark">The benchmark whose names it maps to.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static ImportMapping Read(ImportFile file, Benchmark benchmark, DiagnosticBag diagnostics)
    {
        if (SourceTextReader.Decode(file.Path, file.Content.ToArray(), diagnostics) is not { } text
            || VersionedFile.Open(text, MappingForm.Mapping, diagnostics)?.Root is not { } json)
        {
            return Empty;
        }

        var useCases = new KnownNames("use case", "use-cases.csv", [.. benchmark.UseCases.Select(useCase => useCase.Id)]);
        var metrics = new KnownNames("metric", "benchmark.json", [.. benchmark.AllMetrics.Select(metric => metric.Id)]);
        var mapping = new ImportMapping
        {
            UseCases = References(json, "use_cases", useCases),
            Metrics = References(json, "metrics", metrics),
            Table = json.OptionalWord("table"),
            Columns = OurColumns(json, "columns"),
            Constants = OurColumns(json, "constants"),
            MetricColumns = OurMetrics(json, metrics),
            SharesArePercent = json.Flag("shares_are_percent"),
            Place = text.Whole,
        };
        json.Close();
        return mapping;
    }

    /// <summary>Reads a model map: the columns <c>name</c> and <c>model</c>; what is wrong is reported.</summary>
    public static ImmutableDictionary<string, string> ReadModels(
        ImportFile file, ImmutableSortedDictionary<string, ModelCard> models, DiagnosticBag diagnostics)
    {
        var map = NoNames.ToBuilder();
        if (SourceTextReader.Decode(file.Path, file.Content.ToArray(), diagnostics) is not { } text
            || CsvTable.Open(text, s_modelMap, diagnostics) is not { } table)
        {
            return map.ToImmutable();
        }

        using (table)
        {
            var (name, model) = (table.Column("name"), table.Column("model"));
            var known = new KnownNames("model", "data/models.csv", [.. models.Keys]);
            var firsts = new FirstPlaces<string>();
            while (table.Read())
            {
                var (from, to) = (table.Name(name), table.Reference(model, known));
                if (table.Complete && firsts.Before(from, table.RowPlace) is { } first)
                {
                    table.Fail(Problems.DuplicateIdentifier(table.Located(name), first));
                }

                if (table.Complete)
                {
                    map[from] = to;
                }
            }
        }

        return map.ToImmutable();
    }

    private static ImmutableDictionary<string, string> References(JsonObject json, string property, KnownNames known)
    {
        var map = NoNames.ToBuilder();
        json.FreeProperties(property, (names, name) => map[name.Value] = names.Reference(name.Value, known));
        return map.ToImmutable();
    }

    private static ImmutableDictionary<string, string> OurColumns(JsonObject json, string property)
    {
        var map = NoNames.ToBuilder();
        json.FreeProperties(property, (columns, name) =>
        {
            if (!MappingForm.Columns.Contains(name.Value))
            {
                columns.Fail(ImportProblems.MappingUnknown(name, "column", MappingForm.Columns));
            }

            map[name.Value] = columns.Text(name.Value);
        });
        return map.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> OurMetrics(JsonObject json, KnownNames metrics)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        json.FreeProperties("metric_columns", (columns, name) =>
        {
            if (!metrics.Contains(name.Value))
            {
                columns.Fail(Problems.UnknownName(name, metrics));
            }

            map[name.Value] = columns.Text(name.Value);
        });
        return map.ToImmutable();
    }
}
