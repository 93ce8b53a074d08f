using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>The home page shows a benchmark that the site does not list.</summary>
    internal static Diagnostic FeaturedNotListed(Located<string> featured, IEnumerable<string> listed) =>
        New("CB0501", featured.Place, $"The featured benchmark {Quoted(featured.Value)} is not listed under 'benchmarks'. " +
            NearestName.Hint(featured.Value, listed, "Name one that is."));

    /// <summary>A benchmark that is listed has no folder.</summary>
    internal static Diagnostic BenchmarkWithoutFolder(Located<string> id, IEnumerable<string> folders) =>
        New("CB0502", id.Place, $"There is no folder data/benchmarks/{id.Value}. " +
            NearestName.Hint(id.Value, folders, "Add it, or remove the benchmark from the list."));

    /// <summary>A benchmark that nobody would see.</summary>
    internal static Diagnostic BenchmarkNotListed(string folder) =>
        New("CB0503", new SourcePlace(folder),
            "This benchmark is not listed under 'benchmarks' in data/site.json and is not shown. Add it there.");

    /// <summary>A base address that links cannot be built on. Example: without the slash at its end.</summary>
    internal static Diagnostic BaseAddress(Located<string> address) =>
        New("CB0504", address.Place, $"{Quoted(address.Value)} cannot be the base of links. End it with a slash, without '?' or '#'.");

    /// <summary>A former identifier that is another model's.</summary>
    internal static Diagnostic AliasTaken(Located<string> alias, string owner) =>
        New("CB0505", alias.Place, $"The alias '{alias.Value}' is taken by the model '{owner}'. Remove it from one of the two.");

    /// <summary>Two prices of one model on one day.</summary>
    internal static Diagnostic PricesOverlap(SourcePlace place, string model, SourcePlace other) =>
        New("CB0506", place, $"The span of this price of '{model}' overlaps that in {other}. End one on the day the other begins.");

    /// <summary>A price that never held.</summary>
    internal static Diagnostic PriceSpanEmpty(SourcePlace place, TokenPrice price) =>
        New("CB0507", place, FormattableString.Invariant(
            $"The price ends on {price.ValidTo:yyyy-MM-dd}, not after its first day {price.ValidFrom:yyyy-MM-dd}. Correct one of the two."));
}
