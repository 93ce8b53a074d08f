using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site;

/// <summary>Prose, templates, styles and scripts are held to the same rules of text and size as data.</summary>
public class SourceTextTests
{
    private const string Prose = "---\ntitle: A\n---\n\nText";

    public static TheoryData<string, string> Files => new()
    {
        { "content/about.md", Prose },
        { "content/use-cases/tiny/a.md", Prose },
        { "templates/layout.html", "{{ content }}" },
        { "templates/partials/a.html", "<p>a</p>" },
        { "templates/assets/css/a.css", "a { color: red }" },
        { "templates/assets/js/a.js", "export const a = 1;" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_nobody_sees_is_refused(string path, string text)
    {
        foreach (var hidden in (string[])["\u202E", "\0", "\u00AD", "\u180E", "\u3164", "\U000E0041"])
        {
            Assert.Equal("CB0106", Assert.Single(Problems(path, Encoding.UTF8.GetBytes(text + hidden))).Code);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_no_UTF_8_is_refused(string path, string text)
    {
        Assert.Equal("CB0104", Assert.Single(Problems(path, [.. Encoding.UTF8.GetBytes(text), 0xE9])).Code);
        Assert.Equal("CB0105", Assert.Single(Problems(path, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)])).Code);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_byte_order_mark_is_no_part_of_a_text(string path, string text) =>
        Assert.Empty(Problems(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));

    // A file of holes takes no room on the disk, and would take all of the memory.
    [Theory]
    [InlineData("content/about.md")]
    [InlineData("templates/layout.html")]
    [InlineData("templates/assets/js/a.js")]
    [InlineData("templates/assets/a.png")]
    public void A_file_that_is_too_large_is_refused_before_it_is_read(string path)
    {
        using var folder = new TemporaryFolder();
        folder.Write("templates/layout.html", "{{ content }}");
        folder.Write(path, "");
        using (var file = File.OpenWrite(folder.PathOf(path)))
        {
            file.SetLength(4L << 30);
        }

        var diagnostics = new DiagnosticBag();
        SiteSources.Read(folder.Path, diagnostics);

        Assert.Equal(("CB0103", path), (Assert.Single(diagnostics.ToSorted()).Code, diagnostics.ToSorted()[0].Place.Path));
    }

    private static Diagnostic[] Problems(string path, byte[] content)
    {
        using var folder = new TemporaryFolder();
        folder.Write("templates/layout.html", "{{ content }}");
        folder.Write(path, "");
        File.WriteAllBytes(folder.PathOf(path), content);
        var diagnostics = new DiagnosticBag();
        SiteSources.Read(folder.Path, diagnostics);
        return [.. diagnostics.ToSorted()];
    }
}
