using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Forms;

public class SchemaFilesTests
{
    public static TheoryData<string> Names => [.. SchemaFiles.All.Select(schema => schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_JSON_Schema_names_its_address(string name)
    {
        var schema = SchemaFiles.All.Single(known => known.Name == name);

        var text = schema.Write(new Uri($"https://example.org/{name}"));

        Assert.Equal(!schema.IsTable, text.Contains($"\"$id\": \"https://example.org/{name}\"", StringComparison.Ordinal));
    }
}
