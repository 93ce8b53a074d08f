using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Tests.Data;

/// <summary>The ways in which tables come damaged. The tables have no quoted fields.</summary>
internal static class TableMutations
{
    private static readonly string[] Required =
    [
        "use_case", "item", "rater", "metric", "value", "source", "seconds", "status", "usd", "per", "id", "name", "provider", "released",
        "model", "valid_to",
    ];

    private static readonly string[] Numbers =
    [
        "value", "n", "sd", "low", "high", "level", "successes", "trials", "factuality", "completeness", "safety", "seconds", "input_tokens",
        "output_tokens", "usd", "per", "calls_per_year", "input_usd_per_mtok", "output_usd_per_mtok", "cached_input_usd_per_mtok",
    ];

    private static readonly string[] NoNumbers = ["good", "3 of 4", "1,5", "77.47%", "$2", "n/a", "-", "3.4.5", "0x10", "1e3", "three", "½"];
    private static readonly string[] Huge = ["99999999999999999999", "1" + new string('0', 39), new string('9', 400), "-99999999999999999999"];
    private static readonly string[] NotFinite = ["NaN", "nan", "Infinity", "-Infinity", "inf", "-inf", "∞"];

    public static ImmutableArray<Mutation> All { get; } =
    [
        // Columns. One that may be left out is right without it, so only others are dropped.
        new("drop a required column", DropColumn),
        new("double a column", (text, random) => Header(text, random, (names, at) => names[at] = names[(at + 1) % names.Length])),
        new("rename a column", (text, random) => Header(text, random, (names, at) => names[at] += "zz")),
        new("leave a column without a name", (text, random) => Header(text, random, (names, at) => names[at] = "")),

        // Rows and quotes.
        new("add a field to a row", (text, random) => Bytes(text.Insert(random.Next(text.IndexOf('\n', StringComparison.Ordinal) + 1, text.Length), ","))),
        new("lose a field of a row", LoseField),
        new("open a quote", (text, random) => Bytes(text.Insert(random.Next(text.Length + 1), "\""))),
        new("swap the separator", (text, random) => Bytes(text.Replace(',', random.GetItems([';', '\t', '|'], 1)[0]))),
        new("swap the separator of a row", SwapInRow),
        new("lose all rows", (text, _) => IsOfPrices(text) ? null : Bytes(text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)])),
        new("lose the header", (text, _) => Bytes(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])),

        // Where the cut leaves a whole row that lacks its line break only, it may be the end of a right file: many spreadsheets write it so.
        new("cut the file off", Cut) { MayOnlyWarn = true },

        // Values.
        new("write no number", (text, random) => Field(text, random, Numbers, NoNumbers)),
        new("write a huge number", (text, random) => Field(text, random, Numbers, Huge)),
        new("write a number that is none", (text, random) => Field(text, random, Numbers, NotFinite)),
        new("misspell a reference", (text, random) => Change(text, random, ["use_case", "profile", "metric", "method", "band", "model", "provider", IsOfPrices(text) ? "" : "source"], value => value + "x")),
        new("misspell a status", (text, random) => Change(text, random, ["status", "openness"], value => value + "x")),
        new("put white space around a name", (text, random) => Change(text, random, ["item", "rater", "name"], value => value + " ")),

        // Bytes.
        new("write a NUL byte", (text, random) => Bytes(text.Insert(random.Next(text.Length + 1), "\0"))),
        new("write an invisible character", (text, random) => Bytes(text.Insert(random.Next(text.Length + 1), random.GetItems(["\u200B", "\u202E", "\u0007"], 1)[0]))),
        new("save as Latin-1", (text, random) => Encoding.Latin1.GetBytes(text.Insert(random.Next(text.Length), "\u00E9"))),
        new("save as UTF-16", (text, random) => Utf16(text, random)),
        new("cut a character in two", (text, random) => CutCharacter(text, random)),
        new("lose everything", (_, random) => random.Next(2) == 0 ? [] : [.. Encoding.UTF8.Preamble, (byte)'\n']),

        // The same figures in other clothes.
        new("begin with a byte order mark", (text, _) => [.. Encoding.UTF8.Preamble, .. Bytes(text)]) { KeepsMeaning = true },
        new("end lines with CR and LF", (text, _) => Bytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))) { KeepsMeaning = true },
        new("end lines with CR", (text, _) => Bytes(text.Replace('\n', '\r'))) { KeepsMeaning = true },
        new("turn the columns round", (text, _) => Bytes(string.Concat(Rows(text).Select(row => string.Join(',', row.Reverse()) + "\n")))) { KeepsMeaning = true },
        new("quote every field", (text, _) => Bytes(string.Concat(Rows(text).Select(row => string.Join(',', row.Select(field => $"\"{field}\"")) + "\n")))) { KeepsMeaning = true },
        new("add a column of one's own", (text, _) => Bytes(string.Concat(Rows(text).Select((row, i) => string.Join(',', row) + (i == 0 ? ",x_own\n" : ",mine\n"))))) { KeepsMeaning = true },
    ];

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Utf16(string text, Random random) => random.Next(3) switch
    {
        0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        1 => Encoding.Unicode.GetBytes(text),
        _ => Encoding.BigEndianUnicode.GetBytes(text),
    };

    internal static byte[] CutCharacter(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return [.. Bytes(text[..at]), 0xE2, 0x82, .. Bytes(text[at..])];
    }

    // A site may know no price, and the source of a price is any text.
    private static bool IsOfPrices(string text) => text.StartsWith("model,input_usd", StringComparison.Ordinal);

    private static string[][] Rows(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

    private static byte[] Bytes(IEnumerable<string[]> rows) => Bytes(string.Concat(rows.Select(row => string.Join(',', row) + "\n")));

    private static byte[]? DropColumn(string text, Random random)
    {
        var rows = Rows(text);
        int[] droppable = [.. Enumerable.Range(0, rows[0].Length).Where(i => Required.Contains(rows[0][i]))];

        // Items are needed only where raters rate them. Of two columns that name the place of a figure one is enough, but then the other has every value.
        droppable = [.. droppable.Where(i => rows[0][i] != "item" || rows[0].Contains("rater"))];
        // The source goes without saying where a submission has one; a price always names its own.
        droppable = [.. droppable.Where(i => rows[0][i] != "source" || IsOfPrices(text))];
        droppable = [.. droppable.Where(i => rows[0][i] != "use_case" || !rows[0].Contains("profile") || rows.Skip(1).Any(row => row[i].Length > 0))];
        return droppable.Length == 0 ? null : Bytes(Without(rows, random.GetItems(droppable, 1)[0]));
    }

    private static IEnumerable<string[]> Without(string[][] rows, int at) => rows.Select(row => row.Where((_, i) => i != at).ToArray());

    private static byte[] Header(string text, Random random, Action<string[], int> change)
    {
        var rows = Rows(text);
        change(rows[0], random.Next(rows[0].Length));
        return Bytes(rows);
    }

    private static byte[] LoseField(string text, Random random)
    {
        var rows = Rows(text);
        var at = random.Next(1, rows.Length);
        rows[at] = rows[at][..^1];
        return Bytes(rows);
    }

    private static byte[] SwapInRow(string text, Random random)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var at = random.Next(1, lines.Length);
        lines[at] = lines[at].Replace(',', ';');
        return Bytes(string.Concat(lines.Select(line => line + "\n")));
    }

    // Not between two rows: nobody can see that others followed.
    private static byte[] Cut(string text, Random random)
    {
        var at = random.Next(1, text.TrimEnd().Length);
        return Bytes(text[..(text[at - 1] == '\n' ? at + 1 : at)]);
    }

    private static byte[]? Field(string text, Random random, string[] columns, string[] values) =>
        Change(text, random, columns, _ => random.GetItems(values, 1)[0].Replace(",", ";", StringComparison.Ordinal));

    private static byte[]? Change(string text, Random random, string[] columns, Func<string, string> change)
    {
        var rows = Rows(text);
        (int Row, int Column)[] places =
        [
            .. from row in Enumerable.Range(1, rows.Length - 1)
               from column in Enumerable.Range(0, rows[0].Length)
               where columns.Contains(rows[0][column]) && rows[row][column].Length > 0
               select (row, column),
        ];
        if (places.Length == 0)
        {
            return null;
        }

        var (at, of) = random.GetItems(places, 1)[0];
        rows[at][of] = change(rows[at][of]);
        return Bytes(rows);
    }
}
