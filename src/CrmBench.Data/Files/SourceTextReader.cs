using System.Text.Unicode;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Data.Files;

/// <summary>Reads files as text that can be trusted in form: of bearable size, UTF-8, without invisible characters.</summary>
internal static class SourceTextReader
{
    // More places than these tell nobody more about the same file.
    private const int MostPlaces = 20;

    /// <summary>The text of a file, or null after a report of why it cannot be read.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="path">Path of the file from its root.</param>
    /// <param name="largest">Its greatest size in bytes.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static SourceText? Read(FileTree tree, string path, long largest, DiagnosticBag diagnostics) =>
        tree.Read(path, largest, diagnostics) is { } bytes ? Decode(path, bytes, diagnostics) : null;

    /// <summary>The bytes of a file as text, or null after a report of why they are none.</summary>
    /// <param name="path">Path of the file, for reports.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    /// <param name="allowInvisible">
    /// Whether invisible characters are let through, as in another tool's log, which holds what models wrote.
    /// </param>
    /// <param name="mayBeEmpty">Whether a file of nothing but white space is right.</param>
    public static SourceText? Decode(
        string path, byte[] bytes, DiagnosticBag diagnostics, bool allowInvisible = false, bool mayBeEmpty = false)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
        {
            diagnostics.Report(Problems.Utf16(path));
            return null;
        }

        var text = new SourceText(path, bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes);
        if (!mayBeEmpty && text.Utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            diagnostics.Report(Problems.FileEmpty(path));
            return null;
        }

        if (!Utf8.IsValid(text.Utf8.Span))
        {
            var offset = FirstInvalid(text.Utf8.Span);
            diagnostics.Report(Problems.NotUtf8(text.PlaceAt(offset), text.Utf8.Span[offset]));
            return null;
        }

        return !allowInvisible && ReportForbidden(text, diagnostics) ? null : text;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    private static bool ReportForbidden(SourceText text, DiagnosticBag diagnostics)
    {
        var offset = -1;
        for (var i = 0; i < MostPlaces; i++)
        {
            offset = Invisible.IndexIn(text.Utf8.Span, offset + 1, out var character);
            if (offset < 0)
            {
                return i > 0;
            }

            diagnostics.Report(Problems.InvisibleCharacter(text.PlaceAt(offset), character));
        }

        return true;
    }
}
