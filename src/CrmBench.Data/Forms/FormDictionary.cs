using System.Globalization;
using System.Text;
using CrmBench.Core.Model;
using CrmBench.Data.Files;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>Says in words what a value may be.</summary>
internal static class FormWords
{
    /// <summary>The words, in Markdown: <c>date</c>, <c>number, 0 or more</c>, <c>list of use case ids</c>.</summary>
    public static string Of(ValueForm value) => value.Kind switch
    {
        ValueKind.Text when value.MostCharacters < ValueForm.MostOfText => Invariant($"text, at most {value.MostCharacters} characters"),
        ValueKind.Text or ValueKind.AnyText => "text",
        ValueKind.Identifier => "identifier",
        ValueKind.Identifiers => "identifiers separated by spaces",
        ValueKind.Reference => $"{value.Target.Kind} id in `{value.Target.DeclaredIn}`",
        ValueKind.Word => Choice(value.Words),
        ValueKind.Date => "date",
        ValueKind.Address => "https address",
        ValueKind.BaseAddress => "https address ending in `/`",
        ValueKind.Number => Number(value, "number"),
        ValueKind.Whole => Number(value, "whole number"),
        ValueKind.Flag => "true or false",
        ValueKind.List => $"list, each {Each(value.Item!)}" + (value.AtLeastOne ? "; one at least" : "") + AtMost(value),
        ValueKind.Object when value.Properties!.ShortFor is { } only => $"object: {value.Properties.Name}, or its `{only}`",
        ValueKind.Object => $"object: {value.Properties!.Name}",
        ValueKind.Map => $"object of {Of(value.Names!)} to {Of(value.Item!)}" + AtMost(value),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    // What holds of most lists is said once for the file.
    private static string AtMost(ValueForm value) => value.MostEntries < ValueForm.MostOfList ? Invariant($"; {value.MostEntries} at most") : "";

    private static string Each(ValueForm item) => item.Kind == ValueKind.Object ? item.Properties!.Name : Of(item);

    private static string Choice(IReadOnlyList<string> words) => words.Count switch
    {
        1 => Code(words[0]),
        > 8 => "a column's name",
        _ => $"{string.Join(", ", words.SkipLast(1).Select(Code))} or {Code(words[^1])}",
    };

    // A bar would end the cell of a table, even between backticks.
    private static string Code(string word) => $"`{word.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Number(ValueForm value, string noun)
    {
        // A bound from here on only keeps slips out.
        const double Boundless = NumberRange.Most;
        var (low, high) = (value.Range.Lowest, value.Range.Highest);
        return (low > -Boundless, high < Boundless, value.Range.EndsIncluded) switch
        {
            (false, false, _) => noun,
            (true, false, true) => Invariant($"{noun}, {low} or more"),
            (true, false, false) => Invariant($"{noun} above {low}"),
            (_, _, true) => Invariant($"{noun} from {low} to {high}"),
            _ => Invariant($"{noun} between {low} and {high}"),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes forms as tables in Markdown: the dictionary of the data, and what lies beside the files of a new submission.</summary>
internal static class FormDictionary
{
    /// <summary>A JSON file: what it holds, its properties, and those of the objects in it.</summary>
    public static string Of(FileForm form)
    {
        var text = new StringBuilder().Append(form.Meaning).Append(CultureInfo.InvariantCulture,
            $" At most {Measure.Bytes(LargestFile.Json)}; a text has at most {ValueForm.MostOfText:N0} characters and a list {ValueForm.MostOfList:N0} entries, where nothing less is said.\n\n");
        AppendObject(text, form.Whole);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AppendInner(text, form.Root, seen);
        return text.ToString();
    }

    /// <summary>A table: what it holds, and its columns.</summary>
    public static string Of(TableForm form)
    {
        var text = new StringBuilder().Append(form.Meaning).Append(CultureInfo.InvariantCulture,
            $" At most {Measure.Bytes(form.Largest)} and {form.MostRows:N0} rows; a text has at most {ValueForm.MostOfText:N0} characters, where nothing less is said.\n\n");
        text.Append("| Column | Type | Meaning | Example |\n| --- | --- | --- | --- |\n");
        foreach (var column in form.Columns)
        {
            var type = column.Presence switch
            {
                Presence.Filled when column.Name == form.Key => $"{FormWords.Of(column.Value)}, unique",
                Presence.Filled => FormWords.Of(column.Value),
                Presence.MayBeEmpty => $"{FormWords.Of(column.Value)}, or empty",
                _ => $"{FormWords.Of(column.Value)}, or empty; optional column",
            };
            text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {type} | {column.Meaning} | {Code(column.Example)} |\n");
        }

        if (form.More is { } more)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {more.Name} | {more.Type} | {more.Meaning} | `4` |\n");
        }

        return text.ToString();
    }

    private static string Code(string example) => example.Length == 0 ? "" : $"`{example}`";

    private static void AppendInner(StringBuilder text, ObjectForm form, HashSet<string> seen)
    {
        foreach (var value in form.Properties.Select(property => property.Value.Item ?? property.Value))
        {
            if (value.Properties is { } inner && seen.Add(inner.Name))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{Noun.Capital(inner.Name)}:\n\n");
                AppendObject(text, inner);
                AppendInner(text, inner, seen);
            }
        }
    }

    private static void AppendObject(StringBuilder text, ObjectForm form)
    {
        text.Append("| Property | Type | Meaning |\n| --- | --- | --- |\n");
        foreach (var property in form.Properties)
        {
            var optional = property.IsOptional ? "; optional" : "";
            var type = property.Name == FileForm.VersionName ? $"the number {FormVersion.Newest}" : FormWords.Of(property.Value);
            text.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {type}{optional} | {property.Meaning} |\n");
        }
    }
}
