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
