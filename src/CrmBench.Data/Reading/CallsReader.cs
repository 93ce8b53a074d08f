using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>costs.csv</c>.</summary>
internal static class CostsReader
{
    /// <summary>The rows that were right, in the order of the file, as money per call.</summary>
    public static ImmutableArray<PublishedCost> Read(CsvTable table, Submission submission, KnownNames sources, SubmissionContext context)
    {
        var (useCase, profile, source) = (table.Column("use_case"), table.Column("profile"), table.Column("source"));
        var (usd, per, band) = (table.Column("usd"), table.Column("per"), table.Column("band"));
        table.RequireEither(useCase, profile);

        var costs = ImmutableArray.CreateBuilder<PublishedCost>();
        var firsts = new FirstPlaces<PublishedCost>();
        while (table.Read())
        {
            var at = context.MeasuredAt(table, useCase, profile);
            var amount = table.OptionalNumber(usd);
            var calls = table.OptionalCount(per);
            var cost = new PublishedCost(
                at,
                amount / calls,
                table.OptionalReference(band, context.Names.Bands),
                ScoresReader.SourceOf(submission, table.OptionalReference(source, sources)),
                table.RowPlace);
            if (table.Bytes(usd).IsEmpty && table.Bytes(band).IsEmpty)
            {
                table.Fail(Problems.CostEmpty(table.RowPlace));
            }

            if (table.Complete && firsts.Before(cost with { Place = table.Whole }, cost.Place) is { } first)
            {
                table.Fail(Problems.DuplicateFigure(cost.Place, first));
            }

            if (table.Complete)
            {
                costs.Add(cost);
            }
        }

        return costs.ToImmutable();
    }
}

/// <summary>Reads <c>latencies.csv</c>.</summary>
internal static class LatenciesReader
{
    /// <summary>The rows that were right, in the order of the file.</summary>
    public static ImmutableArray<TimedCall> Read(CsvTable table, SubmissionContext context)
    {
        var (useCase, profile, item) = (table.Column("use_case"), table.Column("profile"), table.Column("item"));
        var (seconds, status) = (table.Column("seconds"), table.Column("status"));
        var (input, output) = (table.Column("input_tokens"), table.Column("output_tokens"));
        table.RequireEither(useCase, profile);

        var calls = ImmutableArray.CreateBuilder<TimedCall>();
        while (table.Read())
        {
            var at = context.MeasuredAt(table, useCase, profile);
            var call = new TimedCall(
                at,
                table.Name(item),
                table.OptionalNumber(seconds),
                (CallStatus)table.Word(status),
                table.OptionalCount(input),
                table.OptionalCount(output));
            if (table.Complete && seconds.Exists && (call.Status == CallStatus.Ok) == table.Bytes(seconds).IsEmpty)
            {
                table.Fail(Problems.SecondsAgainstStatus(table.PlaceOf(seconds), call.Status == CallStatus.Ok));
            }

            if (table.Complete)
            {
                calls.Add(call);
            }
        }

        return calls.ToImmutable();
    }
}
