using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Json;

public class JsonTreeTests
{
    [Theory]
    [InlineData("{\n  \"a\": 1,\n}", "t.json:3:1", "CB0201")]
    [InlineData("{\n  // why\n}", "t.json:2:3", "CB0201")]
    [InlineData("{ \"\u00E9\u00E9\": 01 }", "t.json:1:10", "CB0201")]
    [InlineData("{ 'a': 1 }", "t.json:1:3", "CB0201")]
    [InlineData("{ \"a\": tru }", "t.json:1:11", "CB0201")]
    [InlineData("{} {}", "t.json:1:4", "CB0201")]
    [InlineData("{ \"a\": NaN }", "t.json:1:8", "CB0201")]
    [InlineData("{\n  \"a\": [1, 2", "t.json:2:13", "CB0202")]
    [InlineData("{\n  \"a\": \"b\n", "t.json:2:10", "CB0202")]
    [InlineData("{ \"a\": \"\\u202e\" }", "t.json:1:8", "CB0106")]
    [InlineData("{ \"a\": \"\\ud800\" }", "t.json:1:8", "CB0106")]
    public void What_is_wrong_is_located(string text, string place, string code)
    {
        var diagnostics = new DiagnosticBag();

        JsonTree.Parse(new SourceText("t.json", Encoding.UTF8.GetBytes(text)), diagnostics);

        var problem = Assert.Single(diagnostics.ToSorted());
        Assert.Equal((place, code), (problem.Place.ToString(), problem.Code));
    }

    [Theory]
    [InlineData("\\u00e9\\n\\t\\\"\\\\\\/", "\u00E9\n\t\"\\/")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    public void Escapes_are_resolved(string escaped, string expected)
    {
        var diagnostics = new DiagnosticBag();

        var node = JsonTree.Parse(new SourceText("t.json", Encoding.UTF8.GetBytes($"\"{escaped}\"")), diagnostics);

        Assert.Equal(expected, node?.Text);
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void Deep_nesting_is_refused_rather_than_followed()
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(JsonTree.Parse(new SourceText("t.json", Encoding.UTF8.GetBytes(new string('[', 100_000))), diagnostics));
        Assert.Single(diagnostics.ToSorted());
    }

    [Fact]
    public void All_problems_of_an_object_are_reported_at_once()
    {
        var diagnostics = new DiagnosticBag();
        var text = """
            {
              "schema": 1,
              "tilte": "T",
              "count": "3",
              "count": 4
            }
            """;
        var form = new FileForm("t.json", "A file.", new ObjectForm("a file",
        [
            new("title", ValueForm.Text, ""),
            new("count", ValueForm.Whole(NumberRange.Count), ""),
        ]));
        var json = VersionedFile.Open(new SourceText("t.json", Encoding.UTF8.GetBytes(text)), form, diagnostics)?.Root;
        Assert.NotNull(json);

        json.Text("title");
        json.Whole("count");

        Assert.False(json.ReportUnknownProperties());
        Assert.Equal(
            ["t.json:1:1 CB0205", "t.json:3:3 CB0203", "t.json:4:12 CB0206", "t.json:5:3 CB0204"],
            diagnostics.ToSorted().Select(problem => $"{problem.Place} {problem.Code}"));
    }
}
