using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public class BuiltSiteTests
{
    private static SiteFile File(string path, params byte[] content) => new(path, content);

    [Fact]
    public void Files_stand_in_ordinal_order_and_give_the_same_hash_in_any_order()
    {
        var one = new BuiltSite([File("b", 1), File("B", 2), File("a/b", 3)]);
        var other = new BuiltSite([File("a/b", 3), File("B", 2), File("b", 1)]);

        Assert.Equal(["B", "a/b", "b"], one.Files.Select(file => file.Path));
        Assert.Equal(one.ComputeHash(), other.ComputeHash());
    }

    [Fact]
    public void The_hash_knows_where_a_file_ends() =>
        Assert.NotEqual(
            new BuiltSite([File("a", 1, 2), File("b")]).ComputeHash(), new BuiltSite([File("a", 1), File("b", 2)]).ComputeHash());

    [Fact]
    public void Two_files_with_one_path_throw() => Assert.Throws<ArgumentException>(() => new BuiltSite([File("a"), File("a")]));

    [Fact]
    public void A_file_is_found_by_its_path()
    {
        var site = new BuiltSite([File("a", 1)]);

        Assert.Equal<byte>([1], site.Find("a")!.Content.ToArray());
        Assert.Null(site.Find("A"));
    }
}
