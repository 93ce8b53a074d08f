using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Words;

namespace CrmBench.Tests.Site.Words;

public class DimensionTextTests
{
    [Fact]
    public void A_basis_names_level_and_count()
    {
        var estimate = Estimate(Basis.RepeatedTrials) with { Level = 0.95, Count = 97, CountOf = CountOf.Tasks, Judgments = 388 };

        Assert.Equal(
            "95\u00a0% interval from 97\u00a0tasks, 388\u00a0tries, repeated trials of one task taken together", DimensionText.Basis(estimate));
    }

    [Fact]
    public void A_published_interval_without_a_level_says_so() =>
        Assert.Equal("interval as published, level not stated", DimensionText.Basis(Estimate(Basis.Published)));

    [Theory]
    [InlineData(Basis.ValueOnly, "no interval: the source states neither count nor spread")]
    [InlineData(Basis.PriceTable, "price list times tokens: exact, no interval")]
    [InlineData(Basis.Average, "no interval: a part of the average has none")]
    [InlineData(Basis.AverageOfValues, "no interval: no part of the average states its spread")]
    public void A_figure_without_interval_says_why(Basis basis, string text) =>
        Assert.Equal(text, DimensionText.Basis(Estimate(basis) with { Interval = null }));

    [Theory]
    [InlineData("Cost", "cost")]
    [InlineData("CRM fairness", "CRM fairness")]
    [InlineData("F", "F")]
    public void A_name_within_a_sentence_loses_its_capital_but_an_abbreviation_does_not(string name, string inside) =>
        Assert.Equal(inside, DimensionText.InSentence(name));

    private static Estimate Estimate(Basis basis) =>
        new() { Value = 50, Interval = new Interval(40, 60), Basis = basis, Evidence = ImmutableArray<Evidence>.Empty };
}
