using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>A query of the flat table that a reader can run as it stands.</summary>
/// <param name="What">What it gives, in a sentence.</param>
/// <param name="Sql">SQL as DuckDB reads it, which opens the files of the site at their addresses.</param>
internal sealed record FigureQuery(string What, string Sql);

/// <summary>Queries of the flat table as examples: of a board that the site has, so that each gives rows.</summary>
internal static class FigureQueries
{
    /// <summary>
    /// The board as its page shows it; its averages, computed from the use cases; and its rows joined with their models and providers. The second is
    /// left out of a benchmark without use cases; all are where the site has no board yet.
    /// </summary>
    public static ImmutableArray<FigureQuery> Of(ScoredCatalogue scored)
    {
        var site = scored.Catalogue.Site;
        var featured = scored.Benchmarks.FirstOrDefault(benchmark => benchmark.Benchmark.Id == site.Featured)?.Front;
        return featured is { Boards: [var board, ..] } ? [.. Of(board, site)] : [];
    }

    /// <summary>The same of any board.</summary>
    public static IEnumerable<FigureQuery> Of(Leaderboard board, SiteSettings site)
    {
        string At(string path) => $"'{Addresses.Absolute(site, path)}'";

        var (figures, benchmark) = (At(FigureTable.ParquetPath), board.Benchmark);
        var order = board.RankBy.Better == Direction.Higher ? "desc" : "asc";
        var rows = $"""
            where benchmark = '{benchmark.Id}' and release = '{board.Release.Id}' and method = '{board.Method.Id}'
              and dimension = '{board.RankBy.Id}' and kind = 'dimension' and standing = 'complete'
            """;
        yield return new(
            $"The leaderboard “{benchmark.Name}” as its page shows it: its order, its averages and their intervals. For DuckDB; with figures.csv in place of figures.parquet it gives the same.",
            $"""
            select rank, model, variant, value, interval_low, interval_high
            from {figures}
            {rows}
              and use_case_id is null
            order by value {order}, model, variant nulls first
            """);
        if (!benchmark.IsWhole)
        {
            yield return new(
                $"The same averages, computed from the figures of every single {benchmark.UseCaseNoun.One}, each with its weight.",
                $"""
                select model, variant, sum(weight * value) / sum(weight) as average
                from {figures}
                {rows}
                  and use_case_id is not null
                group by model, variant, submission_id
                order by average {order}, model, variant nulls first
                """);
        }

        yield return new(
            $"The rows of the leaderboard with what is known of each {site.Subject.One} and its provider.",
            $"""
            select figure.model, figure.value, model.released, model.openness, provider.name as provider
            from {figures} as figure
            join {At(CatalogueTables.Models.CsvPath)} as model on model.id = figure.model_id
            join {At(CatalogueTables.Providers.CsvPath)} as provider on provider.id = model.provider_id
            {rows}
              and use_case_id is null
            order by figure.value {order}, figure.model
            """);
    }
}
