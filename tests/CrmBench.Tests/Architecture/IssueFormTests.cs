using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>Links fill the issue forms, so the fields of the forms are an interface.</summary>
public partial class IssueFormTests
{
    [Theory]
    [InlineData("wrong-result.yml")]
    [InlineData("evaluate-a-model.yml")]
    [InlineData("question-on-method.yml")]
    public void Every_documented_field_is_one_of_the_form(string form)
    {
        var ids = FieldId().Matches(File.ReadAllText(Repository.PathOf(".github/ISSUE_TEMPLATE", form))).Select(match => match.Groups[1].Value).ToList();
        var row = File.ReadLines(Repository.PathOf(".github/MAINTAINING.md")).Single(line => line.StartsWith($"| `{form}` |", StringComparison.Ordinal));
        var documented = Code().Matches(row.Split('|')[2]).Select(match => match.Groups[1].Value).Where(word => !word.Contains('/', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(ids));
        Assert.Equal(ids.Distinct(), ids);
    }

    [GeneratedRegex(@"(?m)^    id: ([a-z_-]+)$")]
    private static partial Regex FieldId();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
