using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>Builds what templates see, without reflection. Only null and false count as false in a template; 0 and "" do not.</summary>
public static class Models
{
    /// <summary>A part of a <see cref="PartsModel"/> that is made when it is first asked for; it must come out the same at any time.</summary>
    internal static object Later(Func<object?> make) => new LaterPart(make);

    /// <summary>A list for a template, one entry an item, in the same order.</summary>
    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> model)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(model);
        var list = items.TryGetNonEnumeratedCount(out var count) ? new ScriptArray(count) : [];
        foreach (var item in items)
        {
            list.Add(model(item));
        }

        return list;
    }
}
