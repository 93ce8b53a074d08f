using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>item-sums.csv</c>.</summary>
internal static class ItemSumsReader
{
    /// <summary>The rows that were right, in the order of the file; null where no metric is rated.</summary>
    public static ItemSumTable? Read(CsvTable table, Submission submission, KnownNames sources, SubmissionContext context)
    {
        var (useCase, item, method) = (table.Column("use_case"), table.Column("item"), table.Column("method"));
        var (ratings, source) = (table.Column("ratings"), table.Column("source"));
        var metrics = Metrics(table, context.Names);
        var rows = ImmutableArray.CreateBuilder<ItemSums>();
        var firsts = new FirstPlaces<(string UseCase, string Item, string Method, string Metric)>();
        while (table.Read())
        {
            var row = new ItemSums(
                table.IsGiven(useCase) ? context.UseCase(table, useCase) ?? "" : "",
                table.IsGiven(item) ? table.Name(item) : "",
                table.OptionalReference(method, context.Names.Methods) ?? submission.Method,
                table.OptionalCount(ratings) ?? 0,
                [.. metrics.Select(metric => Sum(table, metric.Column))],
                ScoresReader.SourceOf(submission, table.OptionalReference(source, sources)));
            for (var m = 0; m < metrics.Length && table.Complete; m++)
            {
                if (row.Sums[m] is { } sum)
                {
                    Check(table, row, metrics[m], sum, method, firsts);
                }
            }

            if (table.Complete)
            {
                rows.Add(row);
            }
        }

        return metrics.IsEmpty ? null : new ItemSumTable([.. metrics.Select(metric => metric.Metric.Id)], rows.ToImmutable(), table.Whole);
    }

    private static ImmutableArray<(CsvColumn Column, Metric Metric)> Metrics(CsvTable table, SubmissionNames names)
    {
        var found = ImmutableArray.CreateBuilder<(CsvColumn, Metric)>();
        foreach (var name in table.Header.Distinct().Except(SubmissionForms.ItemSums.Names))
        {
            if (!names.Metrics.TryGetValue(name, out var metric))
            {
                continue;
            }

            var column = table.Column(name);
            if (metric is { Scale: not null, Parts.IsEmpty: true })
            {
                found.Add((column, metric));
            }
            else
            {
                table.Fail(Problems.NotRated(table.PlaceInHeader(column), name));
            }
        }

        if (found.Count == 0)
        {
            table.Fail(Problems.NotRated(table.Whole, null));
        }

        return found.ToImmutable();
    }

    private static int? Sum(CsvTable table, CsvColumn column) => (int?)table.OptionalWhole(column);

    private static void Check(
        CsvTable table,
        ItemSums row,
        (CsvColumn Column, Metric Metric) metric,
        int sum,
        CsvColumn method,
        FirstPlaces<(string UseCase, string Item, string Method, string Metric)> firsts)
    {
        var scale = metric.Metric.Scale!;
        if (sum < (long)scale.Lowest * row.Ratings || sum > (long)scale.Highest * row.Ratings)
        {
            table.Fail(Problems.SumOffScale(table.Located(metric.Column), row.Ratings, scale));
        }

        if (row.Method.Length > 0 && !metric.Metric.Methods.Contains(row.Method))
        {
            var place = table.Bytes(method).IsEmpty ? table.PlaceInHeader(metric.Column) : table.PlaceOf(method);
            table.Fail(Problems.MethodNotOfMetric(new Located<string>(row.Method, place), metric.Metric));
        }

        if (firsts.Before((row.UseCase, row.Item, row.Method, metric.Metric.Id), table.RowPlace) is { } first)
        {
            table.Fail(Problems.DuplicateSum(table.PlaceOf(metric.Column), metric.Metric.Id, row.Item, first));
        }
    }
}
