using CrmBench.Cli.Reports;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Cli.Reports;

public class GitHubReportTests
{
    [Fact]
    public void A_problem_is_an_annotation_at_its_line()
    {
        var line = GitHubReport.Line(new("CB0202", Severity.Error, new("data/ratings.csv", 3, 19), "Rating 5 is off the scale 1-4."));

        Assert.Equal("::error file=data/ratings.csv,line=3,col=19,title=CB0202::Rating 5 is off the scale 1-4.", line);
    }

    [Fact]
    public void A_whole_file_has_no_line()
    {
        var line = GitHubReport.Line(new("CB0001", Severity.Warning, new("data/models.csv"), "Empty."));

        Assert.Equal("::warning file=data/models.csv,title=CB0001::Empty.", line);
    }

    [Fact]
    public void No_text_can_give_the_runner_a_command()
    {
        var line = GitHubReport.Line(new("CB0001", Severity.Error, new("a,line=9:b%.csv", 1), "100 %\n::stop-commands::x"));

        Assert.Equal(@"::error file=a%2Cline=9%3Ab%25.csv,line=1,title=CB0001::100 %25\u000A::stop-commands::x", line);
    }
}
