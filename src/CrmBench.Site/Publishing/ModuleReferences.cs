namespace CrmBench.Site.Publishing;

/// <summary>
/// Finds what an ES module loads: <c>import</c> and <c>export ... from</c>, <c>import("...")</c> and
/// <c>new URL("...", import.meta.url)</c>; outside comments, template literals' texts and regular expressions.
/// </summary>
/// <remarks>
/// A slash begins a regular expression where an operand may stand. After <c>)</c> it is taken for a division, which is wrong only for
/// <c>if (x) /re/.test(y)</c> without braces.
/// </remarks>
internal sealed class ModuleReferences
{
    private static readonly HashSet<string> BeforeOperand = new(StringComparer.Ordinal)
    {
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void", "yield",
    };

    private readonly string _text;
    private readonly List<AssetReference> _found = [];
    private int _at;
    private string _last = "";
    private string _beforeLast = "";

    private ModuleReferences(string text) => _text = text;

    public static IReadOnlyList<AssetReference> Find(string module)
    {
        var search = new ModuleReferences(module);
        search.ReadCode(endsAtBrace: false);
        return search._found;
    }

    /// <summary>Reads to the end, or to the brace that closes the <c>${</c> of a template literal.</summary>
    private void ReadCode(bool endsAtBrace)
    {
        var depth = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (IsAhead("//"))
            {
                SkipTo("\n");
            }
            else if (IsAhead("/*"))
            {
                _at += 2;
                SkipTo("*/");
            }
            else if (c is '"' or '\'')
            {
                ReadString(c);
            }
            else if (c == '`')
            {
                ReadTemplate();
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
            else if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else
            {
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth < 0 && endsAtBrace)
                {
                    return;
                }

                Remember(c.ToString());
                _at++;
            }
        }
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

        var isImport = _last is "from" or "import" || (_last, _beforeLast) is ("(", "import");
        var isUrl = (_last, _beforeLast) is ("(", "URL") && IsFollowedByModuleUrl();
        if (isImport || isUrl)
        {
            _found.Add(new AssetReference(start, text));
        }

        Remember("\"");
    }

    private bool IsFollowedByModuleUrl()
    {
        var rest = _text.AsSpan(Math.Min(_at, _text.Length)).TrimStart();
        return rest.StartsWith(",") && rest[1..].TrimStart().StartsWith("import.meta.url");
    }

    private void ReadTemplate()
    {
        _at++;
        while (_at < _text.Length && _text[_at] != '`')
        {
            if (IsAhead("${"))
            {
                _at += 2;
                Remember("{");
                ReadCode(endsAtBrace: true);
                _at++;
            }
            else
            {
                _at += _text[_at] == '\\' ? 2 : 1;
            }
        }

        _at++;
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
