using CrmBench.Data.Forms;

namespace CrmBench.ShippedData;

/// <summary>The schemas beside the data, where there are any, are those that the declarations give; <c>crmbench migrate</c> writes them.</summary>
public class SchemaFilesTests
{
    public static TheoryData<string> Names => [.. SchemaFiles.All.Select(schema => schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_schema_is_what_the_declarations_give(string name)
    {
        var schema = SchemaFiles.All.Single(known => known.Name == name);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder(), name)), schema.Write(null));
    }

    [Fact]
    public void No_schema_is_committed_that_no_declaration_gives() =>
        Assert.Equal(SchemaFiles.All.Select(schema => schema.Name).Order(StringComparer.Ordinal), Directory.GetFiles(Folder()).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Folder() => Shipped.PathOf($"data/{SchemaFiles.Folder}");
}
