using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Pages;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>Bars of a board by money end in the browser where they end on the page that was built.</summary>
public class BarTwinTests
{
    [Theory]
    [InlineData(0.002, 0.0119, 0.0199)]
    [InlineData(0.002, 0.006, 0.02)]
    [InlineData(0.0, 0.00031, 0.4, 7.0)]
    public async Task Bars_of_money_have_the_same_ends(params double[] amounts)
    {
        var ends = await ScriptModules.RunAsync<string[]>(
            ["cells"],
            """
            ({ cells }, amounts) => {
              const dimension = row => ({ value: amounts[row], low: null, high: null });
              return amounts.map(cells.barScale({ board: { count: amounts.length, rankBy: 0, dimensions: [{ unit: "usd" }] }, dimension }));
            }
            """,
            amounts);

        var dimension = new Dimension
        {
            Id = "d",
            Name = "D",
            Description = "",
            Metrics = [new Metric { Id = "m", Name = "M", Description = "", Unit = Unit.Usd, Better = Direction.Lower, Methods = ["a"] }],
        };
        Estimate[] estimates = [.. amounts.Select(amount => new Estimate { Value = amount, Basis = Basis.ValueOnly, Evidence = [] })];
        var scale = BarScale.OfTable(dimension, estimates);
        Assert.Equal(estimates.Select(estimate => scale.Bar(estimate).End), ends);
    }
}
