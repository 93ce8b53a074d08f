using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Pages;

namespace CrmBench.Cli.Reports;

/// <summary>Diagnostics as one JSON document.</summary>
internal static class JsonReport
{
    // Addresses and other alphabets stay readable; the document is never put into HTML.
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The document: <c>schema</c> (1), <c>errors</c> and <c>warnings</c> (counts) and <c>diagnostics</c>, each with <c>code</c>,
    /// <c>severity</c> (<c>error</c> or <c>warning</c>), <c>path</c>, <c>line</c> and <c>column</c> where known, <c>message</c>, and
    /// <c>help</c>: the address of the page on the code.
    /// </summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="site">Where the site is published; null where that is not known, and there is no <c>help</c>.</param>
    public static string Of(ImmutableArray<Diagnostic> diagnostics, Uri? site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            WriteDiagnostics(json, diagnostics, site);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The counts and the diagnostics, as properties of an object.</summary>
    internal static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics, Uri? site = null)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        json.WriteNumber("errors", errors);
        json.WriteNumber("warnings", diagnostics.Length - errors);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic, site);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, Uri? site)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("path", diagnostic.Place.Path);
        if (diagnostic.Place.Line > 0)
        {
            json.WriteNumber("line", diagnostic.Place.Line);
        }

        if (diagnostic.Place.Column > 0)
        {
            json.WriteNumber("column", diagnostic.Place.Column);
        }

        json.WriteString("message", diagnostic.Message);
        if (site is not null)
        {
            json.WriteString("help", ProblemCatalogue.AddressOn(site, diagnostic.Code).AbsoluteUri);
        }

        json.WriteEndObject();
    }
}
