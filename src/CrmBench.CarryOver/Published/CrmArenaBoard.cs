using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>Carries over CRMArena (2025): nine tasks, three frameworks, nine models, as the paper prints them.</summary>
internal static class CrmArenaBoard
{
    private const string Benchmark = "crmarena";
    private const string AccuracyTable = "Table 2";
    private const string AbstentionTable = "Table 5";
    private const string CostTable = "Table 3";

    /// <summary>The submissions, one a pair of framework and model.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var costs = source.Table("crmarena/crmarena_cost.csv").Rows
            .ToDictionary(row => (row["framework"], row["model"]), row => row["cost_usd_per_query"]);
        var averages = source.Table("crmarena/check_averages.csv").Rows
            .ToDictionary(row => (row["framework"], row["model"]));
        return
        [
            .. source.Table("crmarena/crmarena_results.csv").Rows
                .GroupBy(row => (Framework: row["framework"], Model: row["model"]))
                .Select(rows => Folder([.. rows], costs.GetValueOrDefault(rows.Key), averages[rows.Key])),
        ];
    }

    /// <summary>Our identifier of a task: the source's code in small letters.</summary>
    private static string UseCase(SourceRow row) => row["task"].ToLowerInvariant().Replace(' ', '-');

    private static string ToolCalls(string mode) => mode switch
    {
        "native" => "by the provider's interface",
        "prompt" => "written in the prompt",
        _ => "",
    };

    private static string ModelId(string name) => name.Replace("llama3", "llama-3", StringComparison.Ordinal);

    private static SubmissionFolder Folder(ImmutableArray<SourceRow> rows, string? cost, SourceRow average)
    {
        var (framework, model) = (rows[0]["framework"], ModelId(rows[0]["model"]));
        var hasAbstention = rows.Any(row => row["paper_table"] == AbstentionTable);
        return new SubmissionFolder
        {
            Benchmark = Benchmark,
            Release = "2025-02",
            Id = $"{model}-{framework.ToLowerInvariant().Replace(' ', '-')}",
            Model = model,
            Variant = framework,
            SubmittedBy = "Salesforce AI Research",
            Method = "automated",
            Settings = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                [
                    KeyValuePair.Create("Framework", framework),
                    KeyValuePair.Create("Model version", rows[0]["model_version"]),
                    KeyValuePair.Create("Tool calls", ToolCalls(rows[0]["tool_call_mode"])),
                ]),
            Sources =
            [
                Paper(AccuracyTable, "Share of queries answered exactly, 130 a task; in knowledge question answering the mean "
                    + "token F1 of 130 queries."),
                .. hasAbstention
                    ? [Paper(AbstentionTable, "Share of queries on a false presupposition rightly not answered, 39 a task; from "
                        + "the paper's first version.")]
                    : ImmutableArray<SourceEntry>.Empty,
                .. cost is null ? ImmutableArray<SourceEntry>.Empty : [Paper(CostTable, "Mean US dollars of a query.")],
            ],
            KnownIssues = [.. KnownIssues(rows, average)],
            Scores = [.. rows.Select(Score)],
            Costs = cost is null ? [] : [new CostRow(cost, "1") { Source = Id(CostTable) }],
        };
    }

    private static ScoreRow Score(SourceRow row)
    {
        var successes = row["metric"] == "exact_match" ? DecimalText.AsCount(row["value_pct"], CountOf(row)) : null;
        var figure = new ScoreRow(row["query_set"] == "non_answerable" ? "abstention" : "correct", row["value_pct"])
        {
            UseCase = UseCase(row),
            Source = Id(row["paper_table"]),
        };

        // A share of a known count is given as k of n; of any other mean only n is known: its interval is the widest that
        // values from 0 to 1 allow.
        return successes is { } k
            ? figure with { Successes = k.ToString(CultureInfo.InvariantCulture), Trials = row["n_queries"] }
            : figure with { N = row["n_queries"] };
    }

    private static IEnumerable<string> KnownIssues(ImmutableArray<SourceRow> rows, SourceRow average)
    {
        if (average["agrees_to_rounding"] == "False")
        {
            yield return $"The paper prints {average["paper_ALL"]} as the mean of the nine tasks; the mean of what it prints for them is "
                + $"{average["recomputed_mean"]}. The figures of the tasks are used here.";
        }

        var odd = rows
            .Where(row => row["metric"] == "exact_match" && DecimalText.AsCount(row["value_pct"], CountOf(row)) is null)
            .Select(row => $"{row["value_pct"]} in {row["task_code"]}")
            .ToImmutableArray();
        if (!odd.IsEmpty)
        {
            yield return $"Not a share of the stated number of queries: {string.Join(", ", odd)}. "
                + "Rounded twice, or some queries were missing.";
        }
    }

    private static int CountOf(SourceRow row) => int.Parse(row["n_queries"], NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Id(string table) => table.ToLowerInvariant().Replace(' ', '-');

    private static SourceEntry Paper(string table, string note) => new(
        Id(table),
        $"CRMArena, NAACL 2025, {table}",
        "https://arxiv.org/abs/2411.02305",
        "Figures cited as facts; the paper's repository is CC BY-NC 4.0",
        "",
        note);
}
