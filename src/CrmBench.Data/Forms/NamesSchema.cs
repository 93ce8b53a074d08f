using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>
/// A schema beside the others with the names that a repository declares, to which they refer: editors offer the names. It allows any other
/// name too, so that one written before the newest model hinders nobody; whether a name is known is for the reader to say.
/// </summary>
public static class NamesSchema
{
    /// <summary>Where it stands, from <c>data/</c> and from the root of the site.</summary>
    public const string Path = "schema/names.schema.json";

    /// <summary>Where it stands, seen from the other schemas.</summary>
    internal const string FromOthers = "../names.schema.json";

    private static readonly ImmutableArray<(string Kind, Func<Catalogue, IEnumerable<string>> Names)> Kinds =
    [
        ("dimension", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.Dimensions).Select(dimension => dimension.Id)),
        ("method", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.DeclaredMethods).Select(method => method.Id)),
        ("metric", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.AllMetrics).Select(metric => metric.Id)),
        ("model", catalogue => catalogue.Models.Keys),
        ("profile", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.Profiles).Select(profile => profile.Id)),
        // What still may be renamed, and is published nowhere else before it is closed, is not offered.
        ("release", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.Releases)
            .Where(release => release.Status == ReleaseStatus.Frozen).Select(release => release.Id)),
        ("use case", catalogue => catalogue.Benchmarks.SelectMany(benchmark => benchmark.UseCases).Select(useCase => useCase.Id)),
    ];

    /// <summary>The schema with the names of a repository.</summary>
    /// <param name="catalogue">What declares them; null for one without names.</param>
    /// <param name="id">Address where it is published; null for a file that is reached by its path.</param>
    public static string Of(Catalogue? catalogue, Uri? id = null) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        if (id is not null)
        {
            json.WriteString("$id", id.AbsoluteUri);
        }

        json.WriteString("title", "Names");
        json.WriteString("description", "The names that are declared here, which editors offer. Any other is allowed too. Written by crmbench schema.");
        json.WriteStartObject("$defs");
        foreach (var (kind, names) in Kinds)
        {
            json.WriteStartObject(DefinitionOf(kind));
            Write(json, catalogue is null ? [] : [.. names(catalogue).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>The reference to the names of a kind; null for names that are declared in the very file, which other files' do not help.</summary>
    internal static string? ReferenceTo(string kind) =>
        Kinds.Any(known => known.Kind == kind) ? $"{FromOthers}#/$defs/{DefinitionOf(kind)}" : null;

    private static string DefinitionOf(string kind) => kind.Replace(' ', '-');

    // Editors offer what an enumeration lists; the other branch takes the rest.
    private static void Write(Utf8JsonWriter json, ImmutableArray<string> names)
    {
        if (names.IsEmpty)
        {
            json.WriteString("type", "string");
            return;
        }

        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteTexts("enum", names);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
