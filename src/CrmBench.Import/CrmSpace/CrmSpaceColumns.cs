using System.Collections.Immutable;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.CrmSpace;

/// <summary>The columns of one of the space's tables, as that table writes them; null where it lacks one.</summary>
internal sealed class CrmSpaceColumns(ForeignTable table)
{
    /// <summary>The model.</summary>
    public string? Model { get; } = table.ColumnLike("Model Name", "Model", "LLM");

    /// <summary>The use case.</summary>
    public string? UseCase { get; } = table.ColumnLike("Use Case Name", "Use Case");

    /// <summary>Short or long.</summary>
    public string? Flavor { get; } = table.ColumnLike("Use Case Flavor", "Flavor", "Version");

    /// <summary>Manual or auto.</summary>
    public string? Method { get; } = table.ColumnLike("Accuracy Method", "Method", "Manual/Auto");

    /// <summary>Mean dollars of 1,000 requests.</summary>
    public string? Cost { get; } =
        table.ColumnLike("Mean Cost per 1K Requests", "Mean Cost per 1,000 Requests", "Mean Cost (USD) per 1K Requests");

    /// <summary>The published word for the cost.</summary>
    public string? Band { get; } = table.ColumnLike("Cost Band");

    /// <summary>Mean seconds to the full response.</summary>
    public string? Seconds { get; } = table.ColumnLike(
        "Response Time (Sec)", "Response Time (Seconds)", "Response Time (s)", "Mean Response Time (Sec)", "Response Time in Seconds");

    /// <summary>The interval of fairness, where it has a column of its own.</summary>
    public string? Fairness { get; } = table.ColumnLike("CRM Fairness", "CRM Bias", "Fairness");

    /// <summary>The columns of grades and of percentages, with the metrics and parts they fill.</summary>
    public ImmutableArray<(string Column, string Metric)> Metrics { get; } =
    [
        .. new (string Metric, string?[] Columns)[]
        {
            ("instruction-following", [table.ColumnLike("Instruction Following")]),
            ("completeness", [table.ColumnLike("Completeness")]),
            ("conciseness", [table.ColumnLike("Conciseness")]),
            ("factuality", [table.ColumnLike("Factuality")]),
            ("truthfulness", [table.ColumnLike("Truthfulness")]),
            ("safety", [table.ColumnLike("Safety")]),
            ("privacy-zero-shot-match", [Privacy(table, "Zero", "Match")]),
            ("privacy-zero-shot-reveal", [Privacy(table, "Zero", "Reveal")]),
            ("privacy-five-shot-match", [Privacy(table, "Five", "Match")]),
            ("privacy-five-shot-reveal", [Privacy(table, "Five", "Reveal")]),
        }.Where(entry => entry.Columns[0] is not null).Select(entry => (entry.Columns[0]!, entry.Metric)),
    ];

    /// <summary>Which table it is, or null where it is none of the four.</summary>
    public CrmSpaceKind? Kind => this switch
    {
        { Model: not null, UseCase: not null, Method: not null } when Has("factuality") => CrmSpaceKind.Accuracy,
        { Model: not null, Flavor: not null } when Cost is not null || Seconds is not null => CrmSpaceKind.LatencyCost,
        { Model: not null } when Has("truthfulness") || Has("safety") || Fairness is not null => CrmSpaceKind.Trust,
        { Model: null, UseCase: not null, Flavor: not null } => CrmSpaceKind.Flavors,
        _ => null,
    };

    private bool Has(string metric) => Metrics.Any(entry => entry.Metric == metric);

    private static string? Privacy(ForeignTable table, string shots, string test) => table.ColumnLike(
        $"Privacy {shots}-Shot {test} Avoidance", $"Privacy {shots}-Shot {test}", $"{shots}-Shot {test} Avoidance");
}
