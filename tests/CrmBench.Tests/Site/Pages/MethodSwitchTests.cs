using CrmBench.Core.Model;
using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class MethodSwitchTests
{
    [Fact]
    public void A_method_without_results_stands_there_and_says_so()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }.Add("m", Ratings(["facts"], [("a", "1", "ann", [3])]));

        Assert.Equal(["People /bench/", "Programs: not published"], Methods(world));
    }

    [Fact]
    public void The_kind_of_judging_that_a_benchmark_lacks_stands_there_too()
    {
        var metric = Rated("facts") with { Methods = ["people"] };
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", metric)] }.Add("m", Ratings(["facts"], [("a", "1", "ann", [3])]));

        Assert.Equal(["People /bench/", "Automated: not in this benchmark"], Methods(world));
    }

    [Fact]
    public void Judges_that_are_shown_apart_have_a_switch_of_their_own_on_their_boards_only()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("accuracy", RatedByJudges("facts"))],
            Methods = MethodsWithJudges(),
        }.Add(
            "m",
            Ratings(["facts"], [("a", "1", "ann", [3]), ("a", "1", "one", [3]), ("a", "1", "two", [2])]),
            judges: [new Judge("one", null, "programs"), new Judge("two", null, "programs")]);
        var scored = world.Scored().Benchmarks[0];
        var release = scored.Releases[0];

        Assert.Equal(["People /bench/", "Programs /bench/r/programs/"], Methods(world));
        Assert.Empty(MethodSwitch.Judges(scored, release, release.Boards[0]));
        Assert.Equal(
            ["One /bench/r/programs/", "Two /bench/r/programs-two/", "mean of 2 judges /bench/r/programs-all/"],
            MethodSwitch.Judges(scored, release, release.JudgeBoards[0]).Select(Told));
    }

    [Fact]
    public void A_call_for_grades_stands_where_none_is_published_and_shows_a_file_that_the_scale_allows()
    {
        var missing = new SmallWorld { UseCases = [Case("a")] }.Add("m").Scored();
        var there = new SmallWorld { UseCases = [Case("a")] }.Add("m", Ratings(["facts", "brevity"], [("a", "1", "ann", [3, 3])])).Scored();

        var call = GradesCall.Of(new SiteIndex(missing, []), missing.Benchmarks[0])!;

        Assert.Equal(
            "use_case,item,rater,facts,brevity\na,item-1,person-1,4,3\na,item-1,person-2,3,4\na,item-2,person-1,4,3\na,item-2,person-2,3,4",
            call.Example);
        Assert.Equal("by people (people) or by programs as judges (programs)", call.Methods);
        Assert.Null(GradesCall.Of(new SiteIndex(there, []), there.Benchmarks[0]));
    }

    private static IEnumerable<string> Methods(SmallWorld world)
    {
        var all = world.Scored();
        var scored = all.Benchmarks[0];
        return MethodSwitch.Methods(new SiteIndex(all, []), scored, scored.Releases[0], scored.Releases[0].Boards[0]).Select(Told);
    }

    private static string Told(MethodLink link) => link.Path is { } path ? $"{link.Name} {path}" : $"{link.Name}: {link.Why}";
}
