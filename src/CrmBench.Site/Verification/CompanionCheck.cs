using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Verification;

/// <summary>Holds what goes with the pages - downloads, API, feeds, badges, pictures, assets - against what the data give, byte for byte.</summary>
public static class CompanionCheck
{
    // As much of two texts is shown from where they part.
    private const int Shown = 40;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Compares a written site with the files that go with its pages.</summary>
    /// <param name="written">The site as it was read back.</param>
    /// <param name="expected">The files that go with the pages, as the data give them now.</param>
    /// <param name="isPage">Whether the site has a page with this file: pages are checked by what they show.</param>
    /// <returns>Files that are missing, differ or were not written by a build of these data; the places are in <c>output/</c>.</returns>
    public static ImmutableArray<Diagnostic> Verify(BuiltSite written, BuiltSite expected, Func<string, bool> isPage)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(isPage);
        var diagnostics = new DiagnosticBag();
        foreach (var file in expected.Files)
        {
            if (written.Find(file.Path) is not { } found)
            {
                diagnostics.Report(VerificationProblems.MissingFile(new SourcePlace($"output/{file.Path}")));
            }
            else if (!found.Content.Span.SequenceEqual(file.Content.Span))
            {
                diagnostics.Report(Difference(found, file));
            }
        }

        diagnostics.Report(written.Files
            .Where(file => expected.Find(file.Path) is null && !isPage(file.Path))
            .Select(file => VerificationProblems.UnknownFile(new SourcePlace($"output/{file.Path}"))));
        return diagnostics.ToSorted();
    }

    private static Diagnostic Difference(SiteFile found, SiteFile expected)
    {
        var at = found.Content.Span.CommonPrefixLength(expected.Content.Span);
        if (TextOf(found) is not { } text || TextOf(expected) is not { } right)
        {
            return VerificationProblems.OtherContent(new SourcePlace($"output/{found.Path}"), string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {found.Content.Length} bytes, that of the data {expected.Content.Length}, and they differ from byte {at + 1} on."));
        }

        var start = text.AsSpan().CommonPrefixLength(right);
        var before = text.AsSpan(0, start);
        return VerificationProblems.OtherContent(
            new SourcePlace($"output/{found.Path}", before.Count('\n') + 1, start - before.LastIndexOf('\n')),
            $"Here stands {From(text, start)}, but the data give {From(right, start)}.");
    }

    // To the end of the line, but not for long: one line may be a whole file.
    private static string From(string text, int start)
    {
        var rest = text.AsSpan(start, Math.Min(Shown, text.Length - start));
        rest = rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
        return rest.IsEmpty ? "the end of the line" : $"'{rest}'";
    }

    private static string? TextOf(SiteFile file)
    {
        try
        {
            return file.Content.Span.Contains((byte)0) ? null : Strict.GetString(file.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
