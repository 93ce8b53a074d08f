using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Values;

/// <summary>The names of one kind that others may refer to.</summary>
/// <param name="Kind">What they name, with its article left out: "use case".</param>
/// <param name="DeclaredIn">Where a missing one would be added, for messages: "use-cases.csv".</param>
/// <param name="Names">The names in the order of their declaration.</param>
/// <param name="AreAll">
/// False where a declaration could not be read: then an unknown name may be right, and a report about it would hide the cause.
/// </param>
internal sealed record KnownNames(string Kind, string DeclaredIn, IReadOnlyCollection<string> Names, bool AreAll = true)
{
    private readonly HashSet<string> _names = new(Names, StringComparer.Ordinal);

    /// <summary>Whether the name is declared.</summary>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>A sentence that helps on after an unknown name: the nearest one, or all if they are few.</summary>
    public string Hint(string name) => NearestName.Hint(name, Names, Names.Count switch
    {
        0 => $"None is declared in {DeclaredIn}.",
        <= 8 => $"Those declared in {DeclaredIn} are {string.Join(", ", Names)}.",
        _ => $"Use one that is declared in {DeclaredIn}, or add it there.",
    });
}

/// <summary>Finds the known name that a misspelt one most likely means.</summary>
public static class NearestName
{
    // A suggestion is a courtesy: it must not take longer than reading the file did.
    private const int MostLookedAt = 10_000, MostCompared = 500;

    /// <summary>
    /// The nearest known name, or null where none is near: at most a third of its letters may differ. Upper and lower case do not.
    /// </summary>
    /// <param name="text">The name that is not known.</param>
    /// <param name="known">The names that are; of two that are as near, the first is given.</param>
    public static string? Of(string text, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        if (text.Length > 80)
        {
            return null;
        }

        string? nearest = null;
        var lower = text.ToLowerInvariant();
        var (best, compared) = (int.MaxValue, 0);
        foreach (var name in known.Take(MostLookedAt))
        {
            var most = Math.Min(best - 1, Math.Max(1, Math.Min(text.Length, name.Length) / 3));
            if (Math.Abs(name.Length - text.Length) <= most && name.ToLowerInvariant() is var other && OddLetters(lower, other) <= 2 * most
                && ++compared <= MostCompared && Distance(lower, other) is var distance && distance <= most)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }

    // How many letters each has that the other lacks: an edit mends two of them at most, and they are counted sooner than edits.
    private static int OddLetters(string a, string b)
    {
        Span<int> counts = stackalloc int[64];
        foreach (var letter in a)
        {
            counts[letter % counts.Length]++;
        }

        foreach (var letter in b)
        {
            counts[letter % counts.Length]--;
        }

        var odd = 0;
        foreach (var count in counts)
        {
            odd += Math.Abs(count);
        }

        return odd;
    }

    /// <summary>The sentence that suggests the nearest known name, or another where none is near.</summary>
    /// <param name="text">The name that is not known.</param>
    /// <param name="known">The names that are.</param>
    /// <param name="otherwise">What to say where none is near.</param>
    public static string Hint(string text, IEnumerable<string> known, string otherwise) =>
        Of(text, known) is { } nearest ? $"Did you mean '{Invisible.Shown(nearest)}'?" : otherwise;

    /// <summary>
    /// How many single letters must be inserted, deleted, replaced or swapped with their neighbour, each letter at most once.
    /// </summary>
    /// <remarks>
    /// The restricted form (optimal string alignment) of F. J. Damerau, "A technique for computer detection and correction of
    /// spelling errors", Commun. ACM 7 (1964) 171-176.
    /// </remarks>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, 1 + Math.Min(d[i - 1, j], d[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}

/// <summary>The first place of each key, to find keys that occur twice.</summary>
internal sealed class FirstPlaces<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, SourcePlace> _places = [];

    /// <summary>The place where the key stood before, or null if this is the first time.</summary>
    public SourcePlace? Before(TKey key, SourcePlace place) =>
        _places.TryAdd(key, place) ? null : _places[key];
}
