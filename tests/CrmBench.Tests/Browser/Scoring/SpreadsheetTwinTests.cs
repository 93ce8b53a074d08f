using CrmBench.Site.Downloads;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>A file that the browser saves and one that was built take the same texts for formulas.</summary>
public class SpreadsheetTwinTests
{
    [Fact]
    public async Task The_same_signs_are_made_inert()
    {
        // Half a surrogate pair cannot be handed over.
        int[] signs = [.. Enumerable.Range(1, 0xFFFF).Where(unit => !char.IsSurrogate((char)unit))];
        var told = await ScriptModules.RunAsync<int[]>(
            ["csv"],
            "({ csv }, signs) => signs.filter(sign => /^\"?'/.test(csv.toCsv([[`${String.fromCharCode(sign)}a`]])) && sign !== 39)",
            signs);

        Assert.Equal(signs.Where(sign => SpreadsheetText.Inert($"{(char)sign}a").Length == 3), told);
        Assert.Equal("\t\n\r+-=@\uFF0B\uFF0D\uFF1D\uFF20", string.Concat(told.Select(sign => (char)sign)));
    }
}
