using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Tests.Data;

/// <summary>Files damaged by chance, with a fixed seed: reading never throws, and never passes damage silently.</summary>
public partial class MutationTests
{
    private static readonly string[] Tables = [.. Sites.Minimal.Paths.Where(path => path.EndsWith(".csv", StringComparison.Ordinal))];
    private static readonly string[] Trees = [.. Sites.Minimal.Paths.Where(path => path.EndsWith(".json", StringComparison.Ordinal))];

    public static TheoryData<string, int> OfTables => Cases(
        "rename-column", "double-column", "separator", "quote", "longer-row", "cut", "utf-16", "utf-16-plain", "latin-1", "empty");

    public static TheoryData<string, int> OfTrees => Cases(
        "cut", "structure", "rename-property", "text-for-number", "number-for-text", "utf-16", "latin-1", "empty");

    [Theory]
    [MemberData(nameof(OfTables))]
    public void A_damaged_table_is_reported(string damage, int seed)
    {
        foreach (var path in Tables)
        {
            AssertReported(path, Damage(damage, path, new Random(seed)), damage);
        }
    }

    [Theory]
    [MemberData(nameof(OfTrees))]
    public void A_damaged_JSON_file_is_reported(string damage, int seed)
    {
        foreach (var path in Trees)
        {
            AssertReported(path, Damage(damage, path, new Random(seed)), damage);
        }
    }

    [Theory]
    [InlineData("use_case", "ratings.csv")]
    [InlineData("item", "ratings.csv")]
    [InlineData("rater", "ratings.csv")]
    [InlineData("metric", "scores.csv")]
    [InlineData("value", "scores.csv")]
    [InlineData("source", "scores.csv")]
    [InlineData("seconds", "latencies.csv")]
    [InlineData("status", "latencies.csv")]
    [InlineData("usd", "costs.csv")]
    [InlineData("per", "costs.csv")]
    [InlineData("id", "models.csv")]
    [InlineData("provider", "models.csv")]
    [InlineData("released", "models.csv")]
    [InlineData("name", "providers.csv")]
    [InlineData("model", "prices.csv")]
    [InlineData("valid_to", "prices.csv")]
    [InlineData("profile", "use-cases.csv")]
    public void A_dropped_column_is_named(string column, string file)
    {
        foreach (var path in Tables.Where(path => path.EndsWith("/" + file, StringComparison.Ordinal)))
        {
            var rows = Text(path).TrimEnd('\n').Split('\n').Select(line => line.Split(',').ToList()).ToList();
            var index = rows[0].IndexOf(column);
            rows.ForEach(row => row.RemoveAt(index));

            var found = Read(path, Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\n"))));

            Assert.Contains(found, diagnostic =>
                diagnostic.Code == "CB0302" && diagnostic.Message.Contains($"'{column}'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Any_changed_bytes_are_read_without_an_exception()
    {
        var random = new Random(20260801);
        foreach (var path in Tables.Concat(Trees))
        {
            for (var i = 0; i < 25; i++)
            {
                var bytes = Sites.Minimal.Read(path).ToArray();
                for (var change = random.Next(1, 6); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                Read(path, bytes);
            }
        }
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception()
    {
        var random = new Random(20260802);
        foreach (var path in Tables.Concat(Trees))
        {
            var bytes = new byte[random.Next(1, 500)];
            random.NextBytes(bytes);

            Assert.NotEmpty(Read(path, bytes));
        }
    }

    private static TheoryData<string, int> Cases(params string[] damages)
    {
        var cases = new TheoryData<string, int>();
        foreach (var damage in damages)
        {
            for (var seed = 1; seed <= 5; seed++)
            {
                cases.Add(damage, seed);
            }
        }

        return cases;
    }

    private static void AssertReported(string path, byte[] damaged, string damage)
    {
        var found = Read(path, damaged);

        Assert.True(
            found.Any(diagnostic => diagnostic.Place.Path == path),
            $"{damage} in {path} passed:\n{Encoding.UTF8.GetString(damaged)}");
    }

    private static Diagnostic[] Read(string path, byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(Sites.Minimal.With(path, content), diagnostics);
        return [.. diagnostics.ToSorted()];
    }

    private static string Text(string path) => Encoding.UTF8.GetString(Sites.Minimal.Read(path));

    private static byte[] Damage(string damage, string path, Random random)
    {
        var text = Text(path);
        var lines = text.TrimEnd('\n').Split('\n');
        var header = lines[0].Split(',');
        return damage switch
        {
            "rename-column" => Bytes(lines, Replaced(header, random, name => name + "zz")),
            "double-column" => Bytes(lines, Replaced(header, random, name => header.First(other => other != name))),
            "separator" => Encoding.UTF8.GetBytes(text.Replace(',', random.GetItems([';', '\t', '|'], 1)[0])),
            "quote" => Encoding.UTF8.GetBytes(text.Insert(random.Next(text.Length + 1), "\"")),
            "longer-row" => Encoding.UTF8.GetBytes(text.Insert(random.Next(lines[0].Length + 1, text.Length), ",")),
            "cut" => Encoding.UTF8.GetBytes(text[..CutAt(text, random)]),
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16-plain" => random.Next(2) == 0 ? Encoding.Unicode.GetBytes(text) : Encoding.BigEndianUnicode.GetBytes(text),
            "latin-1" => Encoding.Latin1.GetBytes(text.Insert(random.Next(text.Length), "\u00E9")),
            "empty" => random.Next(2) == 0 ? [] : [.. Encoding.UTF8.Preamble, (byte)'\n'],
            "structure" => Encoding.UTF8.GetBytes(WithoutOne(text, random)),
            "rename-property" => Encoding.UTF8.GetBytes(ChangedMatch(text, random, Property(), match => match.Value.Insert(1, "zz"))),
            "text-for-number" => Encoding.UTF8.GetBytes(
                ChangedMatch(text, random, NumberValue(), match => $": \"{match.Groups[1].Value}\"")),
            "number-for-text" => Encoding.UTF8.GetBytes(ChangedMatch(text, random, TextValue(), _ => ": 17")),
            _ => throw new ArgumentOutOfRangeException(nameof(damage)),
        };
    }

    private static byte[] Bytes(string[] lines, string[] header) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Skip(1).Prepend(string.Join(',', header)).Select(line => line + "\n")));

    private static string[] Replaced(string[] header, Random random, Func<string, string> change)
    {
        var changed = header.ToArray();
        var at = random.Next(header.Length);
        changed[at] = change(changed[at]);
        return changed;
    }

    // A cut between two rows leaves a right table; every other one must be found.
    private static int CutAt(string text, Random random)
    {
        var at = random.Next(1, text.TrimEnd().Length);
        return text[at - 1] == '\n' ? at + 1 : at;
    }

    private static string WithoutOne(string text, Random random)
    {
        var structural = new List<int>();
        var isInText = false;
        for (var i = 0; i < text.Length; i++)
        {
            isInText ^= text[i] == '"';
            if (text[i] == '"' || (!isInText && "{}[],:".Contains(text[i], StringComparison.Ordinal)))
            {
                structural.Add(i);
            }
        }

        return text.Remove(structural[random.Next(structural.Count)], 1);
    }

    private static string ChangedMatch(string text, Random random, Regex pattern, MatchEvaluator change)
    {
        var matches = pattern.Matches(text);
        var match = matches[random.Next(matches.Count)];
        return text[..match.Index] + change(match) + text[(match.Index + match.Length)..];
    }

    // Names in "settings" are free, so theirs are left alone.
    [GeneratedRegex("\"(?!temperature)[a-z_]+\"(?=:)")]
    private static partial Regex Property();

    [GeneratedRegex(": ([0-9.]+)")]
    private static partial Regex NumberValue();

    [GeneratedRegex(": \"[^\"]*\"")]
    private static partial Regex TextValue();
}
