using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the partial <c>repriced</c> shows: the costs of a board counted anew at list prices of a later day, and for which rows that cannot be done.</summary>
[TemplateModel]
internal sealed partial record RepricedCosts(string Day, string Date, string Unit, ImmutableArray<RepricedRow> Rows, ImmutableArray<string> Gaps, string Methodology, string Anchor)
{
    /// <summary>The costs of a board, or of a board over one use case; null where no row can be counted anew.</summary>
    public static RepricedCosts? Of(SiteIndex index, Leaderboard board, UseCase? useCase = null)
    {
        var all = index.Of(board).Repriced.Value;
        RepricedRow[] rows = [.. all.Where(one => one.Usd is not null).OrderBy(one => one.Usd).Select(one => RepricedRow.Of(board, one, useCase))];
        return rows.Length == 0 ? null : new(
            Day: Format.Date(all[0].Day),
            Date: Format.Date(board.Release.Date),
            Unit: MoneyText.Unit(board.Benchmark),
            Rows: [.. rows],
            Gaps: [.. RepricedText.Gaps(all)],
            Methodology: Addresses.Methodology(board.Benchmark),
            // A site may have no text on methods; what its definition says of the cost is always there.
            Anchor: index.HasText("methods") ? "cost-and-tiers" : $"dimension-{all[0].Score.Dimension.Id}");
    }
}

/// <summary>A row whose cost is counted anew.</summary>
/// <param name="Label">The row.</param>
/// <param name="Path">Where it is on its model's page.</param>
/// <param name="Anew">The cost at the later prices.</param>
/// <param name="Published">The cost that the board shows.</param>
/// <param name="Tokens">From which tokens.</param>
/// <param name="Prices">At which prices, a million tokens.</param>
[TemplateModel]
internal sealed partial record RepricedRow(string Label, string Path, Figure Anew, Figure Published, string Tokens, string Prices)
{
    public static RepricedRow Of(Leaderboard board, Repricing repricing, UseCase? useCase)
    {
        var key = FigureKey.Row(board, repricing.Row, useCase);
        var dimension = repricing.Score.Dimension;
        return new(
            repricing.Row.Label,
            Addresses.ModelOn(repricing.Row, board),
            RepricedText.Anew(key, repricing),
            Figure.Of(FigureKey.Dimension(key, dimension), dimension.Printed, repricing.Score.Estimate)!,
            RepricedText.Tokens(repricing),
            RepricedText.Prices(repricing.Price!));
    }
}

/// <summary>A row's cost counted anew on its model's page, or why it is not: then there is a sentence alone.</summary>
/// <param name="Day">The day of the prices.</param>
/// <param name="Cost">The cost, or null.</param>
/// <param name="Published">What the cost that the row shows is called.</param>
/// <param name="Gap">Why there is none, or null.</param>
[TemplateModel]
internal sealed partial record RepricedOfRow(string Day, RepricedRow? Cost, string Published, string? Gap)
{
    /// <summary>Of a row; null where its release is not older than the prices, or it has no cost of its own.</summary>
    public static RepricedOfRow? Of(SiteIndex index, Leaderboard board, LeaderboardRow row) =>
        index.Of(board).Repriced.Value.FirstOrDefault(one => ReferenceEquals(one.Row, row)) is not { } repricing ? null : new(
            Format.Date(repricing.Day),
            repricing.Usd is null ? null : RepricedRow.Of(board, repricing, null),
            repricing.Score.Estimate!.Basis == Basis.PriceTable ? "at the prices of the release it is" : "the published figure is",
            repricing.Gap is { } gap ? RepricedText.Because(gap, repricing.Day) : null);
}

/// <summary>What pages say of costs that are counted anew.</summary>
internal static class RepricedText
{
    /// <summary>The cost at the later prices.</summary>
    public static Figure Anew(string rowKey, Repricing repricing)
    {
        var (dimension, usd) = (repricing.Score.Dimension, repricing.Usd!.Value);
        return new(
            FigureKey.Repriced(rowKey, dimension), usd, Format.Value(dimension.Printed, usd), Format.Suffix(dimension.Printed), Usd: FigureSpan.DecimalsOf(dimension.Printed));
    }

    /// <summary>From which tokens: <c>500 tokens in, 250 out</c>; where use cases differ, all of them.</summary>
    public static string Tokens(Repricing repricing) => string.Join(" or ", repricing.UseCases
        .Select(one => one.Tokens).Distinct()
        .Select((tokens, i) => $"{Count(tokens.Input)}{(i == 0 ? " tokens" : "")} in, {Count(tokens.Output)} out{(tokens.AreMeasured ? " on average" : "")}"));

    /// <summary>The prices of a million tokens.</summary>
    public static string Prices(TokenPrice price) =>
        $"{Format.Price(price.InputUsdPerMillion)} in, {Format.Price(price.OutputUsdPerMillion)} out";

    /// <summary>Why a row's cost stays as it is, as the end of a sentence.</summary>
    public static string Because(RepricingGap gap, DateOnly day) => gap switch
    {
        RepricingGap.NoPrice => $"no list price of {Format.Date(day)} is known to us",
        _ => "the source gives a cost, but not how many tokens went in and came out",
    };

    /// <summary>For which rows nothing is counted anew, a sentence for each reason.</summary>
    public static IEnumerable<string> Gaps(ImmutableArray<Repricing> all) =>
        all.Where(one => one.Gap is not null)
            .GroupBy(one => one.Gap!.Value)
            .Select(group => $"{Format.List([.. group.Select(one => one.Row.Label)])}: {Because(group.Key, group.First().Day)}.");

    private static string Count(double tokens) => Format.Count((long)Math.Round(tokens, MidpointRounding.ToEven));
}
