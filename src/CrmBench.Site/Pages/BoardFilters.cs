using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the partial <c>board-filters</c> shows; where a list is empty, that choice is not offered.</summary>
[TemplateModel]
internal sealed partial record BoardFiltersModel(
    ImmutableArray<FilterOption> Areas,
    ImmutableArray<FilterOption> Types,
    ImmutableArray<UseCaseFilter> UseCases,
    ImmutableArray<CountedOption> Providers,
    ImmutableArray<CountedOption> Openness,
    ImmutableArray<FilterOption> Tiers,
    ImmutableArray<LimitFilter> Limits,
    HolmFilter? Holm,
    bool Partial,
    NounWords? Money,
    NounWords UseCaseNoun);

/// <summary>A choice by its name in addresses and its name on the page.</summary>
[TemplateModel]
internal sealed partial record FilterOption(string Id, string Name);

/// <summary>A choice with the number of rows that it leaves.</summary>
[TemplateModel]
internal sealed partial record CountedOption(string Id, string Name, string Count);

/// <summary>A use case to average over, with its area and its type.</summary>
[TemplateModel]
internal sealed partial record UseCaseFilter(string Id, string Name, string Area, string Type);

/// <summary>A bound for a dimension's figures, and from where to where those of the board go.</summary>
[TemplateModel]
internal sealed partial record LimitFilter(string Key, string Label, string Unit, FigureSpan Span);

/// <summary>The switch to the other way of comparing rows.</summary>
[TemplateModel]
internal sealed partial record HolmFilter(string Value, string Label);

/// <summary>What a reader may narrow a board by: the choices of the partial <c>board-filters</c>, each with a short, stable name.</summary>
/// <remarks>The names stand in addresses that readers keep: none may change its meaning.</remarks>
internal static class BoardFilters
{
    /// <summary>Complete rows beyond which scripts compare none with each other: all pairs of more would take too long.</summary>
    public const int MostCompared = 400;

    public static BoardFiltersModel Of(Leaderboard board)
    {
        var rows = board.Rows.ToImmutableArray();
        return new(
            Areas: Kinds(board.UseCases.Select(useCase => useCase.Area)),
            Types: Kinds(board.UseCases.Select(useCase => useCase.Type)),
            UseCases: board.UseCases.Length < 2 ? [] :
            [
                .. board.UseCases.Select(useCase => new UseCaseFilter(useCase.Id, useCase.Name, Slug(useCase.Area), Slug(useCase.Type))),
            ],
            Providers: Options(rows.Select(row => (row.Provider.Id, row.Provider.Name))),
            Openness: Options(rows.Select(row => (Slug(row.Model.Openness), ModelText.Openness(row.Model.Openness) ?? "not known"))),
            Tiers: Tiers(board, rows),
            Limits:
            [
                .. board.Benchmark.Dimensions.Where(dimension => rows.Any(row => row[dimension].Estimate is not null))
                    .Select(dimension => Limit(board, dimension)),
            ],
            Holm: Holm(board),
            Partial: !board.Partial.IsEmpty || !board.Unscored.IsEmpty,
            Money: rows.Any(row => row.Dimensions.Any(score => score.Dimension.Unit == Unit.Usd && score.Estimate is not null))
                ? NounWords.Of(MoneyText.CallNoun(board.Benchmark))
                : null,
            UseCaseNoun: NounWords.Of(board.Benchmark.UseCaseNoun));
    }

    /// <summary>A name as it stands in an address: letters and digits in lower case, anything between them one hyphen.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>How far a model can be had, as it stands in an address.</summary>
    public static string Slug(Openness openness) => openness switch
    {
        Openness.Closed => "closed",
        Openness.OpenWeights => "open-weights",
        Openness.Open => "open",
        _ => "unknown",
    };

    // One kind is no choice.
    private static ImmutableArray<FilterOption> Kinds(IEnumerable<string> names)
    {
        var kinds = names.Where(name => Slug(name).Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return kinds.Length < 2 ? [] : [.. kinds.Select(name => new FilterOption(Slug(name), name))];
    }

    private static ImmutableArray<CountedOption> Options(IEnumerable<(string Id, string Name)> all)
    {
        var options = all.CountBy(option => option).OrderBy(option => option.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(option => option.Key.Id, StringComparer.Ordinal).ToArray();
        return options.Length < 2 ? [] : [.. options.Select(option => new CountedOption(option.Key.Id, option.Key.Name, Format.Count(option.Value)))];
    }

    private static ImmutableArray<FilterOption> Tiers(Leaderboard board, ImmutableArray<LeaderboardRow> rows) =>
        board.Benchmark.Dimensions.FirstOrDefault(dimension => dimension.Tiers is not null) is { Tiers: { } tiers } dimension
        && rows.Any(row => row[dimension].Tier is not null)
            ? [.. tiers.Bands.Select(band => new FilterOption(band.Id, band.Name))]
            : [];

    /// <summary>The switch to the other way of comparing; null where it would change nothing, or scripts could not follow.</summary>
    private static HolmFilter? Holm(Leaderboard board) =>
        board.SmallestDifference is null || board.Benchmark.Unranked is not null || board.Complete.Length is <= 2 or > MostCompared ? null
            : board.Benchmark.Holm ? new("0", "Hold for each comparison alone")
            : new("1", "Hold for all comparisons together (Holm)");

    private static LimitFilter Limit(Leaderboard board, Dimension dimension)
    {
        var atLeast = dimension.Better == Direction.Higher;
        return new(
            Key: $"{(atLeast ? "min" : "max")}.{dimension.Id}",
            Label: $"{dimension.Name} {(atLeast ? "at least" : "at most")}",
            Unit: DimensionText.Unit(board.Benchmark, dimension),
            Span: FigureSpan.Of(dimension.Printed, [.. board.Rows.Select(row => row[dimension].Estimate?.Value).OfType<double>()])!);
    }
}
