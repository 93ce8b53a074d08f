using System.Reflection;

namespace CrmBench.Tests.Architecture;

/// <summary>
/// Within a project too the arrows run one way: who reads a folder needs no folder that is built on it. A folder and the folders in it count
/// as neighbours.
/// </summary>
public class FolderTests
{
    [Theory]
    [InlineData("CrmBench.Core")]
    [InlineData("CrmBench.Data")]
    [InlineData("CrmBench.Import")]
    [InlineData("CrmBench.Site")]
    [InlineData("crmbench")]
    [InlineData("carry-over")]
    public void The_arrows_between_the_folders_of_a_project_make_no_circle(string assembly)
    {
        var arrows = Arrows(Assembly.Load(assembly));

        Assert.NotEmpty(arrows);
        Assert.Equal([], OnCircles(arrows).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_method_names_and_what_it_calls_are_uses()
    {
        var uses = TypeUses.Of(typeof(FolderTests).Assembly);

        Assert.Contains((typeof(FolderTests), typeof(TypeUses)), uses);
        Assert.DoesNotContain((typeof(TypeUses), typeof(FolderTests)), uses);
    }

    [Theory]
    [InlineData("", "ab", "bc", "ac")]
    [InlineData("ab ba", "ab", "ba", "bc")]
    [InlineData("ab bc ca", "ab", "bc", "ca", "cd")]
    public void An_arrow_is_on_a_circle_where_a_way_leads_back(string expected, params string[] arrows)
    {
        var found = OnCircles([.. arrows.Select(arrow => new Arrow($"{arrow[0]}", $"{arrow[1]}", ""))]);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arrow => $"{arrow[0]} -> {arrow[1]}: "), found);
    }

    private static Arrow[] Arrows(Assembly assembly) =>
    [
        .. TypeUses.Of(assembly)
            .Where(use => IsOurs(use.From) && IsOurs(use.To) && use.From.Namespace != use.To.Namespace)
            .Select(use => new Arrow(use.From.Namespace!, use.To.Namespace!, $"{use.From.Name} uses {use.To.Name}")),
    ];

    // Compilers add types without a namespace.
    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("CrmBench", StringComparison.Ordinal) == true;

    private static IEnumerable<string> OnCircles(Arrow[] arrows)
    {
        var next = arrows.Select(arrow => (arrow.From, arrow.To)).Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To);
        return arrows.Where(arrow => Reached(next, arrow.To).Contains(arrow.From)).Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Use}");
    }

    private static HashSet<string> Reached(ILookup<string, string> next, string start)
    {
        var (reached, open) = (new HashSet<string>([start], StringComparer.Ordinal), new Stack<string>([start]));
        while (open.TryPop(out var folder))
        {
            foreach (var other in next[folder].Where(reached.Add))
            {
                open.Push(other);
            }
        }

        return reached;
    }

    private sealed record Arrow(string From, string To, string Use);
}
