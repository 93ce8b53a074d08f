using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CrmBench.Core.Scoring;

/// <summary>Work on all processors whose result does not show it: each input fills its own place.</summary>
internal static class InParallel
{
    /// <summary>Makes one result an input, in the order of the inputs.</summary>
    public static ImmutableArray<TResult> Make<TInput, TResult>(ImmutableArray<TInput> inputs, Func<TInput, TResult> make)
    {
        var made = new TResult[inputs.Length];
        Parallel.For(0, made.Length, i => made[i] = make(inputs[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }
}
