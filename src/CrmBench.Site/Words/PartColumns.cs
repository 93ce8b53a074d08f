using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>One column that opens beside a dimension: a metric, a use case or a profile.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Unit">Unit of its numbers.</param>
/// <param name="Key">What its figures' keys end with, after the row's key.</param>
/// <param name="Estimate">The number of a row, or null.</param>
internal sealed record PartColumn(string Name, PrintedUnit Unit, Func<string, string> Key, Func<LeaderboardRow, Estimate?> Estimate);

/// <summary>Columns that open together.</summary>
/// <param name="Dimension">The dimension they are parts of.</param>
/// <param name="Name">What they are: "metrics", "use cases", "profiles", "single grades".</param>
/// <param name="Columns">At least two, or one that says more than the dimension's own column.</param>
internal sealed record PartGroup(Dimension Dimension, string Name, ImmutableArray<PartColumn> Columns);

/// <summary>Finds the parts of dimensions that are worth a column on a board.</summary>
internal static class PartColumns
{
    /// <summary>Cells on one page beyond which parts are left to the pages of models and use cases.</summary>
    private const int MostCells = 6000;

    /// <summary>The group of what a mean of grades does not tell.</summary>
    public const string SingleGrades = "single grades";

    /// <summary>The groups of a board in the order of its dimensions; parts that no row has are left out.</summary>
    public static ImmutableArray<PartGroup> Of(Leaderboard board)
    {
        var rows = board.Rows.ToImmutableArray();
        var groups = board.Benchmark.Dimensions
            .SelectMany(dimension => (PartGroup?[])[Metrics(dimension, rows), Places(board, dimension, rows), Grades(dimension, rows)])
            .OfType<PartGroup>()
            .ToImmutableArray();
        return groups.Sum(group => group.Columns.Length) * rows.Length > MostCells ? [] : groups;
    }

    private static PartGroup? Metrics(Dimension dimension, ImmutableArray<LeaderboardRow> rows)
    {
        if (dimension.AllMetrics.Count() < 2)
        {
            return null;
        }

        var columns = dimension.AllMetrics
            .Select(metric => new PartColumn(
                metric.Name,
                metric.Printed,
                row => FigureKey.Metric(row, dimension, metric),
                row => MetricOf(row[dimension], metric)?.Estimate))
            .Where(column => rows.Any(row => column.Estimate(row) is not null))
            .ToImmutableArray();
        return columns.Length < 2 ? null : new PartGroup(dimension, "metrics", columns);
    }

    private static MetricScore? MetricOf(DimensionScore score, Metric metric) =>
        score.Metrics.SelectMany(candidate => candidate.Parts.Prepend(candidate))
            .FirstOrDefault(candidate => candidate.Metric.Id == metric.Id);

    /// <summary>
    /// The use cases, or the profiles where figures were measured on profiles: several use cases then show the same figure,
    /// and one column is enough.
    /// </summary>
    private static PartGroup? Places(Leaderboard board, Dimension dimension, ImmutableArray<LeaderboardRow> rows)
    {
        if (board.UseCases.Length < 2)
        {
            return null;
        }

        var places = board.UseCases.Select((useCase, i) => (UseCase: useCase, Index: i, At: PlaceOf(dimension, rows, i)))
            .Where(place => place.At is not null)
            .ToImmutableArray();
        var byProfile = places.All(place => place.At!.Profile is not null);
        if (places.IsEmpty || places.All(place => place.At == MeasuredAt.Whole))
        {
            return null;
        }

        var shown = byProfile ? places.DistinctBy(place => place.At) : places;
        var columns = shown.Select(place => new PartColumn(
            byProfile ? ProfileName(board.Benchmark, place.At!.Profile!) : place.UseCase.Name,
            dimension.Printed,
            row => FigureKey.Dimension(row, dimension, place.UseCase),
            row => row[dimension].UseCases[place.Index].Estimate)).ToImmutableArray();
        return columns.Length < 2 ? null : new PartGroup(dimension, byProfile ? "profiles" : board.Benchmark.UseCaseNoun.Many, columns);
    }

    /// <summary>What the mean of grades does not tell; null where no row has single grades.</summary>
    private static PartGroup? Grades(Dimension dimension, ImmutableArray<LeaderboardRow> rows)
    {
        if (dimension.Scale is not { } scale || rows.All(row => row[dimension].Grades is null))
        {
            return null;
        }

        PartColumn Column(string name, PrintedUnit unit, string figure, Func<GradeSpread, double> value) => new(
            name, unit, row => FigureKey.Grades(row, dimension, figure), row => OfGrades(row[dimension], value));

        var (lowest, highest) = (GradeSpread.LowestGood(scale), scale.Highest);
        var good = lowest == highest ? $"Grade {Format.Plain(highest)}"
            : $"Grades {Format.Plain(lowest)} {(highest == lowest + 1 ? "and" : "to")} {Format.Plain(highest)}";
        return new PartGroup(dimension, SingleGrades,
        [
            Column($"{good}, %", Unit.Percent, "good", grades => grades.GoodShare),
            Column("Median grade", Unit.Grade, "median", grades => grades.Median),
        ]);
    }

    private static Estimate? OfGrades(DimensionScore score, Func<GradeSpread, double> value) => score.Grades is { } grades
        ? new Estimate { Value = value(grades), Count = grades.Count, CountOf = CountOf.Observations, Basis = Basis.Ratings, Evidence = score.Estimate?.Evidence ?? [] }
        : null;

    /// <summary>What the use case's figures were measured on, the most particular first; null where no row has one.</summary>
    private static MeasuredAt? PlaceOf(Dimension dimension, ImmutableArray<LeaderboardRow> rows, int useCase)
    {
        MeasuredAt? found = null;
        foreach (var score in rows.Select(row => row[dimension].UseCases[useCase]).Where(score => score.Estimate is not null))
        {
            foreach (var at in PlacesOf(score))
            {
                if (at.UseCase is not null)
                {
                    return at;
                }

                found = found is null || (found.Profile is null && at.Profile is not null) ? at : found;
            }
        }

        return found;
    }

    // A mean of parts has no place of its own; its parts have.
    private static IEnumerable<MeasuredAt> PlacesOf(UseCaseScore score) => score.Cells
        .SelectMany(cell => cell.Parts.IsEmpty ? [cell] : cell.Parts)
        .Where(cell => cell.Estimate is not null)
        .Select(cell => cell.MeasuredAt);

    private static string ProfileName(Benchmark benchmark, string id) =>
        benchmark.Profiles.FirstOrDefault(profile => profile.Id == id)?.Name ?? id;
}
