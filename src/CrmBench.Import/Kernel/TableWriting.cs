using System.Collections.Immutable;
using System.Text;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;

namespace CrmBench.Import.Kernel;

/// <summary>How another tool's table is written: its fields, its numbers, its empty cells.</summary>
internal sealed record TableWriting
{
    /// <summary>What stands between the fields of a text table.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The decimal sign.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>What separates groups of three digits, or null.</summary>
    public char? Thousands { get; init; }

    /// <summary>Texts that mean an empty cell, whatever their case.</summary>
    public ImmutableHashSet<string> Missing { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of a workbook's sheet; null for its only visible one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Which row holds the names of the columns, from 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>The encoding of a text table.</summary>
    public string Encoding { get; init; } = MappingForm.Encodings[0];

    /// <summary>The bytes of a text table as UTF-8.</summary>
    public byte[] ToUtf8(ReadOnlyMemory<byte> content) => Encoding == MappingForm.Encodings[0]
        ? content.ToArray()
        : System.Text.Encoding.Convert(
            CodePagesEncodingProvider.Instance.GetEncoding(Encoding) ?? System.Text.Encoding.GetEncoding(Encoding), System.Text.Encoding.UTF8, content.ToArray());

    /// <summary>A number in this writing, with all its decimals.</summary>
    public string Number(decimal number) =>
        Data.Writing.DecimalText.Of(number).Replace('.', Decimal);

    /// <summary>Reads it from a mapping; what is wrong is reported.</summary>
    public static TableWriting Read(JsonObject json)
    {
        var delimiter = json.OptionalWord("delimiter");
        var writing = new TableWriting
        {
            Encoding = json.OptionalWord("encoding") ?? MappingForm.Encodings[0],
            Delimiter = delimiter is null ? ',' : MappingForm.Delimiters.First(known => known.Word == delimiter).Character,
            Decimal = (json.OptionalWord("decimal") ?? ".")[0],
            Thousands = json.OptionalWord("thousands")?[0],
            Missing = ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, json.Texts("missing").Select(text => text.Value.Trim())),
            Sheet = json.OptionalText("sheet"),
            HeaderRow = json.OptionalWhole("header_row") ?? 1,
        };
        if (writing.Thousands == writing.Decimal)
        {
            json.Fail(ImportProblems.MappingContradicts(
                json.PlaceOf("thousands"), $"'{writing.Decimal}' cannot be both the decimal sign and the sign between thousands."));
        }

        return writing;
    }

    /// <summary>
    /// Reads a number without its sign of percent or currency: an optional sign, digits, groups of three only where
    /// <see cref="Thousands"/> says so, a decimal sign with digits around it, an exponent.
    /// </summary>
    public bool TryNumber(string text, out decimal number)
    {
        // Word processors write a minus of their own, and spaces that do not break.
        var plain = text.Replace('\u2212', '-').Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\u2009', ' ').Replace('\u2019', '\'');
        number = 0;
        var end = plain.AsSpan().IndexOfAny(Decimal, 'e', 'E');
        var whole = end < 0 ? plain : plain[..end];
        if (Thousands is { } thousands && whole.Contains(thousands, StringComparison.Ordinal))
        {
            var groups = whole.TrimStart('-', '+').Split(thousands);
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
            {
                return false;
            }

            whole = whole.Replace(thousands.ToString(), "", StringComparison.Ordinal);
        }

        var rest = end < 0 ? "" : plain[end..];
        if (whole.AsSpan().ContainsAny('.', ',', '\'') || rest.AsSpan(Math.Min(1, rest.Length)).ContainsAny('.', ','))
        {
            return false;
        }

        if (rest.Length > 0 && rest[0] == Decimal)
        {
            rest = "." + rest[1..];
        }

        return DraftNumber.TryParse(whole + rest, out number);
    }
}
