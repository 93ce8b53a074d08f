using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmBench.Data.Values;

/// <summary>JSON as this repository writes it: two spaces, line feeds, letters beyond ASCII as they are, a final line feed.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",

        // The text goes into files that people read; it is escaped where it becomes HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text that <paramref name="write"/> writes.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
