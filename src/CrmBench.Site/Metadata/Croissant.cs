using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Metadata;

/// <summary>
/// Croissant 1.0: a <c>Dataset</c> of schema.org with the files of its tables, and the columns of those that all leaderboards share.
/// Addresses are whole, because it is read away from the site.
/// </summary>
internal static class Croissant
{
    // RFC 4287 demands a day of a feed without entries too; 1970 stands for none in both.
    private const string Never = "1970-01-01";

    private static readonly (string Name, string Meaning)[] Context =
    [
        ("@language", "en"), ("@vocab", "https://schema.org/"), ("citeAs", "cr:citeAs"), ("column", "cr:column"),
        ("conformsTo", "dct:conformsTo"), ("cr", "http://mlcommons.org/croissant/"), ("dct", "http://purl.org/dc/terms/"),
        ("extract", "cr:extract"), ("field", "cr:field"), ("fileObject", "cr:fileObject"), ("fileProperty", "cr:fileProperty"),
        ("fileSet", "cr:fileSet"), ("format", "cr:format"), ("includes", "cr:includes"), ("isLiveDataset", "cr:isLiveDataset"),
        ("jsonPath", "cr:jsonPath"), ("key", "cr:key"), ("md5", "cr:md5"), ("parentField", "cr:parentField"), ("path", "cr:path"),
        ("rai", "http://mlcommons.org/croissant/RAI/"), ("recordSet", "cr:recordSet"), ("references", "cr:references"),
        ("regex", "cr:regex"), ("repeated", "cr:repeated"), ("replace", "cr:replace"), ("sc", "https://schema.org/"),
        ("separator", "cr:separator"), ("source", "cr:source"), ("subField", "cr:subField"), ("transform", "cr:transform"),
    ];

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(DataTable[] tables, SiteSettings site, (DateOnly First, DateOnly Last)? days) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        WriteContext(json);
        json.WriteString("@type", "sc:Dataset");
        json.WriteString("conformsTo", "http://mlcommons.org/croissant/1.0");
        json.WriteString("name", site.Title);
        json.WriteString("description", site.Description);
        json.WriteString("url", site.BaseUrl.AbsoluteUri);
        json.WriteString("license", Words.Addresses.Terms(site));
        json.WriteStartObject("creator");
        json.WriteString("@type", "sc:Organization");
        json.WriteString("name", site.Title);
        json.WriteString("url", site.BaseUrl.AbsoluteUri);
        json.WriteEndObject();
        json.WriteString("datePublished", days is { } known ? Words.Format.IsoDate(known.First) : Never);
        json.WriteString("dateModified", days is { } last ? Words.Format.IsoDate(last.Last) : Never);
        json.WriteString("version", (days?.Last ?? default).ToString("yyyy.M.d", CultureInfo.InvariantCulture));
        json.WriteString("inLanguage", "en");

        // Drafts come and go between versions.
        json.WriteBoolean("isLiveDataset", true);
        json.WriteObjects("distribution", tables, table =>
        {
            json.WriteString("@type", "cr:FileObject");
            json.WriteString("@id", table.File.Path);
            json.WriteString("name", table.File.Path);
            json.WriteString("description", table.Kind.About);
            json.WriteString("contentUrl", site.BaseUrl.AbsoluteUri + table.File.Path);
            json.WriteString("contentSize", $"{table.File.Content.Length.ToString(CultureInfo.InvariantCulture)} B");
            json.WriteString("encodingFormat", table.Kind.MediaType);
            json.WriteString("sha256", table.File.Hash);
        });

        // A leaderboard's own table has rows of the table of all, where there is one.
        json.WriteObjects("recordSet", tables.Where(table => table is { Format: "csv", Schema: not null } && table.Name.Count(c => c == '.') == 1), table =>
            WriteRecords(json, table));
        json.WriteEndObject();
    });

    private static void WriteRecords(Utf8JsonWriter json, DataTable table)
    {
        using var schema = JsonDocument.Parse(table.Schema!.Content);
        json.WriteString("@type", "cr:RecordSet");
        json.WriteString("@id", table.Name);
        json.WriteString("name", table.Name);
        json.WriteString("description", table.Kind.About);
        json.WriteObjects("field", schema.RootElement.GetProperty("fields").EnumerateArray(), field =>
        {
            var name = field.GetProperty("name").GetString()!;
            json.WriteString("@type", "cr:Field");
            json.WriteString("@id", $"{table.Name}/{name}");
            json.WriteString("name", name);
            if (field.TryGetProperty("description", out var description))
            {
                json.WriteString("description", description.GetString());
            }

            json.WriteString("dataType", field.GetProperty("type").GetString() switch
            {
                "number" => "sc:Float",
                "integer" => "sc:Integer",
                "boolean" => "sc:Boolean",
                "date" => "sc:Date",
                _ => "sc:Text",
            });
            json.WriteStartObject("source");
            json.WriteStartObject("fileObject");
            json.WriteString("@id", table.File.Path);
            json.WriteEndObject();
            json.WriteStartObject("extract");
            json.WriteString("column", name);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        foreach (var (name, meaning) in Context)
        {
            json.WriteString(name, meaning);
        }

        WriteTyped(json, "data", "cr:data", "@json");
        WriteTyped(json, "dataType", "cr:dataType", "@vocab");
        WriteTyped(json, "examples", "cr:examples", "@json");
        json.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string id, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }
}
