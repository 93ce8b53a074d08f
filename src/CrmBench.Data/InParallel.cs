using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data;

/// <summary>
/// Reading and checking on all processors: each input has its own bag and its own place in the result, so that their number changes
/// nothing but the time.
/// </summary>
internal static class InParallel
{
    /// <summary>Reads one result an input, in the order of the inputs; so do the diagnostics follow one another.</summary>
    public static ImmutableArray<TResult> Read<TInput, TResult>(
        ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, DiagnosticBag, TResult> read)
    {
        var results = new TResult[inputs.Length];
        var bags = new DiagnosticBag[inputs.Length];
        Parallel.For(0, inputs.Length, i =>
        {
            bags[i] = new DiagnosticBag();
            results[i] = read(inputs[i], bags[i]);
        });

        foreach (var bag in bags)
        {
            diagnostics.Report(bag.ToSorted());
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    /// <summary>Checks every input; the diagnostics follow one another in the order of the inputs.</summary>
    public static void Check<TInput>(ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, IEnumerable<Diagnostic>> check) =>
        Read(inputs, diagnostics, (input, bag) =>
        {
            bag.Report(check(input));
            return true;
        });
}
