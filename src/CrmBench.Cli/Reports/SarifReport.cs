using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Pages;

namespace CrmBench.Cli.Reports;

/// <summary>Diagnostics as a SARIF log, which code scanning reads.</summary>
/// <remarks>OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.</remarks>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The log: one run, its rules the codes that occur in ordinal order, its results in the order given.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="site">Where the site is published; null where that is not known, and rules have no page of their own.</param>
    public static string Of(ImmutableArray<Diagnostic> diagnostics, string programVersion, Uri? site)
    {
        ImmutableArray<string> rules = [.. diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal)];
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, programVersion, site);

            // Columns of diagnostics count code points, as a person counts characters.
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteStartArray("results");
            foreach (var diagnostic in diagnostics)
            {
                WriteResult(json, diagnostic, rules.IndexOf(diagnostic.Code));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<string> rules, string programVersion, Uri? site)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "crmbench");
        json.WriteString("version", programVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            WriteRule(json, rule, site);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string code, Uri? site)
    {
        json.WriteStartObject();
        json.WriteString("id", code);
        if (ThisProgram.Problems.Find(code) is { } kind)
        {
            WriteText(json, "shortDescription", $"{kind.Title}.");
            WriteText(json, "help", kind.Remedy);
        }

        if (site is not null)
        {
            json.WriteString("helpUri", ProblemCatalogue.AddressOn(site, code).AbsoluteUri);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", diagnostic.Severity == Severity.Error ? "error" : "warning");
        WriteText(json, "message", diagnostic.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', diagnostic.Place.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        WriteRegion(json, diagnostic.Place);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, SourcePlace place)
    {
        if (place.Line == 0)
        {
            return;
        }

        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        if (place.Column > 0)
        {
            json.WriteNumber("startColumn", place.Column);
        }

        json.WriteEndObject();
    }
}
