using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

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

    /// <summary>How the rows of a table are read, once for each table of ours that they go to; none where the mapping is of no table.</summary>
    public ImmutableArray<TableMapping> Tables { get; init; } = [];

    /// <summary>How a table is written.</summary>
    public TableWriting Writing { get; init; } = new();

    /// <summary>Whether all of the file could be read.</summary>
    public bool IsSound { get; init; } = true;

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
            return Empty with { IsSound = false };
        }

        var useCases = new KnownNames("use case", "use-cases.csv", [.. benchmark.UseCases.Select(useCase => useCase.Id)]);
        var metrics = new KnownNames("metric", "benchmark.json", [.. benchmark.AllMetrics.Select(metric => metric.Id)]);
        var mapping = new ImportMapping
        {
            UseCases = References(json, "use_cases", useCases),
            Metrics = References(json, "metrics", metrics),
            Tables = ReadTables(json, benchmark),
            Writing = TableWriting.Read(json),
            Place = text.Whole,
        };
        return json.ReportUnknownProperties() ? mapping : mapping with { IsSound = false };
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

    // What stands beside 'tables' holds for each of them.
    private static ImmutableArray<TableMapping> ReadTables(JsonObject json, Benchmark benchmark)
    {
        var metrics = benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);
        var methods = new KnownNames("method", "benchmark.json", [.. benchmark.Methods.Select(method => method.Id)]);
        var table = json.OptionalWord("table");
        var common = TableMapping.Read(json, table ?? "", metrics, methods);
        var several = json.Children("tables", child => TableMapping.Read(child, child.OptionalWord("table") ?? "", metrics, methods).With(common));
        if (table is not null && json.Has("tables"))
        {
            json.Fail(ImportProblems.MappingContradicts(json.PlaceOf("table"), "It has 'table' and 'tables'. Keep one of the two."));
        }

        return table is not null ? [common] : several;
    }
}
