using CrmBench.Data.Values;


namespace CrmBench.Import.Kernel;

/// <summary>Names of figures that are no means over items: they are computed from all answers at once.</summary>
internal static class StatisticNames
{
    private static readonly string[] s_parts =
    [
        "mcc", "matthews", "f1", "fscore", "bleu", "rouge", "chrf", "meteor", "perplexity", "bitsperbyte", "auroc", "auprc", "rocauc",
        "kappa", "pearson", "spearman", "kendall", "rmse", "corpus", "elo", "winrate",
    ];

    private static readonly HashSet<string> s_whole = new(["ppl", "auc", "ter", "precision", "recall"], StringComparer.Ordinal);

    /// <summary>Whether one of the names a tool has for a figure is that of such a statistic.</summary>
    public static bool Contains(IEnumerable<string> names) =>
        names.Select(Slug.Squeeze).Any(name => s_whole.Contains(name) || s_parts.Any(part => name.Contains(part, StringComparison.Ordinal)));
}
