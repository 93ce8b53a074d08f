using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CrmBench.Core.Diagnostics;

/// <summary>
/// Work on all processors. Each input has its own place in the result, and its own bag where it is read or checked, so that the number of
/// processors changes nothing but the time. What goes wrong comes out as it was thrown.
/// </summary>
public static class InParallel
{
    /// <summary>Makes one result an input, in the order of the inputs.</summary>
    public static ImmutableArray<TResult> Make<TInput, TResult>(ImmutableArray<TInput> inputs, Func<TInput, TResult> make)
    {
        var made = new TResult[inputs.Length];
        Unwrapped(() => Parallel.For(0, made.Length, i => made[i] = make(inputs[i])));
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    /// <summary>Does something with each input.</summary>
    public static void ForEach<TInput>(IEnumerable<TInput> inputs, Action<TInput> work) => Unwrapped(() => Parallel.ForEach(inputs, work));

    /// <summary>Reads one result an input; the diagnostics follow one another in the order of the inputs.</summary>
    public static ImmutableArray<TResult> Read<TInput, TResult>(
        ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, DiagnosticBag, TResult> read)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var results = Make(inputs, input =>
        {
            var bag = new DiagnosticBag();
            return (Result: read(input, bag), Bag: bag);
        });
        foreach (var (_, bag) in results)
        {
            diagnostics.Report(bag.ToSorted());
        }

        return [.. results.Select(result => result.Result)];
    }

    /// <summary>Checks every input; the diagnostics follow one another in the order of the inputs.</summary>
    public static void Check<TInput>(ImmutableArray<TInput> inputs, DiagnosticBag diagnostics, Func<TInput, IEnumerable<Diagnostic>> check) =>
        Read(inputs, diagnostics, (input, bag) =>
        {
            bag.Report(check(input));
            return true;
        });

    private static void Unwrapped(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException failures)
        {
            // The first of several disk-full messages says as much as all of them.
            throw failures.InnerExceptions[0];
        }
    }
}
