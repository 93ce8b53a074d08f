using System.Globalization;
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
