using System.Collections.Immutable;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Agents;

/// <summary>Carries over the text submissions to tau-bench, as far as they compare like with like.</summary>
internal static class TextBoard
{
    private const string Benchmark = "service-agents";
    private const int Trials = 4;
    private static readonly ImmutableArray<int> s_powers = [1, 2, 3, 4];

    /// <summary>The submissions of both releases.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var crosswalk = Crosswalk.Read(source);
        var all = TauSubmission.ReadAll(source);
        return
        [
            .. all.Where(IsCurrent).Select(submission => crosswalk.AddTo(Folder(submission, "2026-08"), submission.Id)),
            .. all.Where(IsComparableLegacy).Select(submission => crosswalk.AddTo(Folder(submission, "legacy"), submission.Id)),
        ];
    }

    /// <summary>The list in force: version 1.0.1, its standard set-up, the simulated customer played by gpt-5.2.</summary>
    internal static bool IsCurrent(TauSubmission submission) =>
        submission.First["board"] == "text"
        && submission.First["submission_type"] == "standard"
        && submission.First["user_simulator"] == "gpt-5.2"
        && submission.First["bench_version"] == "1.0.1";

    /// <summary>The old list, less the rows that name another simulated customer, another version or none.</summary>
    internal static bool IsComparableLegacy(TauSubmission submission) =>
        submission.First["board"] == "text_legacy"
        && submission.First["submission_type"] == "standard"
        && submission.First["user_simulator"] == "gpt-4.1-2025-04-14"
        && submission.First["bench_version"] is "0.1.3" or "v0.1.3";

    /// <summary>Whether a submission goes into one of the releases.</summary>
    internal static bool IsCarried(TauSubmission submission) => IsCurrent(submission) || IsComparableLegacy(submission);

    private static SubmissionFolder Folder(TauSubmission submission, string release)
    {
        var folder = TauFolder.Of(submission, Benchmark, release, trials: "4");
        var unfit = submission.Rows.Where(row => !FitsTrials(row)).Select(row => TauSubmission.UseCase(row["domain"])).ToImmutableArray();
        return folder with
        {
            Scores = [.. submission.Rows.SelectMany(Scores)],
            Costs = TauFolder.Costs(submission),
            KnownIssues = unfit.IsEmpty ? folder.KnownIssues : [.. folder.KnownIssues, UnfitRows(unfit)],
        };
    }

    private static IEnumerable<ScoreRow> Scores(SourceRow row)
    {
        var domain = row["domain"];
        var fits = FitsTrials(row);
        foreach (var power in s_powers.Where(power => !row.IsEmpty($"pass_{power}_pct")))
        {
            yield return new ScoreRow($"pass-{power}", Figure.WithoutBinaryExcess(row[$"pass_{power}_pct"]))
            {
                UseCase = TauSubmission.UseCase(domain),
                N = fits ? Invariant(TauSubmission.Tasks(domain)) : "",
                Trials = fits ? Invariant(Trials) : "",
                Source = TauFolder.LeaderboardSource,
            };
        }
    }

    /// <summary>
    /// Whether all four powers are printed and can come from the domain's tasks with four trials each. With c solved of 4 trials,
    /// pass^k is the mean of C(c,k)/C(4,k), hence a multiple of one over tasks times C(4,k).
    /// </summary>
    internal static bool FitsTrials(SourceRow row) => s_powers.All(power =>
        !row.IsEmpty($"pass_{power}_pct")
        && Figure.AsCount(row[$"pass_{power}_pct"], TauSubmission.Tasks(row["domain"]) * Choose(power)) is not null);

    private static int Choose(int power) => power switch { 1 => 4, 2 => 6, 3 => 4, _ => 1 };

    private static string UnfitRows(ImmutableArray<string> useCases) =>
        $"The figures for {string.Join(", ", useCases)} cannot all come from four trials of each of today's tasks to the decimals printed "
        + "(other numbers of tasks, or rounding): they have no interval.";

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
