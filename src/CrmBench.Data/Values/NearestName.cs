namespace CrmBench.Data.Values;

/// <summary>Finds the known name that a misspelt one most likely means.</summary>
public static class NearestName
{
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
        var best = int.MaxValue;
        foreach (var name in known)
        {
            var most = Math.Max(1, Math.Min(text.Length, name.Length) / 3);
            if (Math.Abs(name.Length - text.Length) <= most && Distance(lower, name.ToLowerInvariant()) is var distance && distance <= most && distance < best)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
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
