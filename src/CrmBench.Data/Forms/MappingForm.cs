using System.Collections.Immutable;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>The mapping file of <c>crmbench import</c>.</summary>
internal static class MappingForm
{
    /// <summary>Columns of ours, beside those of the four tables, that a table of another tool may fill: of the submission and of a new model.</summary>
    public static ImmutableArray<string> OfTheModel { get; } =
        ["model", "variant", "submitted_by", "evaluated_on", "provider", "openness", "licence", "released"];

    /// <summary>Columns of ours that a table of another tool may fill.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        .. OfTheModel,
        .. SubmissionForms.Scores.Names.Concat(SubmissionForms.Ratings.Names)
            .Concat(SubmissionForms.Latencies.Names)
            .Concat(SubmissionForms.Costs.Names)
            .Where(name => name != "source")
            .Distinct(),
    ];

    /// <summary>The words for what stands between the fields of a text table, and the characters they mean.</summary>
    public static ImmutableArray<(string Word, char Character)> Delimiters { get; } =
        [(",", ','), (";", ';'), ("tab", '\t'), ("|", '|')];

    /// <summary>The encodings of text tables, the usual one first; spreadsheets of western Europe still write the second.</summary>
    public static ImmutableArray<string> Encodings { get; } = ["utf-8", "windows-1252", "utf-16"];

    private static readonly ValueForm MetricName = ValueForm.Reference("metric", "benchmark.json");

    private static readonly ObjectForm Column = new("a column",
    [
        new("column", ValueForm.Text, "Name of the table's column; a text in place of the object says it alone"),
        Optional("joined", ValueForm.List(ValueForm.Text), "Further columns whose texts follow, as where a use case is named in two"),
        Optional("separator", ValueForm.AnyText, "What stands between joined texts; a space unless given"),
        Optional("factor", ValueForm.Number(NumberRange.Positive), "What numbers are multiplied by, such as 0.001 for milliseconds"),
        Optional("optional", ValueForm.Flag, "Whether a table may lack the column; false unless given"),
    ])
    {
        ShortFor = "column",
    };

    private static readonly ObjectForm Figures = new("figures",
    [
        new("column", ValueForm.Text, "Name of the column with the metric's values; a text in place of the object says it alone"),
        Optional("method", ValueForm.Reference("method", "benchmark.json"), "Who judged them, where a metric has several methods"),
        Optional("share", ValueForm.Flag, "Whether percentages are written from 0 to 1; a value with a sign of percent is read as it says"),
        Optional("factor", ValueForm.Number(NumberRange.Positive), "What values, their spread and interval are multiplied by"),
        Optional("n", ValueForm.Text, "Column of the number of observations"),
        Optional("sd", ValueForm.Text, "Column of the standard deviation"),
        Optional("se", ValueForm.Text, "Column of the standard error, in place of `sd`, `low` and `high`: with `n` a standard deviation is made of it, else an interval"),
        Optional("low", ValueForm.Text, "Column of the lower end of an interval; with `high`"),
        Optional("high", ValueForm.Text, "Column of the upper end; with `low`"),
        Optional("optional", ValueForm.Flag, "Whether a table may lack these columns; false unless given"),
    ])
    {
        ShortFor = "column",
        Pair = ("low", "high"),
    };

    private static readonly ObjectForm Condition = new("a condition",
    [
        Optional("is", ValueForm.Text, "The text of rows that are read; a text in place of the object says it alone"),
        Optional("one_of", ValueForm.List(ValueForm.Text), "Texts of rows that are read"),
        Optional("not", ValueForm.List(ValueForm.Text), "Texts of rows that are left out"),
    ])
    {
        ShortFor = "is",
    };

    private static ImmutableArray<PropertyForm> OfTables { get; } =
    [
        Optional("columns", ValueForm.Map(ValueForm.Word(Columns), ValueForm.Object(Column)), "The table's columns by ours"),
        Optional("constants", ValueForm.Map(ValueForm.Word(Columns), ValueForm.Text),
            "What holds for every row, by our column; `{row}` in it is the number of the row below the header"),
        Optional("metric_columns", ValueForm.Map(MetricName, ValueForm.Object(Figures)), "The columns that hold one metric each, by our metric"),
        Optional("raters", ValueForm.Map(ValueForm.Text, ValueForm.Map(MetricName, ValueForm.Text)),
            "For `ratings`: raters with columns of their own, and their column of each metric"),
        Optional("where", ValueForm.Map(ValueForm.Text, ValueForm.Object(Condition)), "Which rows are read, by texts in the table's columns"),
        Optional("shares_are_percent", ValueForm.Flag, "Whether all percentages are written from 0 to 1; false unless given"),
    ];

    private static ValueForm TableName { get; } = ValueForm.Word("scores", "ratings", "latencies", "costs");

    /// <summary>The file.</summary>
    public static FileForm Mapping { get; } = new(
        "mapping.json",
        "A mapping for `crmbench import`: names of another tool and what they are here and, for the format `csv`, how a table is read.",
        new ObjectForm("a mapping",
        [
            Optional("use_cases", ValueForm.Map(ValueForm.Text, ValueForm.Reference("use case", "use-cases.csv")), "Use cases by the tool's names"),
            Optional("metrics", ValueForm.Map(ValueForm.Text, MetricName), "Metrics and parts by the tool's names"),
            Optional("encoding", ValueForm.Word(Encodings), "How letters are written; UTF-8 unless given"),
            Optional("delimiter", ValueForm.Word([.. Delimiters.Select(known => known.Word)]), "What stands between fields; a comma unless given"),
            Optional("decimal", ValueForm.Word(".", ","), "The decimal sign of numbers; a point unless given"),
            Optional("thousands", ValueForm.Word(".", ",", " ", "'"), "What separates groups of three digits; nothing unless given"),
            Optional("missing", ValueForm.List(ValueForm.Text), "Texts that mean an empty cell, whatever their case: `N/A`, `-`, `n.a.`"),
            Optional("sheet", ValueForm.Text, "For a workbook: the sheet; its only visible one unless given"),
            Optional("header_row", ValueForm.Whole(NumberRange.AtLeastOne), "Which row holds the names of the columns; the first unless given"),
            Optional("table", TableName, "The table of a submission that the rows go to"),
            .. OfTables,
            Optional("tables", ValueForm.List(ValueForm.Object(new ObjectForm("a table",
            [
                new("table", TableName, "The table of a submission that the rows go to"),
                .. OfTables,
            ]))), "In place of `table`: several tables that are read from one; what stands beside holds for each"),
        ]));

    private static PropertyForm Optional(string name, ValueForm value, string meaning) => new(name, value, meaning) { IsOptional = true };
}
