using System.Text;

namespace CrmBench.Site.Publishing;

/// <summary>
/// Reads an ES module: what it loads, and how it is sent. It loads by <c>import</c> and <c>export ... from</c>, <c>import("...")</c> and
/// <c>new URL("...", import.meta.url)</c>; outside comments, template literals' texts and regular expressions.
/// It is sent without its comments and its indentation, which nobody's browser needs; the lines stay.
/// </summary>
/// <remarks>
/// A slash begins a regular expression where an operand may stand. After <c>)</c> it is taken for a division, which is wrong only for
/// <c>if (x) /re/.test(y)</c> without braces.
/// </remarks>
internal sealed class ModuleText
{
    private static readonly HashSet<string> BeforeOperand = new(StringComparer.Ordinal)
    {
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void", "yield",
    };

    private readonly string _text;
    private readonly List<AssetReference> _found = [];
    private readonly StringBuilder _sent = new();
    private int _at;
    private string _last = "";
    private string _beforeLast = "";

    private ModuleText(string text) => _text = text;

    /// <summary>What a module loads.</summary>
    public static IReadOnlyList<AssetReference> References(string module) => Read(module)._found;

    /// <summary>A module without comments, indentation and empty lines.</summary>
    public static string Compact(string module) => Read(module)._sent.ToString();

    private static ModuleText Read(string module)
    {
        var text = new ModuleText(module);
        text.ReadCode(endsAtBrace: false);
        return text;
    }

    /// <summary>Reads to the end, or to the brace that closes the <c>${</c> of a template literal.</summary>
    private void ReadCode(bool endsAtBrace)
    {
        var depth = 0;
        while (_at < _text.Length)
        {
            var start = _at;
            var c = _text[_at];
            if (char.IsWhiteSpace(c))
            {
                _at++;
                SendSpace(_text.AsSpan(start, 1));
            }
            else if (IsAhead("//"))
            {
                SkipTo("\n");
                SendSpace(_text.AsSpan(start, _at - start));
            }
            else if (IsAhead("/*"))
            {
                _at += 2;
                SkipTo("*/");
                SendSpace(_text.AsSpan(start, _at - start));
            }
            else if (c == '`')
            {
                ReadTemplate();
            }
            else if (endsAtBrace && depth == 0 && c == '}')
            {
                return;
            }
            else
            {
                ReadToken(c, ref depth);
                _sent.Append(_text, start, Math.Min(_at, _text.Length) - start);
            }
        }
    }

    private void ReadToken(char c, ref int depth)
    {
        if (c is '"' or '\'')
        {
            ReadString(c);
        }
        else if (c == '/' && AwaitsOperand())
        {
            ReadRegularExpression();
        }
        else if (IsNamePart(c))
        {
            var start = _at;
            while (_at < _text.Length && IsNamePart(_text[_at]))
            {
                _at++;
            }

            Remember(_text[start.._at]);
        }
        else
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            Remember(c.ToString());
            _at++;
        }
    }

    /// <summary>Space and comments are one space, or one line break where they held one: it may stand for a semicolon.</summary>
    private void SendSpace(ReadOnlySpan<char> space)
    {
        var isBreak = space.Contains('\n');
        if (_sent.Length == 0 || _sent[^1] == '\n' || (_sent[^1] == ' ' && !isBreak))
        {
            return;
        }

        if (_sent[^1] == ' ')
        {
            _sent.Length--;
        }

        _sent.Append(isBreak ? '\n' : ' ');
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private bool IsAhead(string expected) => string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;

    private bool AwaitsOperand() =>
        _last.Length == 0 || BeforeOperand.Contains(_last) || (!IsNamePart(_last[^1]) && _last is not (")" or "]" or "\""));

    private void Remember(string token) => (_beforeLast, _last) = (_last, token);

    private void SkipTo(string mark) =>
        _at = _text.IndexOf(mark, Math.Min(_at, _text.Length), StringComparison.Ordinal) is >= 0 and var found
            ? found + mark.Length
            : _text.Length;

    private void ReadString(char quote)
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] != quote)
        {
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at, _text.Length);
        var text = _text[start.._at];
        _at++;

        var isImport = _last is "from" or "import";
        var isLoadedLater = (_last, _beforeLast) is ("(", "import") || ((_last, _beforeLast) is ("(", "URL") && IsFollowedByModuleUrl());
        if (isImport || isLoadedLater)
        {
            _found.Add(new AssetReference(start, text, isImport));
        }

        Remember("\"");
    }

    private bool IsFollowedByModuleUrl()
    {
        var rest = _text.AsSpan(Math.Min(_at, _text.Length)).TrimStart();
        return rest.StartsWith(",") && rest[1..].TrimStart().StartsWith("import.meta.url");
    }

    // Every character of a template's text counts, its indentation too.
    private void ReadTemplate()
    {
        var start = _at++;
        while (_at < _text.Length && _text[_at] != '`')
        {
            if (IsAhead("${"))
            {
                _at += 2;
                _sent.Append(_text, start, _at - start);
                Remember("{");
                ReadCode(endsAtBrace: true);
                start = Math.Min(_at++, _text.Length);
            }
            else
            {
                _at += _text[_at] == '\\' ? 2 : 1;
            }
        }

        _at = Math.Min(_at + 1, _text.Length);
        _sent.Append(_text, start, _at - start);
        Remember("\"");
    }

    private void ReadRegularExpression()
    {
        _at++;
        var inClass = false;
        while (_at < _text.Length && _text[_at] != '\n' && (inClass || _text[_at] != '/'))
        {
            inClass = _text[_at] switch { '[' => true, ']' => false, _ => inClass };
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        _at++;
        Remember("\"");
    }
}
