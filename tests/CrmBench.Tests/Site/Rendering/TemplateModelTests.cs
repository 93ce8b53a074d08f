using System.Collections.Immutable;
using CrmBench.Site.Pages;

namespace CrmBench.Tests.Site.Rendering;

/// <summary>What the compiler writes for records that templates read.</summary>
public class TemplateModelTests
{
    private static readonly Figure Known = new("k", 1.5, "1.5");

    [Fact]
    public void A_template_reads_properties_by_their_names_in_snake_case()
    {
        var (html, problems) = Sites.Render(
            "{{ page.more_files }} {{ page.figure.text }} {{ page.figure.value }}{{ page.basis }}",
            new MetricLine("n", "c", Known, Basis: null, Coverage: null, File: null, MoreFiles: "+1", Source: null));

        Assert.Empty(problems);
        Assert.Equal("+1 1.5 1.5", html);
    }

    [Fact]
    public void A_property_that_is_not_there_is_an_error() =>
        Assert.StartsWith("templates/pages/page.html:1:9: error CB0904", Assert.Single(Sites.Render("{{ page.titel }}", Known).Problems), StringComparison.Ordinal);

    [Fact]
    public void A_template_cannot_change_a_model() =>
        Assert.Contains("readonly member", Assert.Single(Sites.Render("{{ page.text = 'x' }}", Known).Problems), StringComparison.Ordinal);

    [Fact]
    public void Lists_have_a_size_and_hold_what_is_not_known_too()
    {
        var (html, _) = Sites.Render(
            "{{ page.cells.size }}:{{ for cell in page.cells }}{{ if cell }}{{ cell.text }}{{ else }}-{{ end }}{{ end }}",
            new UseCaseFigures("n", "/", [Known, null, Known]));

        Assert.Equal("3:1.5-1.5", html);
    }

    [Fact]
    public void A_lazy_part_is_made_when_a_template_asks_for_it_and_once()
    {
        var made = 0;
        var model = new ModelOnBoardModel("i", "n", "/", "r", "d", new(() => Charts(++made)), []);

        Assert.Equal("n", Sites.Render("{{ page.name }}", model).Html);
        Assert.Equal(0, made);
        Assert.Equal("11", Sites.Render("{{ page.charts.size }}{{ page.charts.size }}", model).Html);
        Assert.Equal(1, made);
    }

    [Fact]
    public void The_models_in_a_model_are_those_it_holds_alone_in_lists_and_lazily()
    {
        var cells = new UseCaseFigures("n", "/", [Known, null]);
        var table = new UseCaseTable([new("d", "s")], [cells]);
        var release = new ModelOnBoardModel("i", "n", "/", "r", "d", new(() => Charts(1)), []);

        Assert.Equal([Known], cells.Nested());
        Assert.Equal([table.Columns[0], cells], table.Nested());
        Assert.Equal(release.Charts.Value, release.Nested());
        Assert.Empty(new MetricLine("n", "c", null, null, null, null, null, null).Nested());
        Assert.Empty(Known.Nested());
    }

    private static ImmutableArray<ChartFigure> Charts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ChartFigure($"{i}", 2, "", new(""), [], []))];
}
