using System.Collections.Frozen;
using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Values;

/// <summary>Letters of other alphabets that pass for Latin ones, so that two names look the same and are not.</summary>
/// <remarks>
/// Only pairs that common fonts draw alike, chosen after the letters that the Unicode Consortium calls confusable (UTS 39); letters that
/// merely remind of one another, such as α and a, are what they are.
/// </remarks>
internal static class Alphabets
{
    private const string Cyrillic = "АAаaВBЕEеeЅSѕsІIіiЇÏїïЈJјjКKМMНHһhОOоoРPрpСCсcТTУYуyХXхxҮYԁdԛqԜWԝwӀIӏl";

    private const string Greek = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOοoΡPΤTΥYΧXϲcϹCϳjͿJ";

    private const string Armenian = "ՍUՏSՕOօoսuզqհhոnցgԼL";

    private static readonly FrozenDictionary<char, (char Latin, string Alphabet)> s_twins =
        Pairs(Cyrillic, "Cyrillic").Concat(Pairs(Greek, "Greek")).Concat(Pairs(Armenian, "Armenian"))
            .ToFrozenDictionary(pair => pair.Letter, pair => (pair.Latin, pair.Alphabet));

    /// <summary>The first letter that passes for a Latin one within a word that has Latin letters, and its alphabet; null where none does.</summary>
    /// <param name="text">A name.</param>
    public static (int Letter, string Alphabet)? Mixed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return null;
        }

        (int, string)? found = null;
        var hasLatin = false;
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                (found, hasLatin) = (null, false);
                continue;
            }

            found ??= s_twins.TryGetValue(letter, out var twin) ? (letter, twin.Alphabet) : null;
            hasLatin |= char.IsLetter(letter) && letter <= 'ɏ';
            if (found is not null && hasLatin)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What a name looks like: with the Latin letter for each that passes for one, and for each of full width.</summary>
    public static string Look(string name) => Ascii.IsValid(name) ? name : string.Create(name.Length, name, (look, text) =>
    {
        for (var i = 0; i < look.Length; i++)
        {
            look[i] = text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - '\uFF01' + '!')
                : s_twins.TryGetValue(text[i], out var twin) ? twin.Latin
                : text[i];
        }
    });

    private static IEnumerable<(char Letter, char Latin, string Alphabet)> Pairs(string pairs, string alphabet) =>
        pairs.Chunk(2).Select(pair => (pair[0], pair[1], alphabet));
}

/// <summary>Finds things whose names read alike: the same words, whatever their case and the spaces and alphabets of their letters.</summary>
internal static class ReadAlike
{
    /// <summary>Each thing whose name reads like that of one before it, with the first of them.</summary>
    /// <param name="things">In the order in which they count as first.</param>
    /// <param name="name">What readers call one.</param>
    public static IEnumerable<(T Thing, T First)> Of<T>(IEnumerable<T> things, Func<T, string> name) => things
        .Where(thing => name(thing).Length > 0)
        .GroupBy(thing => Words(name(thing)), StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1).Select(thing => (thing, group.First())));

    private static string Words(string name) =>
        string.Join(' ', Alphabets.Look(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

/// <summary>Remembers what names look like, to find one that looks like another and is not.</summary>
internal sealed class Looks
{
    private readonly Dictionary<string, Located<string>> _firsts = new(StringComparer.Ordinal);

    /// <summary>The first name that looks like this one in letters of another alphabet, or null.</summary>
    public Located<string>? Before(Located<string> name) =>
        _firsts.TryAdd(Alphabets.Look(name.Value), name) || _firsts[Alphabets.Look(name.Value)] is not { } first || first.Value == name.Value
            ? null
            : first;
}
