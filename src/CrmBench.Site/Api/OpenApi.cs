using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Api;

/// <summary>The API as OpenAPI 3.1, for programs that make clients of it. Schemas are referred to where they lie, beside it.</summary>
internal static class OpenApi
{
    public const string Path = $"{ApiFiles.Folder}openapi.json";

    private static readonly (string Name, string What)[] OfLeaderboard =
    [
        ("benchmark", "Id of the benchmark"), ("release", "Id of the release"), ("method", "Id of the method"),
    ];

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(SiteSettings site) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("openapi", "3.1.0");
        json.WriteStartObject("info");
        json.WriteString("title", site.Title);
        json.WriteString("summary", site.Description);
        json.WriteString("description",
            "Plain files at addresses that stay: no key, no limit, no query. Within version 1 properties are added at most. "
            + "What is not known is null, never zero. Paths in the files are seen from the root of the site.");
        json.WriteString("version", "1.0.0");
        json.WriteStartObject("license");
        json.WriteString("name", "As stated on the site; figures of others keep the terms of their sources");
        json.WriteString("url", Addresses.Terms(site));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", site.BaseUrl.AbsoluteUri.TrimEnd('/'));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("security");
        json.WriteEndArray();
        json.WriteStartObject("paths");
        WritePath(json, FileIndex.Path, "index", "Every file of the data, with size, hash, schema and day", "index");
        foreach (var list in ApiFiles.Lists)
        {
            WritePath(json, list.Path, list.Name, list.What, list.Name);
        }

        WritePath(json, LedgerFiles.JsonPath, "changes", "The ledger: every release, and every result added, corrected or withdrawn", "changes");
        WritePath(json, "/data/{benchmark}/{release}/{method}.json", "leaderboard", "A leaderboard with all its figures", "leaderboard", OfLeaderboard);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WritePath(
        Utf8JsonWriter json, string path, string operation, string summary, string schema, params (string Name, string What)[] parameters)
    {
        json.WriteStartObject(path);
        json.WriteObjects("parameters", parameters, parameter =>
        {
            json.WriteString("name", parameter.Name);
            json.WriteString("in", "path");
            json.WriteString("description", parameter.What);
            json.WriteBoolean("required", true);
            json.WriteStartObject("schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
        });
        json.WriteStartObject("get");
        json.WriteString("operationId", operation);
        json.WriteString("summary", summary);
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "The file");
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        json.WriteString("$ref", $"schemas/{schema}.schema.json");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("404");
        json.WriteString("description", "There is no such file; index.json lists those there are");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
