using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>scores.csv</c>.</summary>
internal static class ScoresReader
{
    /// <summary>The rows that were right, in the order of the file.</summary>
    public static ImmutableArray<PublishedScore> Read(CsvTable table, Submission submission, KnownNames sources, SubmissionContext context)
    {
        var names = context.Names;
        var (useCase, profile) = (table.Column("use_case"), table.Column("profile"));
        var (metric, method) = (table.Column("metric"), table.Column("method"));
        var (value, n, sd, source) = (table.Column("value"), table.Column("n"), table.Column("sd"), table.Column("source"));
        var (low, high, level) = (table.Column("low"), table.Column("high"), table.Column("level"));
        var (successes, trials) = (table.Column("successes"), table.Column("trials"));
        var (items, raters, sample) = (table.Column("items"), table.Column("raters"), table.Column("sample"));

        var scores = ImmutableArray.CreateBuilder<PublishedScore>();
        var firsts = new FirstPlaces<(MeasuredAt At, string Metric, string Method)>();
        while (table.Read())
        {
            var at = context.MeasuredAt(table, useCase, profile);
            var card = names.Metrics.GetValueOrDefault(table.Reference(metric, names.MetricNames));
            var score = new PublishedScore
            {
                At = at,
                Metric = card?.Id ?? "",
                Method = table.OptionalReference(method, names.Methods) ?? submission.Method,
                Value = table.Number(value, out var decimals, RangeOf(card)),
                Decimals = decimals,
                Count = table.OptionalCount(n),
                Items = table.OptionalCount(items),
                Raters = table.OptionalCount(raters),
                Sample = table.Bytes(sample).IsEmpty ? "" : table.Name(sample),
                StandardDeviation = table.OptionalNumber(sd),
                Low = table.OptionalNumber(low),
                High = table.OptionalNumber(high),
                Level = table.OptionalNumber(level),
                Successes = table.OptionalCount(successes),
                Trials = table.OptionalCount(trials),
                Source = SourceOf(submission, table.OptionalReference(source, sources)),
                Place = table.RowPlace,
            };
            if (card is not null)
            {
                CheckAgainstMetric(table, score, card, value, table.Bytes(method).IsEmpty ? metric : method);
            }

            CheckInterval(table, score, low, high, card, successes);
            CheckCounts(table, score, table.Bytes(items).IsEmpty ? raters : items);
            if (table.Complete && firsts.Before((score.At, score.Metric, score.Method), score.Place) is { } first)
            {
                table.Fail(Problems.DuplicateFigure(score.Place, first));
            }

            if (table.Complete)
            {
                scores.Add(score);
            }
        }

        return scores.ToImmutable();
    }

    /// <summary>The source of a row: the one named, else the submission's first.</summary>
    public static Source SourceOf(Submission submission, string? id) =>
        submission.Sources.FirstOrDefault(source => source.Id == id)
        ?? submission.Sources.FirstOrDefault()
        ?? new Source("", "", "", "", null, "");

    private static NumberRange RangeOf(Metric? metric) => metric?.Unit switch
    {
        Unit.Percent => NumberRange.Percent,
        Unit.Share => NumberRange.Share,
        Unit.Seconds or Unit.Usd or Unit.Minutes or Unit.Count => NumberRange.NotNegative,
        _ => NumberRange.Any,
    };

    private static void CheckAgainstMetric(CsvTable table, PublishedScore score, Metric metric, CsvColumn value, CsvColumn method)
    {
        if (metric is { Unit: Unit.Grade, Scale: { } scale }
            && (score.Value < scale.Lowest || score.Value > scale.Highest)
            && ValueText.TryNumber(table.Bytes(value), out _, out _))
        {
            table.Fail(Problems.ValueOffScale(table.Located(value), scale));
        }

        if (score.Method.Length > 0 && !metric.Methods.Contains(score.Method))
        {
            table.Fail(Problems.MethodNotOfMetric(new Located<string>(score.Method, table.PlaceOf(method)), metric));
        }

        if (metric.PassPower is { } k && (score.Count is null != score.Trials is null || score.Trials < k))
        {
            table.Fail(Problems.PassPowerCounts(table.RowPlace, k));
        }
    }

    private static void CheckCounts(CsvTable table, PublishedScore score, CsvColumn stated)
    {
        var disagree = (score.Count, score.Items, score.Raters) switch
        {
            ({ } n, { } items, { } raters) => n != (long)items * raters,
            ({ } n, { } items, null) => items > n,
            ({ } n, null, { } raters) => n % raters != 0,
            (null, null, not null) => true,
            _ => false,
        };
        if (disagree)
        {
            table.Fail(Problems.CountsOfRatings(table.PlaceOf(stated), score.Count, score.Items, score.Raters));
        }
    }

    private static void CheckInterval(
        CsvTable table, PublishedScore score, CsvColumn low, CsvColumn high, Metric? metric, CsvColumn successes)
    {
        var (lowIsEmpty, highIsEmpty) = (table.Bytes(low).IsEmpty, table.Bytes(high).IsEmpty);
        if (lowIsEmpty != highIsEmpty)
        {
            table.Fail(Problems.HalfInterval(table.RowPlace, lowIsEmpty ? low.Name : high.Name));
        }
        else if (score.Low > score.High)
        {
            table.Fail(Problems.IntervalUpsideDown(table.PlaceOf(low)));
        }

        // With pass^k, trials are counted for each task and successes over all tasks.
        if (score.Successes is { } count && metric?.PassPower is null && (score.Trials is null || count > score.Trials))
        {
            table.Fail(Problems.SuccessesAgainstTrials(table.PlaceOf(successes), count, score.Trials));
        }
    }
}
