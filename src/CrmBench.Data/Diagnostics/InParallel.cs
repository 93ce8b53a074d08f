using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Diagnostics;

/// <summary>
/// Work on all processors. Where it reads or checks, each input has its own bag and its own place in the result, so that the number of
/// processors changes nothing but the time.
/// </summary>
public static class InParallel
{
    /// <summary>Does something with each input. What goes wrong comes out as it was thrown.</summary>
    /// <exception cref="IOException">One piece of work met it, as any exception that it may throw.</exception>
    public static void ForEach<TInput>(IEnumerable<TInput> inputs, Action<TInput> work)
    {
        try
        {
            Parallel.ForEach(inputs, work);
        }
        catch (AggregateException failures)
        {
            // The first of several disk-full messages says as much as all of them.
            throw failures.InnerExceptions[0];
        }
    }

    /// <summary>Reads one result an input, in the order of the inputs; so do the diagnostics follow one another.</summary>
    internal static ImmutableArray<TResult> Read<TInput, TResult>(
        ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, DiagnosticBag, TResult> read)
    {
        var results = new TResult[inputs.Length];
        var bags = new DiagnosticBag[inputs.Length];
        ForEach(Enumerable.Range(0, inputs.Length), i =>
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
    internal static void Check<TInput>(ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, IEnumerable<Diagnostic>> check) =>
        Read(inputs, diagnostics, (input, bag) =>
        {
            bag.Report(check(input));
            return true;
        });
}
