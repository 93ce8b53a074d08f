using CrmBench.Core.Model;
using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class AgreementPageTests
{
    private static readonly Judge Own = new("own", "mine", "programs");

    // People give 1 to 3 and agree; the program gives one grade more.
    private static readonly (int Item, string Rater, int Grade)[] Agreeing =
    [
        (1, "r1", 1), (1, "r2", 1), (2, "r1", 3), (2, "r2", 3), (3, "r1", 2), (3, "r2", 2), (1, "own", 2), (2, "own", 4), (3, "own", 3),
    ];

    [Fact]
    public void The_answer_names_method_verdict_metric_and_meaning()
    {
        var page = Page(World(Agreeing));

        Assert.Equal(
            "People: strong on facts (raters are nearly interchangeable). "
            + "Programs: not known on facts (too few shared ratings, or all alike).",
            page.Answer);
    }

    [Fact]
    public void Where_people_and_programs_rated_the_same_the_page_leads_with_what_follows()
    {
        var page = Page(World(Agreeing));

        Assert.Equal("Do automatic judges agree with people on Bench?", page.Head.Heading);
        Assert.StartsWith("People tell no two models apart here, so nothing shows whether the method “Programs” orders them as people do.", page.Finding);
        Assert.Contains("This is one use case with 3\u00a0items.", string.Join(' ', page.Meaning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_judged_by_people_alone_has_no_finding_on_judges()
    {
        var page = Page(World([.. Agreeing.Where(rating => rating.Rater != "own")]));

        Assert.Null(page.Finding);
        Assert.Equal("Do the raters of Bench agree?", page.Head.Heading);
    }

    [Fact]
    public void Every_figure_of_the_page_is_among_the_computed_ones_under_its_key()
    {
        var world = World(Agreeing);
        var computed = ComputedValues.Of(world.Scored());

        var figures = ComputedValues.KeysIn(Page(world)).ToArray();

        Assert.Contains("bench/r/agreement/facts/people/alpha", figures);
        Assert.Contains("bench/r/agreement/facts/people+programs/difference", figures);
        Assert.All(figures, key => Assert.True(computed.ContainsKey(key), key));
    }

    [Fact]
    public void Programs_that_give_higher_grades_are_milder_only_where_the_interval_says_so()
    {
        (int, string, int)[] mixed = [(1, "r1", 1), (2, "r1", 3), (3, "r1", 2), (1, "own", 2), (2, "own", 2), (3, "own", 4)];

        Assert.Equal("no difference shown", Between(Page(World(mixed))).Words);
        Assert.Equal("+1.00", Between(Page(World(Agreeing))).Difference.Text);
    }

    [Fact]
    public void A_release_judged_by_people_alone_says_that_the_question_stays_open()
    {
        var page = Page(World([.. Agreeing.Where(rating => rating.Rater != "own")]));

        Assert.Equal("Only people rated in this release. Whether programs would judge alike stays open.", page.OneKind);
        Assert.Empty(page.Shared);
    }

    [Fact]
    public void A_row_is_marked_on_the_board_of_its_own_judge_and_not_on_that_of_people()
    {
        var scored = World(Agreeing).Scored();
        var index = new SiteIndex(scored, []);
        var release = scored.Benchmarks[0].Releases[0];

        var marked = release.Boards.ToDictionary(
            board => board.Method.Id,
            board => new BoardTable(index, board).Model().Complete.Value[0].OwnJudge);

        Assert.True(marked["programs"]);
        Assert.False(marked["people"]);
    }

    [Fact]
    public void A_board_whose_raters_agree_no_more_than_chance_is_headed_by_a_caution()
    {
        (int, string, int)[] contrary = [(1, "r1", 1), (1, "r2", 4), (2, "r1", 4), (2, "r2", 1), (3, "r1", 1), (3, "r2", 4)];

        Assert.Equal(
            "On facts the raters of people judging agree no more than chance would: do not rely on small differences.",
            Board(World(contrary)).Caution.Value);
        Assert.Null(Board(World(Agreeing)).Caution.Value);
        Assert.Equal("/bench/agreement/", Board(World(Agreeing)).Agreement);
    }

    [Fact]
    public void A_board_without_single_ratings_links_to_no_agreement()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] }
            .Add("m", scores: [Score("solved", 50, "a", n: 100)]);

        Assert.Null(Board(world).Agreement);
        Assert.DoesNotContain(PagePlan.RoutesOf(new SiteIndex(world.Scored(), []), new Dictionary<string, CrmBench.Site.Rendering.Prose>(), new([])),
            route => route.Path.Contains("agreement", StringComparison.Ordinal));
    }

    private static SmallWorld World((int Item, string Rater, int Grade)[] ratings)
    {
        var table = Ratings(["facts"], ratings.Select(rating => ("a", $"item {rating.Item}", rating.Rater, new int?[] { rating.Grade })));
        return new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }.Add("mine", table, judges: [Own]);
    }

    private static AgreementPageModel Page(SmallWorld world)
    {
        var scored = world.Scored();
        var benchmark = scored.Benchmarks[0];
        var release = benchmark.Releases[0];
        return AgreementPage.Model(new SiteIndex(scored, []), benchmark, release, release.Agreement!, prose: null);
    }

    private static BoardPageModel Board(SmallWorld world)
    {
        var scored = world.Scored();
        var release = scored.Benchmarks[0].Releases[0];
        return BoardPage.Model(new SiteIndex(scored, []), scored.Benchmarks[0], release, release.Boards[0], "/bench/");
    }

    private static ProgramsAgainstPeople Between(AgreementPageModel page) => page.Between[0];
}
