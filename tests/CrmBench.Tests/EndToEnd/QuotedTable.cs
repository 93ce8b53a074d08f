using System.Text;

namespace CrmBench.Tests.EndToEnd;

/// <summary>A table with quoted fields as RFC 4180 has it, read the shortest way: an oracle must not share the reader it checks.</summary>
internal static class QuotedTable
{
    /// <summary>The rows by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var records = Records(text).ToArray();
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\n' when !quoted:
                    record.Add(field.ToString());
                    field.Clear();
                    if (text[i] == '\n')
                    {
                        yield return record;
                        record = [];
                    }

                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }
    }
}
