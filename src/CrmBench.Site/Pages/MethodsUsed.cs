using System.Text.RegularExpressions;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// The sections of the general text on methods that a benchmark uses: nobody must read of repeated tries where nothing was tried twice. Sections
/// are known by the ids of their headings; one that is not known here stays.
/// </summary>
internal static partial class MethodsUsed
{
    /// <summary>The text without what the benchmark does not use.</summary>
    /// <param name="scored">The benchmark.</param>
    /// <param name="catalogue">All benchmarks: a section named after a dimension is for those that have it.</param>
    /// <param name="methods">The whole text.</param>
    public static Html Of(ScoredBenchmark scored, Catalogue catalogue, Html methods)
    {
        var used = new Lazy<Used>(() => new Used(scored));
        var ids = catalogue.Benchmarks.SelectMany(benchmark => benchmark.Dimensions).Select(dimension => dimension.Id).ToHashSet(StringComparer.Ordinal);
        return new Html(string.Concat(SectionStart().Split(methods.Markup).Where(section =>
            SectionId().Match(section) is not { Success: true } found || IsUsed(found.Groups["id"].Value))));

        bool IsUsed(string id) => id switch
        {
            "grades" => scored.Benchmark.AllMetrics.Any(metric => metric.Unit == Unit.Grade),
            "intervals" => used.Value.HasIntervals,
            "standard-errors" or "errors-of-averages" => used.Value.HasErrors,
            "rank-ranges" or "many-comparisons" or "how-large-a-difference-must-be" or "differences-between-two-models" => used.Value.IsCompared,
            "agreement" => scored.Releases.Any(release => release.HasAgreement),
            "passk" => scored.Benchmark.AllMetrics.Any(metric => metric.PassPower is not null),
            "percentiles" => used.Value.HasPercentiles,
            "cost-and-tiers" => scored.Benchmark.Dimensions.Any(dimension => dimension.Unit == Unit.Usd),
            "choosing-a-model" => scored.Benchmark.Unranked is null,
            _ => !ids.Contains(id) || scored.Benchmark.Dimensions.Any(dimension => dimension.Id == id),
        };
    }

    /// <summary>What the results of a benchmark's releases have.</summary>
    private sealed class Used
    {
        public Used(ScoredBenchmark scored)
        {
            var boards = scored.Releases.SelectMany(release => release.Boards).ToArray();
            var estimates = boards.SelectMany(board => board.Rows).SelectMany(row => row.Dimensions)
                .SelectMany(score => score.Metrics.Select(metric => metric.Estimate).Prepend(score.Estimate))
                .OfType<Estimate>()
                .ToArray();
            HasIntervals = estimates.Any(estimate => estimate.Interval is not null);
            HasErrors = estimates.Any(estimate => estimate.StandardError is not null);
            IsCompared = boards.Any(board => board.SmallestDifference is not null);
            HasPercentiles = scored.Benchmark.AllMetrics.Any(metric => metric.Statistic != Statistic.Mean)
                || scored.Releases.SelectMany(release => release.Release.Submissions).Any(submission => !submission.Calls.IsEmpty);
        }

        public bool HasIntervals { get; }

        public bool HasErrors { get; }

        public bool IsCompared { get; }

        public bool HasPercentiles { get; }
    }

    [GeneratedRegex("(?=<h2 id=\")", RegexOptions.CultureInvariant)]
    private static partial Regex SectionStart();

    [GeneratedRegex("^<h2 id=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex SectionId();
}
