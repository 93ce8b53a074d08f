using System.Globalization;
using System.Text;
using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Fuzzing;

/// <summary>
/// Addresses that nobody made by using a page: right names with wrong values, wrong names with right ones, markup, names that every object
/// of the language has, numbers beyond all bounds, text in every alphabet and in none, lengths.
/// </summary>
/// <param name="words">Words that mean something to the page: names and values of its own addresses, ids of its rows.</param>
internal sealed class HostileAddress(IReadOnlyList<string> words)
{
    /// <summary>The name of the element, and the start of the call, by which markup that became live is found.</summary>
    public const string Mark = "zq";

    private static readonly string[] Names =
    [
        "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "length", "then", "", " ", "a[]", "a[b]", "[object Object]",
        "<zq>", "\"onload=zq()", "\uFF1Dq", "q\0", "max.", ".", "min.__proto__", "max.constructor", "weight.__proto__", "v", "embed", "\u202Eq",
    ];

    private static readonly string[] Values =
    [
        "<zq>", "<img src=x onerror=zq()>", "\"><zq onclick=zq()>", "'-zq()-'", "</script><script>zq()</script>", "javascript:zq()", "//zq.example/", "https://zq.example/x.js",
        "../../..", "\\\\zq.example\\x", "data:text/html,<zq>", "{{constructor.constructor('zq()')()}}", "${zq()}", "__proto__", "constructor", "toString", "hasOwnProperty",
        "NaN", "Infinity", "-Infinity", "1e999", "-1", "-0", "0x10", "1e-400", "99999999999999999999999", "1.7976931348623157e308", "0.1.2", "1,5", "null", "undefined", "true", "[]", "{}",
        "", " ", ",", ",,,,", ".r", ".r.r", "a.r", "\0", "\r\n", "\t", "\uFEFF", "\u202Egnp", "\uD83D\uDCA9", "e\u0301", "\u0130", "\u00DF", "%", "&", "#", "?", "+", ";", "*", "[", "\"", "'", "\\",
        "#x]/*,:not(*)", "a\"]*{}", "(?:a+)+$",
    ];

    // What no program writes, and every browser takes in its own way.
    private static readonly string[] Raw = ["%", "%zz", "%ED%A0%80", "%C0%AF", "%00", "%F5%80%80%80", "&&&", "=", "==a", "?", "??", "&=", ";", "|", "%26", "%3D", "%252E"];

    /// <summary>What stands behind the path of a page: a query, a fragment, or both.</summary>
    public string Make(Xoshiro256 random)
    {
        var address = new StringBuilder("?");
        for (var left = random.NextInt(7); left > 0; left--)
        {
            address.Append(address.Length > 1 ? "&" : "").Append(Written(Name(random), random)).Append(random.NextInt(12) == 0 ? "" : "=").Append(Written(Value(random), random));
        }

        if (random.NextInt(6) == 0)
        {
            address.Append(One(Raw, random));
        }

        if (random.NextInt(3) == 0)
        {
            address.Append('#').Append(Written(random.NextInt(2) == 0 ? Value(random) : Word(random), random));
        }

        return address.ToString();
    }

    /// <summary>A path below the root of the site where no page is.</summary>
    public string MakePath(Xoshiro256 random)
    {
        var parts = Enumerable.Range(0, 1 + random.NextInt(3)).Select(_ => Uri.EscapeDataString(random.NextInt(2) == 0 ? Word(random) + One(Values, random) : One(Values, random)));
        return string.Join('/', parts.Where(part => part.Trim('.').Length > 0).Append("no-page")) + Make(random);
    }

    private string Name(Xoshiro256 random) => random.NextInt(10) switch
    {
        < 6 => Word(random),
        6 => $"{(random.NextInt(2) == 0 ? "max" : "min")}.{Word(random)}",
        _ => One(Names, random),
    };

    private string Value(Xoshiro256 random) => random.NextInt(12) switch
    {
        < 3 => Word(random),
        < 5 => string.Join(',', Enumerable.Range(0, 1 + random.NextInt(5)).Select(_ => random.NextInt(3) == 0 ? One(Values, random) : Word(random))),
        5 => Number(random),
        6 => Long(One(Values, random), random),
        _ => One(Values, random),
    };

    private static string Number(Xoshiro256 random) =>
        ((random.NextDouble() - 0.3) * Math.Pow(10, random.NextInt(40) - 10)).ToString("R", CultureInfo.InvariantCulture);

    // As long as a browser and a server let an address be, and a little longer than the scripts do.
    private static string Long(string text, Xoshiro256 random)
    {
        var most = 60 << random.NextInt(8);
        return text.Length == 0 ? new string('x', most) : string.Concat(Enumerable.Repeat(text, 1 + (most / text.Length)))[..most];
    }

    private static string Written(string text, Xoshiro256 random) =>
        random.NextInt(4) > 0 ? Uri.EscapeDataString(text) : new string([.. text.Where(character => character is > ' ' and < '\x7F' and not '#')]);

    private string Word(Xoshiro256 random) => One(words, random);

    private static string One(IReadOnlyList<string> all, Xoshiro256 random) => all[random.NextInt(all.Count)];
}
