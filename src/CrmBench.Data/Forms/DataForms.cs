using System.Collections.Immutable;

namespace CrmBench.Data.Forms;

/// <summary>Every kind of file that people write.</summary>
internal static class DataForms
{
    /// <summary>The JSON files of <c>data/</c>.</summary>
    public static ImmutableArray<FileForm> InData { get; } =
        [SiteForms.Site, BenchmarkForms.Benchmark, ReleaseForms.Release, SubmissionForms.Submission];

    /// <summary>The JSON files.</summary>
    public static ImmutableArray<FileForm> Files { get; } = [.. InData, MappingForm.Mapping];

    /// <summary>The CSV files.</summary>
    public static ImmutableArray<TableForm> Tables { get; } =
    [
        SiteForms.Providers, SiteForms.Models, SiteForms.Prices, BenchmarkForms.UseCases,
        SubmissionForms.Scores, SubmissionForms.Correlations, SubmissionForms.Ratings, SubmissionForms.ItemSums, SubmissionForms.Latencies,
        SubmissionForms.Costs,
    ];

    /// <summary>Whether a file stands where its form says.</summary>
    /// <param name="form">Path of the form, with what differs in angle brackets.</param>
    /// <param name="path">Path of the file from <c>data/</c>.</param>
    public static bool Matches(string form, string path)
    {
        var (expected, found) = (form.Split('/'), path.Split('/'));
        return expected.Length == found.Length
            && expected.Zip(found).All(pair => pair.First.StartsWith('<') || pair.First == pair.Second);
    }
}
