using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.ShippedData;

/// <summary>
/// The data that are checked. Each check is about a release of a benchmark that it names; where that is not in <c>data/</c>, there is
/// nothing to check, and the check is skipped with this reason. Other releases, drafts and benchmarks are none of its business.
/// </summary>
internal static class Shipped
{
    private static readonly Lazy<ScoredCatalogue?> Read = new(ReadAndScore);

    /// <summary>The repository whose data are checked: this one, or the one that <c>CRMBENCH_REPOSITORY</c> names by its full path.</summary>
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("CRMBENCH_REPOSITORY") is { Length: > 0 } other
            ? other
            : Repository.Root;

    /// <summary>A release, read and scored; skips the running test where it is not there or the data cannot be read.</summary>
    public static ScoredRelease Release(string benchmark, string release)
    {
        Assert.SkipUnless(Directory.Exists(FolderOf(benchmark, release)), $"There is no release {release} of {benchmark} in data/.");
        var found = Read.Value?.Benchmarks.SingleOrDefault(scored => scored.Benchmark.Id == benchmark)?
            .Releases.SingleOrDefault(scored => scored.Release.Id == release);
        Assert.SkipWhen(found is null, "The data have errors; crmbench check lists them.");
        return found!;
    }

    /// <summary>The board of a release's first method.</summary>
    public static Leaderboard Board(string benchmark, string release) => Release(benchmark, release).Boards[0];

    /// <summary>
    /// A row that should still be as its source has it; null where it was withdrawn or corrected since, which the ledger tells with the reason.
    /// </summary>
    public static LeaderboardRow? Row(this Leaderboard board, string submission)
    {
        var isWithdrawn = board.Withdrawn.Any(withdrawn => withdrawn.Id == submission);
        var row = board.Rows.SingleOrDefault(row => row.Submission.Id == submission);
        Assert.True(isWithdrawn || row is not null, $"{submission} is neither on {board.Benchmark.Id} {board.Release.Id} nor withdrawn from it.");
        return row is { Submission.Corrections.IsEmpty: true } ? row : null;
    }

    /// <summary>Full path of a file or folder of the repository; skips the running test where it is not there.</summary>
    public static string PathOf(string relative)
    {
        var path = Path.Combine(Root, relative);
        Assert.SkipUnless(Path.Exists(path), $"There is no {relative}.");
        return path;
    }

    /// <summary>Full path of a release's folder, which need not be there.</summary>
    public static string FolderOf(string benchmark, string release) => Path.Combine(Root, "data", "benchmarks", benchmark, "releases", release);

    private static ScoredCatalogue? ReadAndScore() => CatalogueReader.Read(Root, new DiagnosticBag()) is { } read ? Scorer.Score(read) : null;
}
