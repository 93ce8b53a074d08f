using System.Text.RegularExpressions;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Pages;
using CrmBench.Site.Rendering;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Pages;

/// <summary>
/// Each code has a factory, a kind, a broken site that prints it, and a text that explains it with an example made of that site. To add a
/// problem, add these four; with ACCEPT_SNAPSHOTS=1 what is printed and the example are written, to be read in review.
/// </summary>
public partial class ProblemCatalogueTests
{
    private static readonly string[] Sections = ["Why it matters", "How to mend it", "Example"];

    public static TheoryData<string> Codes => [.. ThisProgram.Problems.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_broken_site_that_prints_it(string code)
    {
        Assert.True(BrokenFolder.Codes.Contains(code), $"There is no tests/sites/broken/{code}/: add the smallest site with this fault.");

        var printed = PrintedProblems.Of(code);

        Assert.Equal(new BrokenFolder(code).Expected(printed), printed);
        Assert.Contains($" {code}: ", printed, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_text_with_the_example_of_its_broken_site(string code)
    {
        RequireTexts();
        var path = FileOf(code);
        Assert.True(File.Exists(path), $"There is no content/problems/{Path.GetFileName(path)}: say what {code} means, why it matters and how to mend it.");
        var text = File.ReadAllText(path);
        var diagnostics = new DiagnosticBag();
        var prose = Prose.Read($"content/problems/{Path.GetFileName(path)}", text, diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(code, prose!.FrontMatter.Title);
        Assert.EndsWith(".", prose.FrontMatter.Description, StringComparison.Ordinal);
        var own = text.IndexOf("\n" + ProblemExample.Heading, StringComparison.Ordinal) is >= 0 and var at ? text[..(at + 1)] : text + "\n";
        var whole = own + ProblemExample.Of(code, PrintedProblems.Of(code));
        Assert.Equal(Approved.Text(path, whole), whole);
        Assert.Equal(Sections, SectionHeading().Matches(whole).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_broken_site_and_every_text_belongs_to_a_code()
    {
        string[] codes = [.. ThisProgram.Problems.All.Select(kind => kind.Code)];

        Assert.Empty(BrokenFolder.Codes.Except(codes));
        RequireTexts();
        Assert.Empty(Directory.EnumerateFiles(Repository.PathOf("content", "problems")).Except(codes.Select(FileOf)));
    }

    [Fact]
    public void Every_code_that_the_program_writes_is_of_a_kind_once()
    {
        // What counts the rest of a code is said by the bag that counts.
        var written = Directory.EnumerateFiles(Repository.PathOf("src"), "*Problems*.cs", SearchOption.AllDirectories)
            .Append(Repository.PathOf("src", "CrmBench.Core", "Diagnostics", "Diagnostic.cs"))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .CountBy(code => code)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal);

        // Once in its factory, once in its kind.
        Assert.Equal(ThisProgram.Problems.All.Select(kind => KeyValuePair.Create($"\"{kind.Code}\"", 2)), written);
    }

    [Fact]
    public void Every_kind_has_a_title_without_a_full_stop_and_a_remedy_with_one()
    {
        Assert.All(ThisProgram.Problems.All, kind =>
        {
            Assert.False(kind.Title.EndsWith('.'));
            Assert.EndsWith(".", kind.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_code_belongs_to_one_group() =>
        Assert.Equal(
            ThisProgram.Problems.All.Select(kind => kind.Code),
            ProblemGroup.All.SelectMany(group => group.KindsOf(ThisProgram.Problems)).Select(kind => kind.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void A_code_has_a_page_below_the_address_of_the_site()
    {
        var site = new Uri("https://example.org/board/");

        Assert.Equal("https://example.org/board/problems/", ProblemCatalogue.AddressOn(site).AbsoluteUri);
        Assert.Equal("https://example.org/board/problems/cb0202/", ProblemCatalogue.AddressOn(site, "CB0202").AbsoluteUri);
    }

    // They are documentation of the program, though they lie with the prose; who leaves them out has a site that explains no codes.
    private static void RequireTexts() =>
        Assert.SkipUnless(Directory.Exists(Repository.PathOf("content", "problems")), "There is no content/problems/ here.");

    private static string FileOf(string code) => Repository.PathOf("content", "problems", $"{code.ToLowerInvariant()}.md");

    [GeneratedRegex("(?m)^## (.+)$")]
    private static partial Regex SectionHeading();

    [GeneratedRegex("\"CB[0-9]{4}\"")]
    private static partial Regex Code();
}
