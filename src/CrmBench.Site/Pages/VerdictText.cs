using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What a verdict on agreement is called, and what follows from it for a reader; the page's prose explains the same words.</summary>
internal static class VerdictText
{
    /// <summary>The verdicts over the scale of a coefficient, for a chart.</summary>
    public static ImmutableArray<AgreementZone> Zones { get; } =
    [
        new(-1, Word(AgreementVerdict.None)),
        new(0, Word(AgreementVerdict.Weak)),
        new(0.667, Word(AgreementVerdict.Tentative)),
        new(0.8, Word(AgreementVerdict.Reliable)),
    ];

    public static string Word(AgreementVerdict verdict) => verdict switch
    {
        AgreementVerdict.Reliable => "strong",
        AgreementVerdict.Tentative => "tentative",
        AgreementVerdict.Weak => "weak",
        AgreementVerdict.None => "none shown",
        _ => "not known",
    };

    public static string Meaning(AgreementVerdict verdict) => verdict switch
    {
        AgreementVerdict.Reliable => "raters are nearly interchangeable",
        AgreementVerdict.Tentative => "good enough for cautious conclusions",
        AgreementVerdict.Weak => "use only large differences",
        AgreementVerdict.None => "cannot be told from chance",
        _ => "too few shared ratings, or all alike",
    };

    /// <summary>The answer of a page: each method's verdicts with the metrics they hold for, best verdict first.</summary>
    public static string Answer(IEnumerable<MetricAgreement> metrics)
    {
        var explained = new HashSet<AgreementVerdict>();
        var methods = metrics
            .SelectMany(metric => metric.AmongRaters, (metric, raters) => (metric.Metric.Name, raters.Method, raters.Verdict))
            .GroupBy(entry => entry.Method)
            .Select(method => $"{method.Key.Name}: {string.Join("; ", method
                .GroupBy(entry => entry.Verdict)
                .OrderByDescending(verdict => verdict.Key)
                .Select(verdict => Clause(verdict.Key, [.. verdict.Select(entry => entry.Name)], method.Count(), explained)))}.");
        return string.Join(' ', methods);
    }

    /// <summary>"weak on all 4 metrics (use only large differences)"; the meaning stands where the word comes first.</summary>
    private static string Clause(AgreementVerdict verdict, string[] metrics, int all, HashSet<AgreementVerdict> explained)
    {
        var meaning = explained.Add(verdict) ? $" ({Meaning(verdict)})" : "";
        var on = (metrics.Length == all && all > 2) ? $"all {Format.Plain(all)} counted metrics" : Format.List(metrics);
        return $"{Word(verdict)} on {on}{meaning}";
    }
}
