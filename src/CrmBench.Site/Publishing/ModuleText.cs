using System.Text.RegularExpressions;

namespace CrmBench.Site.Publishing;

/// <summary>
/// Reads an ES module: which others it names, and how it is sent. Browsers find the others by the import map of the page, so that what is
/// written between quotes stays as it is. A module is sent without comments, indentation and spaces beside signs, which nobody's browser needs; the lines stay.
/// </summary>
/// <remarks>
/// One pattern tells apart space, strings, template literals and regular expressions; everything else is code. Two things that it takes
/// wrongly are written otherwise easily: a regular expression right after <c>)</c> or a comment, and template literals three deep.
/// </remarks>
internal static partial class ModuleText
{
    private const string Quoted = """(?: "(?<address>(?>\\.|[^"\\\n])*)" | '(?<address>(?>\\.|[^'\\\n])*)' )""";

    // A slash begins a regular expression where an operand may stand.
    private const string Expression = """
        (?: (?<= (?: ^ | [^\w$\s)\]"'`/] | (?<![\w$.]) (?:await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield) ) \s* )
          / (?![*/]) (?> \\. | \[ (?> \\. | [^\]\\\n] )* \] | [^/\\\[\n] )+ / )
        """;

    private const string Tokens = $$"""
        (?<space> (?> \s | //[^\n]* | /\*(?s:.*?)(?:\*/|\z) )+ )
        | (?<import> (?<= (?<![\w$.]) (?:from|import) \s* ) {{Quoted}} )
        | (?<later> (?<= (?<![\w$.]) import (?:\.meta\.resolve)? \s* \( \s* ) {{Quoted}} )
        | (?<unmapped> (?<= \b URL \s* \( \s* ) {{Quoted}} (?= \s* , \s* import\.meta\.url) )
        | {{Quoted}}
        | {{Expression}}
        | ` (?> [^`\\$] | \\(?s:.) | \$(?!\{) | \$\{ (?> {{Quoted}} | {{Expression}} | `[^`]*` | \{[^{}]*\} | [^`"'{}] )* \} )* `
        """;

    /// <summary>The other modules that a module names, in order.</summary>
    public static IEnumerable<AssetReference> References(string module) =>
        from token in Token.Matches(module)
        let address = token.Groups["address"]
        where token.Groups["import"].Success || token.Groups["later"].Success || token.Groups["unmapped"].Success
        select new AssetReference(address.Index, address.Value, token.Groups["import"].Success, token.Groups["unmapped"].Success);

    /// <summary>A module without comments, indentation, empty lines and spaces that part nothing.</summary>
    public static string Compact(string module) => Token.Replace(module, token => token.Groups["space"].Success ? Space(module, token) : token.Value);

    // Space and comments are one line break where they hold one: it may stand for a semicolon. Else they are one space, or nothing beside
    // a sign that begins no longer one with its neighbour.
    private static string Space(string module, Match token)
    {
        const string Apart = ",;:=(){}[]?|&";
        var end = token.Index + token.Length;
        return token.Index == 0 ? ""
            : token.ValueSpan.Contains('\n') ? "\n"
            : end < module.Length && (Apart.Contains(module[token.Index - 1]) || Apart.Contains(module[end])) ? ""
            : " ";
    }

    [GeneratedRegex(Tokens, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }
}
