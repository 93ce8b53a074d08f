using System.Globalization;
using System.Text;
using CrmBench.Cli.Console;

namespace CrmBench.Tests.Support;

/// <summary>
/// The example on the page of a code, in Markdown, made of its broken site: the lines at fault, what is printed, and the lines as they
/// stand in the good site. <c>content/problems/</c> ends with it, so that page and test cannot tell different things.
/// </summary>
internal sealed class ProblemExample
{
    /// <summary>The heading that it stands under.</summary>
    public const string Heading = "## Example\n";

    private const int MostLines = 10;
    private const int LongestLine = 140;

    private readonly BrokenFolder _folder;
    private readonly string _line;
    private readonly StringBuilder _text = new(Heading);

    private ProblemExample(string code, string printed)
    {
        _folder = new BrokenFolder(code);
        _line = printed.Split('\n').First(line => line.Contains($" {code}: ", StringComparison.Ordinal));
    }

    /// <summary>The example of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="printed">What is printed about its broken site.</param>
    public static string Of(string code, string printed)
    {
        var example = new ProblemExample(code, printed);
        example.Write();
        return example._text.ToString();
    }

    private void Write()
    {
        foreach (var sentence in _folder.Changes.Select(Sentence).Concat(_folder.Paths.Select(Asked)).Concat(_folder.Values.Select(Computed)))
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n{sentence}\n");
        }

        if (_folder.Command is { } command && command.StartsWith("import ", StringComparison.Ordinal))
        {
            _text.Append("\nThe command:\n");
            Block([$"crmbench {command}"]);
        }

        var shown = Shown().ToList();
        foreach (var (path, content) in shown)
        {
            WriteFile(path, content);
        }

        _text.Append("\nWhat is printed:\n");
        Block([_line]);
        if (shown.Where(file => _folder.Files.ContainsKey(file.Key)).ToList() is [var only])
        {
            WriteMended(only.Key, only.Value);
        }
    }

    /// <summary>
    /// The file that is named with a line. Where none is, the fault is in what the broken site lays over the good one: in files like
    /// the one that is named, or in all of them, few as they are.
    /// </summary>
    private IEnumerable<KeyValuePair<string, byte[]>> Shown()
    {
        var changed = _folder.Files.Where(file => Good(file.Key) is not { } good || !good.SequenceEqual(file.Value)).ToList();
        var named = _line[.._line.IndexOf(": ", StringComparison.Ordinal)].Split(':');
        var own = changed.Where(file => file.Key == named[0]).ToList();
        if (named.Length > 1)
        {
            return own.Count > 0 || Good(named[0]) is not { } good ? own : [.. changed.Take(1), KeyValuePair.Create(named[0], good)];
        }

        var others = changed.Except(own).ToList();
        var alike = others.Where(file => Path.GetFileName(file.Key) == Path.GetFileName(named[0])).ToList();
        return alike.Count > 0 ? alike : others.Count > 0 ? others.Take(2) : own;
    }

    private bool IsNamed(string path) => _line.StartsWith(path + ":", StringComparison.Ordinal);

    private void WriteFile(string path, byte[] content)
    {
        if (Lines(content) is not { } lines)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n`{path}` is {(content.Length == 0 ? "empty" : "saved as UTF-16")}.\n");
            return;
        }

        var shown = Excerpt(lines, Changed(lines, Good(path) is { } good ? Lines(good) ?? [] : []), path);
        var (first, last) = (shown.FirstOrDefault(i => i > 0 || !IsTable(path)), shown.LastOrDefault());
        var where = first == last || shown.Count <= 1
            ? FormattableString.Invariant($"line {last + 1}")
            : FormattableString.Invariant($"lines {first + 1} to {last + 1}");
        _text.Append(CultureInfo.InvariantCulture, $"\n`{path}`, {where}{(IsTable(path) && shown is [0, _, ..] ? ", below its header" : "")}:\n");
        Block(Joined(lines, shown).Select(Clipped));
    }

    private void WriteMended(string path, byte[] content)
    {
        if (Lines(content) is not { } broken || Good(path) is not { } good || Lines(good) is not { } lines)
        {
            return;
        }

        var changed = Changed(lines, broken);
        if (changed.Count == 0)
        {
            _text.Append("\nMended, these lines are not there.\n");
            return;
        }

        _text.Append("\nMended:\n");
        Block(Joined(lines, Excerpt(lines, changed, path: null, IsTable(path))).Select(Clipped));
    }

    /// <summary>Indices of the lines that differ, or that surround what is missing; with the line that is named and a table's header.</summary>
    private List<int> Excerpt(List<string> lines, SortedSet<int> changed, string? path, bool isTable = false)
    {
        var at = path is not null && IsNamed(path) && _line[(path.Length + 1)..].Split(':')[0] is var number
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? Math.Min(line, lines.Count) - 1 : -1;
        var shown = new SortedSet<int>(changed);
        if (at >= 0)
        {
            shown.Add(at);
        }

        if (shown.Count == 0 && lines.Count > 0)
        {
            shown.Add(0);
        }

        var near = shown.OrderBy(i => at < 0 ? i : Math.Abs(i - at)).Take(MostLines).ToList();
        if ((isTable || (path is not null && IsTable(path))) && !near.Contains(0))
        {
            near.Add(0);
        }

        near.Sort();
        return near;
    }

    private static IEnumerable<string> Joined(List<string> lines, List<int> shown)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] > shown[i - 1] + 1)
            {
                yield return "...";
            }

            yield return lines[shown[i]];
        }
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>The lines of one text that are not part of the longest common sequence of both.</summary>
    private static SortedSet<int> Changed(List<string> lines, List<string> others)
    {
        var common = new int[lines.Count + 1, others.Count + 1];
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            for (var j = others.Count - 1; j >= 0; j--)
            {
                common[i, j] = lines[i] == others[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var changed = new SortedSet<int>();
        for (int i = 0, j = 0; i < lines.Count;)
        {
            if (j < others.Count && lines[i] == others[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j < others.Count && common[i, j + 1] >= common[i + 1, j])
            {
                j++;
            }
            else
            {
                changed.Add(i++);
            }
        }

        return changed;
    }

    private byte[]? Good(string path)
    {
        if (path.StartsWith("output/", StringComparison.Ordinal) && _folder.Built.TryGetValue(path["output/".Length..], out var built))
        {
            return built;
        }

        var file = Repository.PathOf("tests", "sites", path.StartsWith("output/", StringComparison.Ordinal) ? "page" : "minimal", path);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    // Null where a page cannot show the bytes as text.
    private static List<string>? Lines(byte[] content)
    {
        if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble) || content.Length == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        for (var rest = content.AsSpan(); rest.Length > 0;)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            _ = status == System.Buffers.OperationStatus.Done
                ? text.Append(rune)
                : text.Append(CultureInfo.InvariantCulture, $"\\x{rest[0]:X2}");
            rest = rest[length..];
        }

        var lines = text.ToString().Split('\n').Select(line => Printable.Of(line.TrimEnd('\r'))).ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static string Sentence(string[] change) => change switch
    {
        ["remove", var path] => $"`{path}` is not there.",
        ["copy", var from, var to] => $"`{to}` is a copy of `{from}`.",
        ["move", var from, var to] => $"`{from}` has the name `{to}`.",
        ["link", var folder, var name] => $"`{folder}/{name}` is a symbolic link.",
        ["pipe", var folder, var name] => $"`{folder}/{name}` is a named pipe.",
        ["length", var path, var bytes] =>
            string.Create(CultureInfo.InvariantCulture, $"`{path}` has {long.Parse(bytes, CultureInfo.InvariantCulture):N0} bytes."),
        _ => throw new InvalidOperationException($"Unknown change: {string.Join(' ', change)}"),
    };

    private static string Asked(string route) => $"`{route.Split(' ')[0]}` is asked for by `{route.Split(' ')[1]}`.";

    private static string Computed(string value) => $"For the page, `{value.Split(' ')[0]}` was computed as {value.Split(' ')[1]}.";

    private static string Clipped(string line) => line.Length > LongestLine ? line[..LongestLine] + " ..." : line;

    private void Block(IEnumerable<string> lines)
    {
        _text.Append("\n```\n");
        foreach (var line in lines)
        {
            _text.Append(line).Append('\n');
        }

        _text.Append("```\n");
    }
}
