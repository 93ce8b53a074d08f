using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Site.Verification;

/// <summary>
/// Texts of the data that look like what a failed computation leaves, and are none: a model may be called NaN, a setting may be
/// <c>null</c>. Where a page shows one of them, it shows what somebody wrote.
/// </summary>
public static class StatedTexts
{
    /// <summary>The texts; mostly there are none.</summary>
    /// <param name="catalogue">The data.</param>
    public static ImmutableArray<string> LikeNoValue(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. All(catalogue).OfType<string>().Where(text => NoValue.IsIn(text)).Select(text => text.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string?> All(Catalogue catalogue) =>
    [
        catalogue.Site.Title, catalogue.Site.Description, catalogue.Site.Footer,
        .. catalogue.Providers.Values.SelectMany(provider => (string?[])[provider.Id, provider.Name]),
        .. catalogue.Models.Values.SelectMany(model => (string?[])[model.Id, model.Name, model.Licence, model.Notes, .. model.Aliases]),
        .. catalogue.Benchmarks.SelectMany(OfBenchmark),
    ];

    private static IEnumerable<string?> OfBenchmark(Benchmark benchmark) =>
    [
        benchmark.Id, benchmark.Name, benchmark.ShortName, benchmark.Question, benchmark.Summary, benchmark.Unranked,
        .. benchmark.Methods.SelectMany(method => (string?[])[method.Id, method.Name, method.Description]),
        .. benchmark.Dimensions.SelectMany(dimension => (string?[])[dimension.Id, dimension.Name, dimension.Description, dimension.Best]),
        .. benchmark.Dimensions.SelectMany(dimension => dimension.Metrics)
            .SelectMany(metric => (string?[])[metric.Id, metric.Name, metric.Description, metric.UnitName, .. (metric.Scale?.Grades ?? []).SelectMany(grade => (string[])[grade.Name, grade.Meaning])]),
        .. benchmark.UseCases.SelectMany(useCase => (string?[])[useCase.Id, useCase.Name, useCase.Area, useCase.Type, useCase.Group, useCase.Task]),
        .. benchmark.Releases.SelectMany(release => (string?[])
            [release.Id, release.GivenName, release.Changes, release.RankByReason, .. release.KnownLimits, .. release.Submissions.SelectMany(OfSubmission)]),
    ];

    private static IEnumerable<string?> OfSubmission(Submission submission) =>
    [
        submission.Id, submission.Variant, submission.SubmittedBy, submission.VerifiedBy, submission.Withdrawn?.Reason,
        .. submission.Settings.SelectMany(setting => (string[])[setting.Key, setting.Value]),
        .. submission.Sources.SelectMany(source => (string[])[source.Id, source.Title, source.Licence, source.Note]),
        .. submission.Judges.Select(judge => judge.Rater),
        .. submission.Ratings?.Raters ?? [],
        .. submission.KnownIssues,
        .. submission.Corrections.Select(correction => correction.Reason),
    ];
}
