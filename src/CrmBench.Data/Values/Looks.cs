using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Values;

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
