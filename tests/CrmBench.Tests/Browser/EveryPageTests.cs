using System.Collections.Immutable;

namespace CrmBench.Tests.Browser;

/// <summary>What holds on every kind of page.</summary>
[Collection(PageTestGroup.Name)]
public class EveryPageTests(VisitedPages pages) : IClassFixture<VisitedPages>
{
    public static TheoryData<string> Kinds => PageKinds.All;

    [Fact]
    public void Every_page_is_of_a_kind_that_is_looked_at()
    {
        var unknown = pages.Site.Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && PageKinds.Of(path) is null);

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Has_no_barrier_in_the_light(string kind) => OnEach(kind, page => HasNoBarrier(page, page.Barriers));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Has_no_barrier_on_a_phone(string kind) => OnEach(kind, page => HasNoBarrier(page, page.BarriersOnPhone));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Can_be_read_in_the_dark(string kind) => OnEach(kind, page => HasNoBarrier(page, page.PaleColours));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Asks_nobody_but_its_own_server_and_says_nothing_to_the_console(string kind) => OnEach(kind, page =>
    {
        Assert.All(page.Requests, request => Assert.StartsWith(pages.Site.Server.Root.AbsoluteUri, request, StringComparison.Ordinal));
        Assert.True(page.Messages.IsEmpty, $"{page.Address} says:\n{string.Join('\n', page.Messages)}");
    });

    [Theory]
    [InlineData(PageKinds.Board)]
    [InlineData(PageKinds.Compare)]
    [InlineData(PageKinds.Choose)]
    public Task Names_in_its_head_what_its_scripts_load_at_once(string kind) => OnEach(kind, page =>
    {
        var late = page.RequestsAtOnce.Where(address => address.EndsWith(".js", StringComparison.Ordinal)).Except(page.NamedScripts);

        Assert.True(!late.Any(), $"{page.Address} loads step by step:\n{string.Join('\n', late)}");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Is_walked_by_the_keyboard_in_the_order_of_reading(string kind) => OnEach(kind, page =>
    {
        // Beyond the last place the focus leaves the page and starts again.
        var places = page.Walked;
        var end = places.FindIndex(1, place => place <= places[0]);
        var walked = end < 0 ? places : places[..end];
        Assert.True(walked.Count > 5, $"{page.Address} has only {walked.Count} places.");
        Assert.Equal(walked.Order(), walked);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Is_never_wider_than_a_narrow_window(string kind) =>
        OnEach(kind, page => Assert.True(page.Overflow == 0, $"{page.Address} is wider than its window."));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Tells_everything_without_scripts(string kind) => OnEach(kind, page =>
    {
        string[] missing = [.. page.Texts.Except(page.TextsWithoutScripts)];

        Assert.True(missing.Length == 0, $"Only with scripts, {page.Address} tells:\n{string.Join('\n', missing)}");
    });

    private static void HasNoBarrier(VisitedPage page, ImmutableArray<string> barriers) =>
        Assert.True(barriers.IsEmpty, $"{barriers.Length} barriers on {page.Address}:\n{string.Join('\n', barriers.Take(10))}");

    private async Task OnEach(string kind, Action<VisitedPage> look)
    {
        foreach (var page in await pages.VisitAsync(kind))
        {
            look(page);
        }
    }
}
