using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>A part of a submission's own data.</summary>
public enum SubmissionPart
{
    /// <summary>Who, when, how, from where.</summary>
    Description,

    /// <summary>Published aggregates.</summary>
    Scores,

    /// <summary>Correlations of the errors of published aggregates.</summary>
    Correlations,

    /// <summary>Ratings of single responses.</summary>
    Ratings,

    /// <summary>Ratings added up by item.</summary>
    ItemSums,

    /// <summary>Timed calls.</summary>
    Calls,

    /// <summary>Money.</summary>
    Costs,
}

/// <summary>How much of a part of a submission differs, counted in rows; the description counts as one.</summary>
/// <param name="Part">The part.</param>
/// <param name="Added">Rows with a new key.</param>
/// <param name="Changed">Rows with the same key as before and other values.</param>
/// <param name="Removed">Rows whose key is gone.</param>
public sealed record PartChange(SubmissionPart Part, int Added, int Changed, int Removed)
{
    /// <summary>Whether anything differs.</summary>
    internal bool IsAny => Added + Changed + Removed > 0;
}

/// <summary>Compares the data of a submission part by part. The line of a row and the order of rows make no difference.</summary>
internal static class SubmissionParts
{
    private static readonly SourcePlace Nowhere = new("");

    /// <summary>The parts that differ; none where one of the states is missing.</summary>
    public static ImmutableArray<PartChange> Between(Change<Submission> submission) =>
        submission is { Before: { } before, After: { } after }
            ?
            [
                .. new[]
                {
                    new PartChange(SubmissionPart.Description, 0, SameDescription(before, after) ? 0 : 1, 0),
                    Rows(SubmissionPart.Scores, before.Scores.Select(Row), after.Scores.Select(Row)),
                    Rows(SubmissionPart.Correlations, before.Correlations.Select(Row), after.Correlations.Select(Row)),
                    Ratings(before.Ratings, after.Ratings),
                    Rows(SubmissionPart.ItemSums, Rows(before.ItemSums), Rows(after.ItemSums)),
                    Rows(SubmissionPart.Calls, before.Calls.Select(Row), after.Calls.Select(Row)),
                    Rows(SubmissionPart.Costs, before.Costs.Select(Row), after.Costs.Select(Row)),
                }.Where(part => part.IsAny),
            ]
            : [];

    // Withdrawals and corrections are reported separately.
    private static bool SameDescription(Submission before, Submission after) =>
        Bare(before) == Bare(after)
        && before.Judges.SequenceEqual(after.Judges)
        && before.Settings.SequenceEqual(after.Settings)
        && before.Sources.SequenceEqual(after.Sources)
        && before.KnownIssues.SequenceEqual(after.KnownIssues);

    private static Submission Bare(Submission submission) => submission with
    {
        Judges = [],
        Settings = ImmutableSortedDictionary<string, string>.Empty,
        Sources = [],
        KnownIssues = [],
        Corrections = [],
        Withdrawn = null,
        Scores = [],
        Correlations = [],
        Ratings = null,
        ItemSums = null,
        Calls = [],
        Costs = [],
        Place = Nowhere,
    };

    private static (object About, object Said) Row(PublishedScore score) =>
        ((score.At, score.Metric, score.Method), score with { Place = Nowhere });

    // A correlation of two metrics is the same whichever of them is named first.
    private static (object About, object Said) Row(ErrorCorrelation stated)
    {
        var (first, second) = string.CompareOrdinal(stated.First, stated.Second) < 0
            ? (stated.First, stated.Second)
            : (stated.Second, stated.First);
        return ((stated.At, stated.Method, first, second), stated.Correlation);
    }

    private static (object About, object Said) Row(TimedCall call) => ((call.At, call.Item), call);

    private static (object About, object Said) Row(PublishedCost cost) => (cost.At, cost with { Place = Nowhere });

    private static PartChange Ratings(RatingTable? before, RatingTable? after)
    {
        if ((before, after) is ({ } one, { } other) && Same(one, other))
        {
            return new PartChange(SubmissionPart.Ratings, 0, 0, 0);
        }

        return Rows(SubmissionPart.Ratings, Rows(before), Rows(after));
    }

    // A million rows are compared column by column; only where these differ is every row looked at.
    private static bool Same(RatingTable one, RatingTable other) =>
        one.UseCases.SequenceEqual(other.UseCases)
        && one.Items.SequenceEqual(other.Items)
        && one.Raters.SequenceEqual(other.Raters)
        && one.Metrics.SequenceEqual(other.Metrics)
        && one.Criteria.SequenceEqual(other.Criteria)
        && one.Criterion.AsSpan().SequenceEqual(other.Criterion.AsSpan())
        && one.UseCase.AsSpan().SequenceEqual(other.UseCase.AsSpan())
        && one.Item.AsSpan().SequenceEqual(other.Item.AsSpan())
        && one.Rater.AsSpan().SequenceEqual(other.Rater.AsSpan())
        && one.Values.Zip(other.Values, (left, right) => left.AsSpan().SequenceEqual(right.AsSpan())).All(equal => equal);

    private static IEnumerable<(object About, object Said)> Rows(RatingTable? table)
    {
        if (table is null)
        {
            yield break;
        }

        var order = Enumerable.Range(0, table.Metrics.Length).OrderBy(i => table.Metrics[i], StringComparer.Ordinal).ToArray();
        for (var row = 0; row < table.Count; row++)
        {
            var given = order
                .Where(metric => table.Values[metric][row] != RatingTable.Missing)
                .Select(metric => FormattableString.Invariant($"{table.Metrics[metric]}={table.Values[metric][row]}"));
            yield return (
                (table.UseCases[table.UseCase[row]], table.Items[table.Item[row]], CriterionOf(table, row), table.Raters[table.Rater[row]]),
                string.Join(' ', given));
        }
    }

    // Null where the response was judged as a whole.
    private static string? CriterionOf(RatingTable table, int row) =>
        table.Criterion.IsEmpty || table.Criterion[row] < 0 ? null : table.Criteria[table.Criterion[row]];

    private static IEnumerable<(object About, object Said)> Rows(ItemSumTable? table) =>
        from row in table?.Rows ?? []
        from metric in table!.Metrics.Zip(row.Sums, (name, sum) => (Name: name, Sum: sum))
        where metric.Sum is not null
        select ((object)(row.UseCase, row.Item, row.Method, metric.Name), (object)(row.Ratings, metric.Sum, row.Source));

    private static PartChange Rows(
        SubmissionPart part, IEnumerable<(object About, object Said)> before, IEnumerable<(object About, object Said)> after)
    {
        var (old, young) = (before.ToLookup(row => row.About, row => row.Said), after.ToLookup(row => row.About, row => row.Said));
        var (added, changed, removed) = (0, 0, 0);
        foreach (var about in old.Select(group => group.Key).Union(young.Select(group => group.Key)))
        {
            var (gone, come) = (Without(old[about], young[about]), Without(young[about], old[about]));
            var pairs = Math.Min(gone, come);
            (added, changed, removed) = (added + come - pairs, changed + pairs, removed + gone - pairs);
        }

        return new PartChange(part, added, changed, removed);
    }

    /// <summary>How many of the first have no partner among the second; each of the second is the partner of one.</summary>
    private static int Without(IEnumerable<object> first, IEnumerable<object> second)
    {
        var left = second.CountBy(row => row).ToDictionary();
        return first.Count(row =>
        {
            var times = left.GetValueOrDefault(row);
            left[row] = times - 1;
            return times <= 0;
        });
    }
}
