using System.Text;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Downloads;

public class PublishedSchemasTests
{
    [Fact]
    public void Every_schema_is_published_and_a_JSON_Schema_names_the_address_where_it_is()
    {
        var diagnostics = new DiagnosticBag();
        var tree = new DiskTree(BoardsSite.Root);
        var assets = AssetSet.Read(ThemeFiles.Of(tree, "templates", diagnostics), "templates/assets", diagnostics);
        var paths = SitePaths.Create(new Uri("https://example.org/board/"), PublishedSchemas.Routes, assets, diagnostics);

        var files = PublishedSchemas.Write(CatalogueReader.Read(tree, diagnostics)!, paths);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(SchemaFiles.All.Select(schema => $"schema/v1/{schema.Name}").Append("schema/names.schema.json"), files.Select(file => file.Path));
        foreach (var file in files.Where(file => file.Path.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            using var schema = JsonDocument.Parse(Encoding.UTF8.GetString(file.Content.Span));
            Assert.Equal($"https://example.org/board/{file.Path}", schema.RootElement.GetProperty("$id").GetString());
        }
    }
}
