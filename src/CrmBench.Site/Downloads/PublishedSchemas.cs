using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Downloads;

/// <summary>The schemas of the data's files, published so that editors and programs find them.</summary>
internal static class PublishedSchemas
{
    /// <summary>The path of a schema within the site: <c>/schema/v1/submission.schema.json</c>.</summary>
    public static string PathOf(SchemaFile schema) => $"/{SchemaFiles.Folder}/{schema.Name}";

    /// <summary>The paths of all schemas.</summary>
    public static IEnumerable<Route> Routes => SchemaFiles.All.Select(schema => new Route(PathOf(schema), new SourcePlace("data/site.json")));

    /// <summary>All schemas, each naming the address where it is published.</summary>
    public static ImmutableArray<SiteFile> Write(SitePaths paths) =>
    [
        .. SchemaFiles.All.Select(schema => new SiteFile(
            paths.FileOf(PathOf(schema)),
            Encoding.UTF8.GetBytes(schema.Write(new Uri(paths.Absolute(PathOf(schema))))))),
    ];
}
