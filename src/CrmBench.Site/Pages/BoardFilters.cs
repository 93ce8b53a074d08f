using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What a reader may narrow a board by: the choices of the partial <c>board-filters</c>, each with a short, stable name.</summary>
/// <remarks>The names stand in addresses that readers keep: none may change its meaning.</remarks>
internal static class BoardFilters
{
    /// <summary>Complete rows beyond which scripts compare none with each other: all pairs of more would take too long.</summary>
    public const int MostCompared = 400;

    public static ScriptObject Of(Leaderboard board)
    {
        var rows = board.Rows.ToImmutableArray();
        return new ScriptObject
        {
            ["areas"] = Kinds(board.UseCases.Select(useCase => useCase.Area)),
            ["types"] = Kinds(board.UseCases.Select(useCase => useCase.Type)),
            ["use_cases"] = board.UseCases.Length < 2 ? new ScriptArray() : Models.List(board.UseCases, useCase => new ScriptObject
            {
                ["id"] = useCase.Id,
                ["name"] = useCase.Name,
                ["area"] = Slug(useCase.Area),
                ["type"] = Slug(useCase.Type),
            }),
            ["providers"] = Options(rows.Select(row => (row.Provider.Id, row.Provider.Name))),
            ["openness"] = Options(rows.Select(row => (Slug(row.Model.Openness), ModelText.Openness(row.Model.Openness) ?? "not known"))),
            ["tiers"] = Tiers(board, rows),
            ["limits"] = Models.List(
                board.Benchmark.Dimensions.Where(dimension => rows.Any(row => row[dimension].Estimate is not null)),
                dimension => Limit(board, dimension)),
            ["holm"] = Holm(board),
            ["partial"] = !board.Partial.IsEmpty || !board.Unscored.IsEmpty,
        };
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
    private static ScriptArray Kinds(IEnumerable<string> names)
    {
        var kinds = names.Where(name => Slug(name).Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return kinds.Length < 2 ? [] : Models.List(kinds, name => new ScriptObject { ["id"] = Slug(name), ["name"] = name });
    }

    private static ScriptArray Options(IEnumerable<(string Id, string Name)> all)
    {
        var options = all.CountBy(option => option).OrderBy(option => option.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(option => option.Key.Id, StringComparer.Ordinal).ToArray();
        return options.Length < 2 ? [] : Models.List(options, option => new ScriptObject
        {
            ["id"] = option.Key.Id,
            ["name"] = option.Key.Name,
            ["count"] = Format.Count(option.Value),
        });
    }

    private static ScriptArray Tiers(Leaderboard board, ImmutableArray<LeaderboardRow> rows) =>
        board.Benchmark.Dimensions.FirstOrDefault(dimension => dimension.Tiers is not null) is { Tiers: { } tiers } dimension
        && rows.Any(row => row[dimension].Tier is not null)
            ? Models.List(tiers.Bands, band => new ScriptObject { ["id"] = band.Id, ["name"] = band.Name })
            : [];

    /// <summary>The switch to the other way of comparing; null where it would change nothing, or scripts could not follow.</summary>
    private static ScriptObject? Holm(Leaderboard board) =>
        board.SmallestDifference is null || board.Benchmark.Unranked is not null || board.Complete.Length is <= 2 or > MostCompared ? null : new ScriptObject
        {
            ["value"] = board.Benchmark.Holm ? "0" : "1",
            ["label"] = board.Benchmark.Holm ? "Hold for each comparison alone" : "Hold for all comparisons together (Holm)",
        };

    private static ScriptObject Limit(Leaderboard board, Dimension dimension)
    {
        var atLeast = dimension.Better == Direction.Higher;
        return new ScriptObject
        {
            ["key"] = $"{(atLeast ? "min" : "max")}.{dimension.Id}",
            ["label"] = $"{dimension.Name} {(atLeast ? "at least" : "at most")}",
            ["unit"] = DimensionText.Unit(board.Benchmark, dimension),
        };
    }
}
