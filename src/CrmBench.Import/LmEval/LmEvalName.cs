namespace CrmBench.Import.LmEval;

/// <summary>Under which name a figure stands in a results file.</summary>
/// <param name="Written">The whole name, such as <c>exact_match,strict-match</c> or, in old files, <c>acc</c>.</param>
/// <param name="Metric">The metric in it.</param>
/// <param name="Error">The name of its standard error.</param>
internal sealed record LmEvalName(string Written, string Metric, string Error)
{
    /// <summary>Takes a name apart.</summary>
    public static LmEvalName Of(string written)
    {
        var comma = written.IndexOf(',', StringComparison.Ordinal);
        var (metric, filter) = comma < 0 ? (written, "") : (written[..comma], written[comma..]);
        return new LmEvalName(written, metric, $"{metric}{LmEvalTasks.ErrorSuffix}{filter}");
    }
}
