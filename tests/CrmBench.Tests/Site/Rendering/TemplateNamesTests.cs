using CrmBench.Core.Diagnostics;
using CrmBench.Site.Pages;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Rendering;

public class TemplateNamesTests
{
    private static readonly TemplateNames Ours = ReadOurs();

    [Fact]
    public void Every_name_in_our_templates_is_one_of_their_models() => Assert.Empty(Ours.Problems);

    [Fact]
    public void Every_property_of_a_model_is_read_by_some_template() => Assert.Empty(Ours.Unread);

    [Fact]
    public void Every_template_of_a_page_has_one_model()
    {
        var templates = Directory.EnumerateFiles(Repository.PathOf("templates/pages")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(templates.Order(StringComparer.Ordinal), TemplateNames.PageModels.Select(page => page.Template).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<p>\n{{ page.titel }}", "templates/pages/board.html:2:9: BoardPageModel has no 'titel'")]
    [InlineData("{{ pgae.title }}", "templates/pages/board.html:1:4: nothing is called 'pgae'")]
    [InlineData("{{ if false }}{{ page.table.nowhere }}{{ end }}", "templates/pages/board.html:1:29: BoardTableModel has no 'nowhere'")]
    [InlineData("{{ if page.unranked }}{{ else if page.call }}{{ page.call.waht }}{{ end }}", "templates/pages/board.html:1:59: GradesCall has no 'waht'")]
    [InlineData("{{ for row in page.table.complete }}{{ row.nmae }}{{ end }}", "templates/pages/board.html:1:44: BoardRow has no 'nmae'")]
    [InlineData("{{ for row in page.table.complete }}{{ end }}{{ row.name }}", "templates/pages/board.html:1:49: nothing is called 'row'")]
    [InlineData("{{ for word in page.summary }}{{ end }}", "templates/pages/board.html:1:16: 'page.summary' is no list")]
    [InlineData("{{ for row in page.table.complete }}{{ include 'row' row.score }}{{ end }}", "templates/partials/row.html:1:8: Figure has no 'vlaue'")]
    [InlineData("{{ page.drafts }}", "templates/pages/board.html:1:4: 'page.drafts' is of type ImmutableArray`1, which cannot be written")]
    [InlineData("{{ lnik page.compare }}", "templates/pages/board.html:1:4: no function is called 'lnik'")]
    public void A_name_that_no_model_has_is_found_whether_or_not_any_page_shows_it(string template, string problem) =>
        Assert.Equal([problem], ReadBoard(template).Problems);

    [Fact]
    public void A_property_that_no_template_reads_is_found()
    {
        var unread = ReadBoard("{{ page.summary }}").Unread.ToArray();

        Assert.DoesNotContain("BoardPageModel.Summary", unread);
        Assert.Contains("BoardPageModel.Counts", unread);
    }

    [Theory]
    [InlineData("{{ page.heading }}{{ site.title }}{{ for row in page.table.complete }}{{ row.score.text }}{{ if !for.last }}, {{ end }}{{ end }}")]
    [InlineData("{{ if page.drafts.size > 0 || page.note_on_release }}{{ page.note_on_release.text }}{{ end }}")]
    [InlineData("{{ for address in (imports page.scripts page.asked) }}{{ address }}{{ link address }}{{ end }}")]
    public void What_is_there_is_not_reported(string template) => Assert.Empty(ReadBoard(template).Problems);

    private static TemplateNames ReadBoard(string template)
    {
        var diagnostics = new DiagnosticBag();
        var templates = Sites.Templates(
            diagnostics, ("layout.html", ""), ("pages/board.html", template), ("partials/row.html", "{{ row.vlaue }}"));
        Assert.Empty(diagnostics.ToSorted());
        var names = new TemplateNames(templates);
        names.ReadPage(templates.FindPage("board")!, typeof(BoardPageModel));
        return names;
    }

    private static TemplateNames ReadOurs()
    {
        var diagnostics = new DiagnosticBag();
        var folder = Repository.PathOf("templates");
        var names = new TemplateNames(Sites.Templates(diagnostics, [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))]));
        Assert.Empty(diagnostics.ToSorted());
        names.ReadAll();
        return names;
    }
}
