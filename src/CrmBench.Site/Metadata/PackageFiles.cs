using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Site.Api;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Metadata;

/// <summary>
/// Metadata of all data for programs that look for tables: a Data Package (datapackage.org, version 2) and the same as Croissant 1.0
/// (mlcommons.org/croissant). Both name every table with size and hash.
/// </summary>
internal static class PackageFiles
{
    public const string DataPackagePath = "/datapackage.json";
    public const string CroissantPath = "/croissant.json";

    /// <summary>The paths of both.</summary>
    public static IEnumerable<Route> Routes => new[] { DataPackagePath, CroissantPath }.Select(Route.OfProgram);

    /// <summary>Both, made of the other files of the data.</summary>
    /// <param name="files">The files of the data.</param>
    /// <param name="site">The site.</param>
    /// <param name="days">The first and the last day on which anything happened to the data, or null where the data tell none.</param>
    public static SiteFile[] Write(SiteFile[] files, SiteSettings site, (DateOnly First, DateOnly Last)? days)
    {
        var tables = DataTable.Of(files);
        return
        [
            new SiteFile(DataPackagePath[1..], DataPackage.Write(tables, site, days?.Last)),
            new SiteFile(CroissantPath[1..], Croissant.Write(tables, site, days)),
        ];
    }
}

/// <summary>A table among the files of the data.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Schema">The file of its Table Schema, or null.</param>
internal sealed record DataTable(SiteFile File, FileKind Kind, SiteFile? Schema)
{
    /// <summary>Its path as a name: <c>data.changes</c>.</summary>
    public string Name => File.Path[..^System.IO.Path.GetExtension(File.Path).Length].Replace('/', '.');

    /// <summary>Its extension without the point.</summary>
    public string Format => System.IO.Path.GetExtension(File.Path)[1..];

    /// <summary>The tables among some files, by path.</summary>
    public static DataTable[] Of(SiteFile[] files) =>
    [
        .. files.Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal) || file.Path.EndsWith(".parquet", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (File: file, Kind: FileKind.Of(file.Path)))
            .Select(table => new DataTable(table.File, table.Kind, files.FirstOrDefault(other => other.Path == table.Kind.Schema))),
    ];
}

/// <summary>A Data Package: the tables with their schemas, at paths seen from the file itself.</summary>
internal static class DataPackage
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(DataTable[] tables, SiteSettings site, DateOnly? changed) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name", "data");
        json.WriteString("title", site.Title);
        json.WriteString("description", site.Description);
        json.WriteString("homepage", site.BaseUrl.AbsoluteUri);
        if (changed is { } day)
        {
            json.WriteString("version", Words.Format.IsoDate(day));
        }

        if (site.Licence is { } licence)
        {
            json.WriteObjects("licenses", [licence], address => json.WriteString("path", address));
        }

        json.WriteObjects("sources", [site.RepositoryUrl], address =>
        {
            json.WriteString("title", "The files that everything is made of, each figure with its own source");
            json.WriteString("path", address);
        });
        json.WriteObjects("resources", tables, table => WriteResource(json, table));
        json.WriteEndObject();
    });

    private static void WriteResource(Utf8JsonWriter json, DataTable table)
    {
        json.WriteString("name", DownloadTable.ResourceName(table.File.Path));
        json.WriteString("path", table.File.Path);
        json.WriteString("type", "table");
        json.WriteString("description", table.Kind.About);
        json.WriteString("format", table.Format);
        json.WriteString("mediatype", table.Kind.MediaType);
        if (table.Format == "csv")
        {
            json.WriteString("encoding", "utf-8");
        }

        json.WriteNumber("bytes", table.File.Content.Length);
        json.WriteString("hash", $"sha256:{table.File.Hash}");
        if (table.Kind.Schema is { } schema)
        {
            json.WriteString("schema", schema);
        }
    }
}
