using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Reading;

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
