namespace CrmBench.Tests.Browser.Scoring;

/// <summary>The CSV that readers take along.</summary>
public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public async Task A_text_field_is_quoted_and_guarded(string text, string written)
    {
        var csv = await ScriptModules.RunAsync<string>(["csv"], "({ csv }, text) => csv.toCsv([[text, -1, null]])", text);

        Assert.Equal($"{written},-1,\r\n", csv);
    }
}
