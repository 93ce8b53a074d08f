using System.Text.Json;
using CrmBench.CarryOver;
using CrmBench.Core.Model;

namespace CrmBench.ShippedData;

/// <summary>What stands in <c>data/</c> is what the programs of <c>src/CrmBench.CarryOver</c> make of the sources.</summary>
public sealed class CarriedFilesTests
{
    /// <summary>The releases that were carried over: benchmark and release.</summary>
    public static TheoryData<string, string> Releases => new()
    {
        { "service-agents", "2026-08" },
        { "service-agents", "legacy" },
        { "voice-agents", "2026-07-banking-custom-customer" },
        { "voice-agents", "2026-08" },
        { "voice-agents", "2026-08-custom-customer" },
        { "crm-llm", "2024-07" },
        { "summary-coverage", "2024-09" },
        { "call-summaries", "2025-11" },
        { "crmarena", "2025-02" },
        { "rated-outputs", "2023-07" },
        { "rated-outputs", "2023-07-sample" },
        { "demonstration", "2026-03" },
        { "demonstration", "2026-09" },
    };

    [Theory]
    [MemberData(nameof(Releases))]
    public void Submissions_of_a_release_are_what_the_programs_make_of_the_sources(string benchmark, string release)
    {
        var prefix = Prefix(benchmark, release);
        var produced = SourceData.CarriedOver.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)).ToLookup(file => file.Path[prefix.Length..].Split('/')[0]);
        Shipped.Release(benchmark, release);

        Assert.NotEmpty(produced);
        foreach (var files in produced.Where(submission => !IsChangedSince(benchmark, release, submission.Key, submission.Single(file => file.Path.EndsWith("/submission.json", StringComparison.Ordinal)).Text)))
        {
            Assert.All(files, file => Assert.True(
                file.Text == File.ReadAllText(Shipped.PathOf($"data/{file.Path}")),
                $"data/{file.Path} is not what carry-over writes: run it again, or mend what it reads."));
        }
    }

    [Theory]
    [InlineData("summary-coverage", "2024-09")]
    [InlineData("call-summaries", "2025-11")]
    public void A_release_whose_sources_lie_in_the_repository_needs_nothing_else(string benchmark, string release)
    {
        Shipped.Release(benchmark, release);
        var alone = CarriedFiles.ProduceFromInputs(SourceData.Inputs).Where(file => file.Path.StartsWith(Prefix(benchmark, release), StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(alone);
        Assert.All(alone, file => Assert.Equal(file.Text, File.ReadAllText(Shipped.PathOf($"data/{file.Path}"))));
    }

    // What is added to a draft is a contribution; a frozen release stays as it was carried.
    [Theory]
    [MemberData(nameof(Releases))]
    public void A_frozen_release_has_no_submission_that_no_program_made(string benchmark, string release)
    {
        var prefix = Prefix(benchmark, release);
        var produced = SourceData.CarriedOver.Select(file => file.Path)
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(path => path[prefix.Length..].Split('/')[0]);
        var found = Shipped.Release(benchmark, release).Release;
        Assert.SkipUnless(found.Status == ReleaseStatus.Frozen, "The release is open for contributions.");

        var shipped = Directory.EnumerateDirectories(Path.Combine(Shipped.FolderOf(benchmark, release), "submissions")).Select(path => Path.GetFileName(path)!);
        Assert.Equal(produced.Distinct().Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
    }

    // Models are added by anybody; those of carried releases keep their rows.
    [Theory]
    [MemberData(nameof(Releases))]
    public void Models_of_a_release_are_in_the_table_of_models_as_the_programs_wrote_them(string benchmark, string release)
    {
        var models = ModelsOf(benchmark, release);

        Assert.Empty(CarriedLines("models.csv", models).Except(File.ReadAllLines(Shipped.PathOf("data/models.csv"))));
    }

    // A price may end and be followed by another; what it was stays.
    [Theory]
    [MemberData(nameof(Releases))]
    public void Prices_of_a_release_are_in_the_table_of_prices_as_the_programs_wrote_them(string benchmark, string release)
    {
        var models = ModelsOf(benchmark, release);
        var shipped = File.ReadAllLines(Shipped.PathOf("data/prices.csv"));
        var end = Array.IndexOf(shipped[0].Split(','), "valid_to");

        Assert.Empty(CarriedLines("prices.csv", models).Select(Open).Except(shipped.Select(Open)));

        string Open(string line) => string.Join(',', line.Split(',').Where((_, i) => i != end));
    }

    [Fact]
    public void Every_release_is_named_once() =>
        Assert.Equal(Releases.Count, Releases.Select(release => release.Data).Distinct().Count());

    private static HashSet<string> ModelsOf(string benchmark, string release)
    {
        var prefix = Prefix(benchmark, release);
        var submissions = SourceData.CarriedOver.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file.Path.Split('/')[5]).ToHashSet(StringComparer.Ordinal);
        return [.. Shipped.Release(benchmark, release).Release.Submissions.Where(submission => submissions.Contains(submission.Id)).Select(submission => submission.Model)];
    }

    private static IEnumerable<string> CarriedLines(string table, HashSet<string> models) =>
        SourceData.CarriedOver.Single(file => file.Path == table).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => models.Contains(line[..line.IndexOf(',', StringComparison.Ordinal)]));

    private static string Prefix(string benchmark, string release) => $"benchmarks/{benchmark}/releases/{release}/submissions/";

    /// <summary>Whether people corrected or withdrew a submission after it was carried over; the ledger tells why.</summary>
    private static bool IsChangedSince(string benchmark, string release, string submission, string carried)
    {
        var file = Path.Combine(Shipped.FolderOf(benchmark, release), "submissions", submission, "submission.json");
        return File.Exists(file) && Marks(File.ReadAllText(file)) != Marks(carried);
    }

    private static (bool IsWithdrawn, int Corrections) Marks(string submission)
    {
        using var json = JsonDocument.Parse(submission);
        return (
            json.RootElement.TryGetProperty("withdrawn", out _),
            json.RootElement.TryGetProperty("corrections", out var corrections) ? corrections.GetArrayLength() : 0);
    }
}
