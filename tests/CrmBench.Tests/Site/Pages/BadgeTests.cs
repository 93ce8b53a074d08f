using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class BadgeTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static Badge One(ScoredCatalogue scored, string submission) => Badge.All(scored).Single(badge => badge.Path.EndsWith($"/{submission}", StringComparison.Ordinal));

    [Fact]
    public void Where_ranks_overlap_it_says_the_range_and_what_it_rests_on()
    {
        var scored = Scorer.Score(TwoStates.Of(("one", 90), ("two", 89), ("three", 20)));

        Assert.StartsWith("invented: rank 1–2 of 3, 100 ", One(scored, "one").Message, StringComparison.Ordinal);
        Assert.StartsWith("invented: rank 1–2 of 3, 100 ", One(scored, "two").Message, StringComparison.Ordinal);
        Assert.StartsWith("invented: rank 3 of 3, 100 ", One(scored, "three").Message, StringComparison.Ordinal);
        Assert.All(Badge.All(scored), badge => Assert.EndsWith(", 1 Jun 2026", badge.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_intervals_it_says_so()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        world.Add("one", scores: [Score("solved", 90, "a")]).Add("two", scores: [Score("solved", 80, "a")]);

        Assert.Contains("rank 1 of 2 by value, no interval known", One(world.Scored(), "one").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_incomplete_or_withdrawn_is_not_ranked()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Group("accuracy", Percent("solved"))] };
        world.Add("whole", scores: [Score("solved", 90, "a", n: 100), Score("solved", 90, "b", n: 100)])
            .Add("part", scores: [Score("solved", 99, "a", n: 100)]);
        var scored = world.Scored();
        Assert.Contains("not ranked (1 of 2 ", One(scored, "part").Message, StringComparison.Ordinal);

        var withdrawn = Scorer.Score(scored.Catalogue.With(
            "whole", submission => submission with { Withdrawn = new Withdrawal(new DateOnly(2026, 7, 1), "Wrong.") }));
        Assert.Contains("withdrawn on 1 Jul 2026", One(withdrawn, "whole").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plain")]
    [InlineData("<b>&\"'</b> ]]> [x](y)")]
    [InlineData("名前がとても長いモデル 🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜")]
    public void Pictures_are_well_formed_and_name_themselves(string name)
    {
        var catalogue = TwoStates.Of(("one", 90), ("two", 20));
        catalogue = catalogue with { Site = catalogue.Site with { Title = name } };
        var badge = One(Scorer.Score(catalogue), "one");

        var svg = XDocument.Parse(Encoding.UTF8.GetString(badge.ToSvg())).Root!;
        Assert.Equal(badge.Meaning, svg.Element(Svg + "title")!.Value);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        var texts = svg.Descendants(Svg + "text").Select(text => text.Value).ToArray();
        Assert.Equal(badge.Message, texts[1]);
        Assert.Equal(badge.Width.ToString(System.Globalization.CultureInfo.InvariantCulture), svg.Attribute("width")!.Value);
        Assert.True(texts.Sum(text => TextWidth.Of(text, 11)) <= badge.Width);

        using var json = JsonDocument.Parse(badge.ToJson());
        Assert.Equal(1, json.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(badge.Label, json.RootElement.GetProperty("label").GetString());
        Assert.Equal(badge.Message, json.RootElement.GetProperty("message").GetString());
    }
}
