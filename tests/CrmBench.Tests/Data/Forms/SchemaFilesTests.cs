using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Data.Forms;

public class SchemaFilesTests
{
    private static readonly string Folder = Repository.PathOf("data", SchemaFiles.Folder);

    public static TheoryData<string> Names => [.. SchemaFiles.All.Select(schema => schema.Name)];

    // After a change of the declarations: crmbench migrate writes the files anew.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_schema_is_what_the_declarations_give(string name)
    {
        var schema = SchemaFiles.All.Single(known => known.Name == name);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name)), schema.Write(null));
    }

    [Fact]
    public void No_schema_is_committed_that_no_declaration_gives() =>
        Assert.Equal(SchemaFiles.All.Select(schema => schema.Name).Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_JSON_Schema_names_its_address(string name)
    {
        var schema = SchemaFiles.All.Single(known => known.Name == name);

        var text = schema.Write(new Uri($"https://example.org/{name}"));

        Assert.Equal(!schema.IsTable, text.Contains($"\"$id\": \"https://example.org/{name}\"", StringComparison.Ordinal));
    }
}
