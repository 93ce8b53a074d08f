using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Why a cost cannot be counted anew.</summary>
public enum RepricingGap
{
    /// <summary>Nobody knows a list price of the model that holds on the day.</summary>
    NoPrice,

    /// <summary>The tokens behind the cost are not known; a total alone does not tell how much of it was input and how much output.</summary>
    NoTokens,
}

/// <summary>The tokens of a call.</summary>
/// <param name="Input">Tokens sent.</param>
/// <param name="Output">Tokens received.</param>
/// <param name="AreMeasured">Whether they are means of the submission's own calls; else the benchmark declares them.</param>
public sealed record CallTokens(double Input, double Output, bool AreMeasured);

/// <summary>A cost in one use case, counted anew.</summary>
/// <param name="UseCase">The use case.</param>
/// <param name="Tokens">The tokens of a call.</param>
/// <param name="Usd">US dollars of a call at the later price.</param>
/// <param name="Published">The cost that the board shows.</param>
public sealed record RepricedUseCase(UseCase UseCase, CallTokens Tokens, double Usd, Estimate Published);

/// <summary>The cost of a row in a release, counted anew from its tokens at the list prices of a later day.</summary>
/// <remarks>
/// Only tokens times prices: a published total is never scaled, because prices of input and output seldom fall alike. The sum over use
/// cases weighs them as the board does.
/// </remarks>
public sealed record Repricing
{
    /// <summary>The day of the prices.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The row.</summary>
    public required LeaderboardRow Row { get; init; }

    /// <summary>Its cost as the board shows it.</summary>
    public required DimensionScore Score { get; init; }

    /// <summary>The price that holds on the day; null without one.</summary>
    public TokenPrice? Price { get; init; }

    /// <summary>Why nothing was counted; null where everything was.</summary>
    public RepricingGap? Gap { get; init; }

    /// <summary>The use cases that have a cost, counted anew; empty with a <see cref="Gap"/>.</summary>
    public ImmutableArray<RepricedUseCase> UseCases { get; init; } = [];

    /// <summary>US dollars of a call over the use cases that have a cost; null with a <see cref="Gap"/>.</summary>
    public double? Usd { get; private init; }

    /// <summary>The rows of a board that have a cost, in its order; empty where the release is not older than the prices, or nobody says when they were read.</summary>
    /// <param name="catalogue">Whose prices count.</param>
    /// <param name="board">The board.</param>
    public static ImmutableArray<Repricing> Of(Catalogue catalogue, Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(board);
        return catalogue.Site.PricesReadOn is { } day && board.Release.Date < day
            ? [.. board.Rows.Concat(board.References).Select(row => Of(catalogue, board.Benchmark, row, day)).OfType<Repricing>()]
            : [];
    }

    private static Repricing? Of(Catalogue catalogue, Benchmark benchmark, LeaderboardRow row, DateOnly day)
    {
        // A cost measured elsewhere is none of the row's own tokens.
        var score = row.Dimensions.FirstOrDefault(one => one.Dimension.Unit == Unit.Usd && one.Estimate is { Belonging: not Belonging.Model });
        if (score is null)
        {
            return null;
        }

        var price = catalogue.Prices.FirstOrDefault(one => one.Model == row.Model.Id && one.IsValidOn(day));
        UseCaseScore[] costs = [.. score.UseCases.Where(useCase => useCase.Estimate is not null)];
        CallTokens?[] tokens = [.. costs.Select(cost => TokensOf(benchmark, row.Submission, cost.UseCase))];
        RepricingGap? gap = tokens.Any(one => one is null) ? RepricingGap.NoTokens : price is null ? RepricingGap.NoPrice : null;
        var repricing = new Repricing { Day = day, Row = row, Score = score, Price = price, Gap = gap };
        if (gap is not null)
        {
            return repricing;
        }

        ImmutableArray<RepricedUseCase> useCases =
        [
            .. costs.Zip(tokens, (cost, known) =>
                new RepricedUseCase(cost.UseCase, known!, price!.UsdPerCall(known!.Input, known.Output), cost.Estimate!)),
        ];
        var weights = useCases.Sum(one => benchmark.WeightOf(one.UseCase));
        return repricing with
        {
            UseCases = useCases,
            Usd = useCases.Sum(one => benchmark.WeightOf(one.UseCase) * one.Usd) / weights,
        };
    }

    /// <summary>What the benchmark declares for the use case, its profile's tokens, or the mean of the submission's own calls; null where none is known.</summary>
    private static CallTokens? TokensOf(Benchmark benchmark, Submission submission, UseCase useCase)
    {
        var profile = benchmark.Profiles.FirstOrDefault(one => one.Id == useCase.Profile);
        if ((useCase.InputTokens ?? profile?.InputTokens) is { } input && (useCase.OutputTokens ?? profile?.OutputTokens) is { } output)
        {
            return new(input, output, AreMeasured: false);
        }

        // Calls of which one does not say its tokens would give the mean of some other calls.
        TimedCall[] calls = [.. submission.Calls.Where(call => call.Status == CallStatus.Ok && call.At == new MeasuredAt(useCase.Id, null))];
        return calls.Length > 0 && calls.All(call => call is { InputTokens: not null, OutputTokens: not null })
            ? new(calls.Average(call => call.InputTokens!.Value), calls.Average(call => call.OutputTokens!.Value), AreMeasured: true)
            : null;
    }
}
