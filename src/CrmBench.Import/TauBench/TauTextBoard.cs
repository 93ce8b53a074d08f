using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Data.Writing;

namespace CrmBench.Import.TauBench;

/// <summary>The text submissions to tau-bench, as far as they compare like with like.</summary>
internal static class TauTextBoard
{
    /// <summary>Identifier of their benchmark here.</summary>
    public const string Benchmark = "service-agents";

    private const int Trials = 4;

    /// <summary>The release a submission compares with, or null where there is none.</summary>
    public static string? Release(TauSubmission submission) => submission switch
    {
        { Type: not "standard" } => null,
        { Version: "1.0.1", UserSimulator: "gpt-5.2" } => "2026-08",
        { Version: "0.1.3" or "v0.1.3", UserSimulator: "gpt-4.1-2025-04-14" } => "legacy",
        _ => null,
    };

    /// <summary>The submission here.</summary>
    /// <param name="submission">The submission there.</param>
    /// <param name="model">Our identifier of its model.</param>
    /// <param name="release">Identifier of the release.</param>
    public static SubmissionFolder Folder(TauSubmission submission, string model, string release)
    {
        var folder = TauFolder.Of(submission, model, Benchmark, release, trials: "4");
        var unfit = submission.Domains.Where(domain => !FitsTrials(domain)).Select(domain => domain.UseCase).ToImmutableArray();
        return folder with
        {
            Scores = [.. submission.Domains.SelectMany(Scores)],
            Costs = TauFolder.Costs(submission),
            KnownIssues = unfit.IsEmpty ? folder.KnownIssues : [.. folder.KnownIssues, UnfitRows(unfit)],
        };
    }

    /// <summary>
    /// Whether all four powers are printed and can come from the domain's tasks with four trials each. With c solved of 4 trials,
    /// pass^k is the mean of C(c,k)/C(4,k), hence a multiple of one over tasks times C(4,k).
    /// </summary>
    internal static bool FitsTrials(TauDomain domain) => Enumerable.Range(0, domain.PassPercents.Length).All(i =>
        domain.PassPercents[i].Length > 0 && Figure.AsCount(domain.PassPercents[i], domain.Tasks * Choose(i + 1)) is not null);

    private static IEnumerable<ScoreRow> Scores(TauDomain domain)
    {
        var fits = FitsTrials(domain);
        for (var i = 0; i < domain.PassPercents.Length; i++)
        {
            if (domain.PassPercents[i].Length > 0)
            {
                var metric = string.Create(CultureInfo.InvariantCulture, $"pass-{i + 1}");
                yield return new ScoreRow(metric, Figure.WithoutBinaryExcess(domain.PassPercents[i]))
                {
                    UseCase = domain.UseCase,
                    N = fits ? domain.Tasks.ToString(CultureInfo.InvariantCulture) : "",
                    Trials = fits ? Trials.ToString(CultureInfo.InvariantCulture) : "",
                    Source = TauFolder.LeaderboardSource,
                };
            }
        }
    }

    private static int Choose(int power) => power switch { 1 => 4, 2 => 6, 3 => 4, _ => 1 };

    private static string UnfitRows(ImmutableArray<string> useCases) =>
        $"The figures for {string.Join(", ", useCases)} cannot all come from four trials of each of today's tasks to the decimals printed "
        + "(other numbers of tasks, or rounding): they have no interval.";
}
