using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Statistics;
using CrmBench.Data.Files;
using CrmBench.Site.Rendering;
using SitesOfPaths = CrmBench.Tests.Site.Rendering.Sites;

namespace CrmBench.Tests.Fuzzing;

/// <summary>Texts in Markdown: refused with a place, or HTML of nothing but what Markdown has.</summary>
internal sealed class ProseTarget : FuzzTarget
{
    private const string File = "content/about.md";

    // Every sign that the pipeline knows; links of every kind that may stand in a text.
    private const string Whole = """
        ---
        title: A title: with a colon
        description: What this is.
        order: 3
        ---

        A *word*, a **strong _one_**, `code`, ``a ` tick``, a [link](/), one [by name][name], <https://example.org/>, <me@example.org>, a note[^1].
        ![A picture](/assets/a.svg "Title") and a line  
        broken; &amp; &copy; &#x3C; \* \[ <b>no markup</b> <!-- none --> <script>none</script>

        ## A heading

        Another heading
        ---------------

        5. five

        - one
        - two
          1. inner
          2. more

        > a quote
        > > of a quote

        | a | b |
        | :-- | --: |
        | 1 | `2` |

        ```js
        alert("code");
        ```

            indented

        * * *

        ### A heading

        [name]: https://example.org/a "Title"
        [^1]: A note with *emphasis*.
        """;

    private static readonly byte[][] Corpus =
    [
        Encoding.UTF8.GetBytes(Whole),
        .. MemoryTree.Copy(new DiskTree(Support.Repository.PathOf("tests", "sites", "boards")), "content") is var texts
            ? texts.Paths.Select(texts.Read) : [],
    ];

    /// <summary>HTML of every kind that Markdown has, headings of every level among it.</summary>
    public static string[] Harmless { get; } =
    [
        .. Corpus.Select(text => HtmlOf(Encoding.UTF8.GetString(text), new DiagnosticBag())!),
        HtmlOf("---\ntitle: A\n---\n\n# a\n\n#### a\n\n##### a\n\n###### a\n\n5) a\n\n| a |\n| :-: |\n| b |\n", new DiagnosticBag())!,
    ];

    private static readonly LiveMarkup Control = new(Harmless);

    public override string Name => "prose";

    public override (string File, byte[] Content) Make(Xoshiro256 random) =>
        (File, Mutator.Damage(Corpus[random.NextInt(2) == 0 ? 0 : random.NextInt(Corpus.Length)], random, Corpus));

    public override FuzzOutcome Run(string file, byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        var text = TextFile.Read(MemoryTree.Empty.With(file, content), file, LargestFile.Prose, diagnostics);
        var html = text is null ? null : HtmlOf(text, diagnostics);
        Assert.All(diagnostics.ToSorted(), problem => Assert.Equal(file, problem.Place.Path));
        if (html is not null)
        {
            Assert.Empty(Control.In(html));
        }

        return diagnostics.HasErrors ? FuzzOutcome.Refused : FuzzOutcome.Accepted;
    }

    // As it stands in a page, with its title and description.
    private static string? HtmlOf(string text, DiagnosticBag diagnostics) =>
        Prose.Read(File, text, diagnostics) is { } prose ? prose.ToHtml(SitesOfPaths.Paths("/"), diagnostics).Markup : null;
}
