using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports any table, CSV or a sheet of a workbook, with a mapping file, which says to which of our tables its rows go and where our
/// columns stand. What one sheet says of a model, in however many tables of ours, is one submission.
/// </summary>
internal static class MappedTableReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            if (job.Target(file) is not { } target || !target.Mapping.IsSound)
            {
                continue;
            }

            if (target.Mapping.Tables.IsEmpty)
            {
                job.Diagnostics.Report(ImportProblems.MappingMissing(new SourcePlace((job.Options.Mapping ?? file).Path)));
                return;
            }

            if (ForeignTable.Open(file, target.Mapping.Writing, job.Diagnostics) is not { } foreign || !HasColumns(job, target, foreign))
            {
                continue;
            }

            // A row that one table leaves out may be another's: the report names it where none read it.
            foreach (var mapping in target.Mapping.Tables)
            {
                Read(job, target, file, foreign, mapping);
            }

            job.LeaveRest(foreign);
        }
    }

    private static bool HasColumns(ImportJob job, ImportTarget target, ForeignTable foreign)
    {
        var isRight = true;
        foreach (var column in target.Mapping.Tables.SelectMany(table => table.Required).DistinctBy(column => column.Place))
        {
            if (foreign.Column(ForeignText.Line(column.Value)) is null || foreign.CountOf(ForeignText.Line(column.Value)) > 1)
            {
                job.Diagnostics.Report(ImportProblems.MappedColumn(column, foreign.Header, foreign.HeaderPlace, target.Mapping.Writing.Delimiter));
                isRight = false;
            }
        }

        foreach (var table in target.Mapping.Tables.Where(table => !table.Columns.ContainsKey("model") && !table.Constants.ContainsKey("model")))
        {
            job.Diagnostics.Report(ImportProblems.MappingContradicts(
                target.Mapping.Place, $"Nothing says which model the rows of '{table.Table}' are about. Name the column under 'columns', as 'model'."));
            isRight = false;
        }

        return isRight;
    }

    private static void Read(ImportJob job, ImportTarget target, ImportFile file, ForeignTable foreign, TableMapping mapping)
    {
        var rows = new MappedRows(job, target, foreign, mapping);
        for (var i = 0; i < foreign.Rows.Length; i++)
        {
            var row = new MappedRow(foreign.Rows[i], i + 1);
            if (row.Fields.All(field => string.IsNullOrWhiteSpace(field.Value)))
            {
                continue;
            }

            if (mapping.Where.Any(condition => !condition.Holds(rows.Text(row, condition.Column.Value).Value)))
            {
                job.Leave(row.Place, mapping.Table, rows.Field(row, "model").Value, "The mapping's 'where' leaves the row out.");
                continue;
            }

            Read(job, target, file, rows, row, mapping.Table);
        }
    }

    private static void Read(ImportJob job, ImportTarget target, ImportFile file, MappedRows rows, MappedRow row, string table)
    {
        var name = rows.Field(row, "model");
        if (name.Value.Length == 0)
        {
            job.Leave(row.Place, table, "(no model)", "The row names no model and is left out.");
            return;
        }

        var details = new NewModel(rows.Field(row, "provider"), rows.Field(row, "openness"), rows.Field(row, "licence"), rows.Field(row, "released"));
        if (job.Model(name, details: details) is not { } model
            || job.Source(file, "table", file.Path.Split('/')[^1], null, null, "", "") is not { } source)
        {
            return;
        }

        var variant = rows.Field(row, "variant").Value;
        var draft = job.Draft(target, model, variant.Length > 0 ? variant : job.Options.Variant ?? "", name.Place);
        var evaluated = rows.Field(row, "evaluated_on");
        var day = Dates.OfMoment(evaluated.Value);
        if (evaluated.Value.Length > 0 && day.Length == 0)
        {
            job.Leave(evaluated.Place, "evaluated_on", evaluated.Value, "This is no date of the form 2026-08-04.");
        }

        draft.Describe(rows.Field(row, "submitted_by").Value, "", day);
        var id = draft.AddSource(source);
        switch (table)
        {
            case "scores":
                rows.ReadScores(draft, row, id);
                break;
            case "ratings":
                rows.ReadRatings(draft, row);
                break;
            case "latencies":
                rows.ReadCall(draft, row);
                break;
            default:
                rows.ReadCost(draft, row, id);
                break;
        }
    }
}

/// <summary>Reads numbers as a table writes them, with the sign or unit behind or before them.</summary>
internal sealed class MappedNumbers(ImportJob job, TableWriting writing)
{
    private static readonly (string Sign, Unit? Of, decimal Factor)[] s_signs =
    [
        ("%", Unit.Percent, 1), ("US$", Unit.Usd, 1), ("USD", Unit.Usd, 1), ("$", Unit.Usd, 1),
        ("ms", Unit.Seconds, 0.001m), ("sec", Unit.Seconds, 1), ("s", Unit.Seconds, 1),
        ("%", Unit.Share, 0.01m), ("min", Unit.Minutes, 1), ("min", Unit.Seconds, 60),
        ("\u20AC", null, 1), ("EUR", null, 1), ("\u00A3", null, 1), ("GBP", null, 1),
    ];

    /// <summary>A number without the sign or unit before or behind it; any other text as it is.</summary>
    public static string WithoutSign(string text) => Split(text) is var (_, rest) ? rest : text.Trim();

    /// <summary>The unit that a text's sign says, or null where it has none, or one of no unit.</summary>
    public static Unit? UnitOf(string text) => Split(text) is var (at, _) ? s_signs[at].Of : null;

    private static (int Sign, string Number)? Split(string text)
    {
        var plain = text.Trim(' ', '\u00A0', '\u202F', '\t');
        for (var i = 0; i < s_signs.Length; i++)
        {
            var sign = s_signs[i].Sign;
            var isBehind = plain.EndsWith(sign, StringComparison.OrdinalIgnoreCase);
            if (isBehind || plain.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return (i, (isBehind ? plain[..^sign.Length] : plain[sign.Length..]).Trim(' ', '\u00A0', '\u202F'));
            }
        }

        return null;
    }

    /// <summary>A figure of a metric in the metric's unit, or null where there is none or after a report.</summary>
    /// <param name="field">The text.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="share">Whether a percentage without a sign is written from 0 to 1.</param>
    /// <param name="factor">What it is multiplied by, without a sign or with one.</param>
    public decimal? Figure(Located<string> field, Metric metric, bool share, decimal factor)
    {
        if (field.Value.Length == 0 || Read(field, metric.Unit) is not { } read)
        {
            return null;
        }

        if (!share || metric.Unit != Unit.Percent || read.HasSign)
        {
            return read.Number * factor;
        }

        if (Math.Abs(read.Number) > 1)
        {
            job.Diagnostics.Report(ImportProblems.MappedNumber(field, "The mapping says that percentages are written from 0 to 1. " +
                "Correct the mapping ('share', 'shares_are_percent'), or write the sign of percent in the table."));
            return null;
        }

        return new ForeignFigure(field.With(read.Number), ForeignUnit.Share).In(metric);
    }

    /// <summary>An amount in a unit that no metric names, such as seconds or dollars.</summary>
    public decimal? Amount(Located<string> field, Unit unit, decimal factor) =>
        field.Value.Length > 0 && Read(field, unit) is { } read ? read.Number * factor : null;

    /// <summary>A plain number, such as the level of an interval; one with a sign of percent is the share it says.</summary>
    public decimal? Plain(Located<string> field) =>
        field.Value.Length > 0 && Read(field, Unit.Percent) is { } read ? read.HasSign ? read.Number / 100 : read.Number : null;

    /// <summary>A count: a number without decimals, or with none but zeros.</summary>
    public int? Count(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (writing.TryNumber(field.Value, out var number) && decimal.IsInteger(number) && number is >= 0 and <= int.MaxValue)
        {
            return (int)number;
        }

        job.Diagnostics.Report(ImportProblems.MappedNumber(field, "A count is a whole number. Correct the table, or name another column in the mapping."));
        return null;
    }

    private (decimal Number, bool HasSign)? Read(Located<string> field, Unit unit)
    {
        if (Split(field.Value) is var (at, rest) && writing.TryNumber(rest, out var signed))
        {
            // One sign may be that of several units: "%" of percentages and of shares.
            var sign = s_signs[at].Sign;
            var (_, of, factor) = s_signs.FirstOrDefault(other => other.Sign == sign && other.Of == unit, s_signs[at]);
            if (of == unit)
            {
                return (signed * factor, true);
            }

            job.Diagnostics.Report(ImportProblems.MappedNumber(
                field, $"Its sign '{sign}' is not that of {Words(unit)}. Correct the table, or map the column to what it holds."));
            return null;
        }

        var text = field.Value.Trim(' ', '\u00A0', '\u202F', '\t');
        if (writing.TryNumber(text, out var number))
        {
            return (number, false);
        }

        job.Diagnostics.Report(ImportProblems.MappedNumber(field, Cure(text)));
        return null;
    }

    private string Cure(string text)
    {
        var digits = text.Trim('%', '$', '\u20AC', ' ', '\u00A0');
        var isNumeric = digits.Length > 0 && digits.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '\'' or ' ' or '-' or '\u00A0');
        return isNumeric && digits.Any(char.IsAsciiDigit)
            ? $"Numbers are read with '{writing.Decimal}' as their decimal sign" +
                (writing.Thousands is { } sign ? $" and '{sign}' between thousands" : "") + ". Correct 'decimal' and 'thousands' in the mapping, or the table."
            : digits.Length <= 8
                ? "If it means that nothing was measured, add it to 'missing' in the mapping; or correct the table."
                : "Correct the table, or map another column.";
    }

    private static string Words(Unit unit) => unit switch
    {
        Unit.Percent => "a percentage",
        Unit.Seconds => "seconds",
        Unit.Usd => "US dollars",
        Unit.Number => "a number",
        Unit.Minutes => "minutes",
        Unit.Share => "a share",
        Unit.Count => "a count",
        _ => "a grade",
    };
}
