using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Site.Browser;

namespace CrmBench.Tests.Site.Browser;

public class PriceDataTests
{
    private static readonly DateOnly Spring = new(2026, 3, 1);
    private static readonly DateOnly Summer = new(2026, 6, 1);

    [Fact]
    public void The_price_that_holds_goes_before_one_that_ended() =>
        Assert.Equal([2], Inputs(Price("m", 1, null, Summer), Price("m", 2, Summer, null), Price("m", 3, null, Spring)));

    [Fact]
    public void Of_prices_that_hold_the_latest_to_begin_counts() =>
        Assert.Equal([5], Inputs(Price("m", 4, Spring, null), Price("m", 5, Summer, null), Price("m", 6, null, null)));

    [Fact]
    public void A_price_that_ended_is_given_with_its_day()
    {
        using var file = JsonDocument.Parse(PriceData.Write([Price("m", 1, null, Summer)]));

        var price = file.RootElement.GetProperty("models").GetProperty("m");

        Assert.Equal("2026-06-01", price.GetProperty("until").GetString());
        Assert.Equal(10, price.GetProperty("out").GetDouble());
    }

    [Fact]
    public void Models_stand_by_identifier() =>
        Assert.Equal(["a", "b"], PriceData.Newest([Price("b", 1, null, null), Price("a", 2, null, null)]).Select(price => price.Model));

    private static double[] Inputs(params TokenPrice[] prices) => [.. PriceData.Newest([.. prices]).Select(price => price.InputUsdPerMillion)];

    private static TokenPrice Price(string model, double input, DateOnly? from, DateOnly? to) => new(model, input, 10, null, from, to, "list");
}
