using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>The names of the methods that metrics may refer to, with the methods of their judges.</summary>
/// <param name="Declared">The names that a file may write.</param>
/// <param name="All">All methods, those of judges among them.</param>
internal sealed record MethodNames(KnownNames Declared, ImmutableArray<Method> All)
{
    /// <summary>Some methods, each followed by its judges.</summary>
    public ImmutableArray<string> WithJudges(ImmutableArray<string> declared) =>
        All.Any(method => !method.IsDeclared)
            ? [.. declared.SelectMany(id => All.Where(method => method.View?.Method == id).Select(method => method.Id).Prepend(id).Distinct())]
            : declared;
}
