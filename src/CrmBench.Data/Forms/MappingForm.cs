using System.Collections.Immutable;

namespace CrmBench.Data.Forms;

/// <summary>The mapping file of <c>crmbench import</c>.</summary>
internal static class MappingForm
{
    /// <summary>Columns of submissions that a table of another tool may fill.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "model", "variant",
        .. SubmissionForms.Scores.Names.Concat(SubmissionForms.Ratings.Names)
            .Concat(SubmissionForms.Latencies.Names)
            .Concat(SubmissionForms.Costs.Names)
            .Where(name => name != "source")
            .Distinct(),
    ];

    /// <summary>The file.</summary>
    public static FileForm Mapping { get; } = new(
        "mapping.json",
        "A mapping for `crmbench import`: names of another tool and what they are here.",
        new ObjectForm("a mapping",
        [
            Optional("use_cases", ValueForm.Map(ValueForm.Text, ValueForm.Reference("use case", "use-cases.csv")), "Use cases by the tool's names"),
            Optional("metrics", ValueForm.Map(ValueForm.Text, ValueForm.Reference("metric", "benchmark.json")), "Metrics and parts by the tool's names"),
            Optional("table", ValueForm.Word("scores", "ratings", "latencies", "costs"), "For the format csv: the table its rows go to"),
            Optional("columns", ValueForm.Map(ValueForm.Word(Columns), ValueForm.Text), "For the format csv: its columns by ours"),
            Optional("constants", ValueForm.Map(ValueForm.Word(Columns), ValueForm.Text), "For the format csv: what holds for every row, by our column"),
            Optional("metric_columns", ValueForm.Map(ValueForm.Reference("metric", "benchmark.json"), ValueForm.Text),
                "For the format csv: its columns that hold one metric each, by our metric"),
            Optional("shares_are_percent", ValueForm.Flag, "Whether percentages are written from 0 to 1; false unless given"),
        ]));

    private static PropertyForm Optional(string name, ValueForm value, string meaning) => new(name, value, meaning) { IsOptional = true };
}
