using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Diagnostics;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Data;

public class CatalogueReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Problems_read_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        foreach (var kind in Problems.All)
        {
            var diagnostics = new DiagnosticBag();
            CatalogueReader.Read(BrokenSite.Open(kind.Code), diagnostics);

            var expected = File.ReadAllText(Path.Combine(BrokenFolder.Root, kind.Code, "expected.txt"));
            Assert.Equal(expected, string.Concat(diagnostics.ToSorted().Select(diagnostic => diagnostic + "\n")));
        }
    }
}
