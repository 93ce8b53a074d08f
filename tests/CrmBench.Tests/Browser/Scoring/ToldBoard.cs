using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Words;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>
/// A board told line by line as readers would see it, by the program and by the browser.
/// </summary>
internal static class ToldBoard
{
    /// <summary>
    /// The browser's side: a function of the board's text, the selections (flags as 0 and 1, one character a use case) and the pairs of
    /// rows to compare in each (dimension, first, second), giving the lines of each selection.
    /// </summary>
    public const string Script =
        """
        async ({ boarddata, score, comparing, holm, doubt, columns, grades, format }, [text, selections, pairs, together]) => {
          const board = await boarddata.loadBoard(text);
          const ofGrades = board.dimensions.filter((dimension) => dimension.grades)
            .flatMap(({ id }) => ["good", "median"].map((figure) => columns.columnOf(board, `${id}~${figure}`)));
          grades.fillGrades(ofGrades);
          const ids = Array.from({ length: board.count }, (_, row) => board.row(row).id);
          const shown = (unit, one) => one.value === null ? "\u2014" : [
            format.withUnit(unit, one.value),
            one.low === null ? "" : format.spread(unit, one.low, one.high, one.value) + " " + format.range(unit, one.low, one.high),
            one.count ?? "", one.countOf, one.basis, one.apart,
          ].join(" ");
          const tell = (selected, compared) => {
            const scored = score.scoreBoard(board, selected, comparing.comparing, together ? holm.holm : null);
            const lines = [];
            const { complete, partial, unscored } = scored.order;
            lines.push([complete, partial, unscored].map((rows) => rows.map((row) => ids[row]).join()).join(" | "));
            const half = complete.length > 100 ? null : doubt.middleHalfWidth(scored, complete);
            lines.push("told apart from " + (half === null ? "\u2014" : format.difference(board.dimensions[board.rankBy].unit, half)));
            ids.forEach((id, row) => {
              const place = scored.places[row];
              lines.push([id, place.rank, place.best === null ? "" : format.ranks(place.best, place.worst)].join(" "));
              board.dimensions.forEach((dimension, d) => {
                const one = scored.dimension(row, d);
                const bands = (of) => of.tier === null ? "" : of.tier.map((band) => dimension.tiers.bands[band].name).join("-");
                lines.push([dimension.id, shown(dimension.unit, one), bands(one), one.covered + "/" + one.total].join(" "));
                for (const useCase of scored.chosen) {
                  const there = scored.useCase(row, d, useCase);
                  lines.push([dimension.id, board.useCases[useCase].id, shown(dimension.unit, there), bands(there)].join(" "));
                }
              });
              for (const { key, unit, compute } of ofGrades) lines.push([key, shown(unit, compute(scored, row))].join(" "));
              board.metrics.forEach((metric, m) => {
                const one = scored.metric(row, m);
                lines.push([metric.id, shown(metric.unit, one), one.covered + "/" + one.total].join(" "));
              });
            });
            for (const [dimension, first, second] of compared) {
              const { unit } = board.dimensions[dimension];
              const found = scored.difference(dimension, ids.indexOf(first), ids.indexOf(second));
              lines.push([board.dimensions[dimension].id, first, second, ...(found === null ? ["\u2014"] : [
                format.withSign(unit, found.value), found.low === null ? "" : format.range(unit, found.low, found.high),
                together ? "" : found.verdict, found.paired,
              ])].join(" "));
            }
            return lines;
          };
          return selections.map((flags, i) =>
            tell(flags.includes("0") ? [...flags].map((flag) => flag === "1") : i % 2 ? null : board.useCases.map(() => true), pairs[i]));
        }
        """;

    /// <summary>The program's side: the lines of one selection.</summary>
    /// <param name="observed">The release.</param>
    /// <param name="whole">The board over all use cases.</param>
    /// <param name="flags">Flags of the use cases, as <see cref="Script"/> takes them.</param>
    /// <param name="pairs">Dimension, first and second row of each comparison.</param>
    /// <param name="together">Whether all comparisons are held to the level together, by Holm's method.</param>
    public static ImmutableArray<string> Tell(
        ObservedRelease observed, Leaderboard whole, string flags, IEnumerable<(int Dimension, string First, string Second)> pairs, bool together)
    {
        ImmutableArray<UseCase> useCases = [.. whole.UseCases.Where((_, i) => flags[i] == '1')];
        var board = observed.ScoreBoard(whole.Method, useCases, together);
        var rows = board.Rows.ToDictionary(row => row.Submission.Id, StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{Ids(board.Complete)} | {Ids(board.Partial)} | {Ids(board.Unscored)}");
        var half = board is { SmallestDifference: { } smallest, Complete.Length: <= 100 } ? Format.Difference(board.RankBy.Unit, smallest) : Format.Missing;
        lines.Add($"told apart from {half}");
        foreach (var id in whole.Rows.Select(row => row.Submission.Id))
        {
            Tell(lines, whole, rows[id]);
        }

        lines.AddRange(pairs.Select(pair => Tell(observed.Benchmark, pair.Dimension, rows[pair.First], rows[pair.Second], together)));
        return lines.ToImmutable();
    }

    private static void Tell(ImmutableArray<string>.Builder lines, Leaderboard whole, LeaderboardRow row)
    {
        // The browser computes ranks of every board; whether a page shows them is not its matter.
        lines.Add($"{row.Submission.Id} {row.Rank ?? row.RankOnRequest?.Rank} {((row.RankRange ?? row.RankOnRequest?.Range) is { } range ? Format.Ranks(range) : "")}");
        foreach (var score in row.Dimensions)
        {
            var (id, unit) = (score.Dimension.Id, score.Dimension.Unit);
            lines.Add($"{id} {Shown(unit, score.Estimate)} {Bands(score.Dimension, score.Tier)} {Coverage(score.Coverage)}");
            lines.AddRange(score.UseCases.Select(useCase =>
                $"{id} {useCase.UseCase.Id} {Shown(unit, useCase.Estimate)} {Bands(score.Dimension, useCase.Tier)}"));
        }

        foreach (var group in PartColumns.Of(whole).Where(group => group.Name == PartColumns.SingleGrades))
        {
            var grades = row[group.Dimension].Grades;
            lines.Add($"{group.Dimension.Id}~good {Shown(Unit.Percent, OfGrades(grades, grades?.GoodShare))}");
            lines.Add($"{group.Dimension.Id}~median {Shown(Unit.Grade, OfGrades(grades, grades?.Median))}");
        }

        foreach (var metric in row.Dimensions.SelectMany(score => score.Metrics).SelectMany(metric => metric.Parts.Prepend(metric)))
        {
            lines.Add($"{metric.Metric.Id} {Shown(metric.Metric.Unit, metric.Estimate)} {Coverage(metric.Coverage)}");
        }
    }

    private static string Tell(
        Benchmark benchmark, int position, LeaderboardRow first, LeaderboardRow second, bool together)
    {
        var dimension = benchmark.Dimensions[position];
        var prefix = $"{dimension.Id} {first.Submission.Id} {second.Submission.Id}";
        var (a, b) = (first.Dimensions[position], second.Dimensions[position]);
        if (a.Mixture is not { } mixture || b.Mixture is not { } other || !a.Coverage.Covered.AsSpan().SequenceEqual(b.Coverage.Covered.AsSpan()))
        {
            return $"{prefix} {Format.Missing}";
        }

        var level = new ConfidenceLevel(benchmark.ConfidenceLevel);
        var difference = MixtureComparison.Of(mixture, other);
        var width = dimension.Unit == Unit.Percent ? 100 : dimension.Scale is { } scale ? scale.Highest - scale.Lowest : double.MaxValue;
        var range = difference.ToInterval(level) is { } interval ? Format.Range(dimension.Unit, new Interval(Math.Clamp(interval.Low, -width, width), Math.Clamp(interval.High, -width, width))) : "";
        var verdict = together ? null : new PairwiseComparisons(dimension.Better, [mixture, other]).Verdict(0, 1, level);
        var paired = mixture.Rated.Any(piece => other.Rated.Any(partner => partner.At == piece.At && SharesItems(piece, partner)));
        return $"{prefix} {Format.WithSign(dimension.Unit, difference.Difference)} {range} {verdict} {(paired ? "true" : "false")}";
    }

    private static Estimate? OfGrades(GradeSpread? grades, double? value) =>
        grades is null ? null : new Estimate { Value = value!.Value, Count = grades.Count, CountOf = CountOf.Observations, Basis = Basis.Ratings, Evidence = [] };

    private static bool SharesItems(RatedPiece first, RatedPiece second)
    {
        var shared = first.Group.Items.Intersect(second.Group.Items).ToArray();
        return first.Group.Items.SequenceEqual(second.Group.Items)
            || (shared.Length >= 2 && HasAllMetrics(first, shared) && HasAllMetrics(second, shared));
    }

    private static bool HasAllMetrics(RatedPiece piece, int[] items) => piece.Weights.All(weight =>
        items.Any(item => !double.IsNaN(piece.Group.ItemMeans(weight.Metric)[piece.Group.Items.IndexOf(item)])));

    private static string Ids(IEnumerable<LeaderboardRow> rows) => string.Join(',', rows.Select(row => row.Submission.Id));

    private static string Coverage(Coverage coverage) => $"{Format.Plain(coverage.Count)}/{Format.Plain(coverage.Total)}";

    private static string Bands(Dimension dimension, TierSpan? tier) => tier is null
        ? ""
        : $"{dimension.Tiers!.Bands[tier.Lowest].Name}-{dimension.Tiers.Bands[tier.Highest].Name}";

    private static string Shown(Unit unit, Estimate? estimate)
    {
        if (estimate is null)
        {
            return Format.Missing;
        }

        var interval = estimate.Interval is { } known
            ? $"{Format.Spread(unit, known, estimate.Value)} {Format.Range(unit, known)}"
            : "";
        var basis = estimate.Basis == Basis.AverageOfValues ? "average-of-values" : ResultWords.Of(estimate.Basis);
        return $"{Format.WithUnit(unit, estimate.Value)} {interval} {estimate.Count} {ResultWords.Of(estimate.CountOf)} {basis} {DimensionText.Apart(estimate.Belonging)}";
    }
}
