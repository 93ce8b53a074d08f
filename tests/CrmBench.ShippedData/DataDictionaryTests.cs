using CrmBench.Data.Forms;
using CrmBench.Data.Migrating;

namespace CrmBench.ShippedData;

/// <summary>
/// The dictionary in <c>data/README.md</c>, where there is one, is written from the declarations; <c>ACCEPT_SNAPSHOTS=1</c> writes it anew.
/// </summary>
public class DataDictionaryTests
{
    public static TheoryData<string> Files =>
        [.. DataForms.Files.Select(form => form.Name).Concat(DataForms.Tables.Select(form => form.Name))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_section_of_a_file_is_what_its_declaration_says(string file)
    {
        var expected = DataForms.Files.FirstOrDefault(form => form.Name == file) is { } json
            ? FormDictionary.Of(json)
            : FormDictionary.Of(DataForms.Tables.Single(form => form.Name == file));

        AssertSection(line => line == $"## {file}" || (line.StartsWith("## ", StringComparison.Ordinal) && line.EndsWith($"/{file}", StringComparison.Ordinal)), _ => expected);
    }

    [Fact]
    public void The_section_of_versions_lists_every_migration() =>
        AssertSection(line => line == "## Versions", text => text.Split("| Version |")[0] + Migrations.Dictionary());

    private static void AssertSection(Func<string, bool> isHeading, Func<string, string> expected)
    {
        var dictionary = Shipped.PathOf("data/README.md");
        var text = File.ReadAllText(dictionary);
        var heading = text.Split('\n').Single(isHeading);
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal) + heading.Length + 3;
        var next = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        var end = next < 0 ? text.Length : next;
        var section = text[start..end];
        var wanted = expected(section);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(dictionary, text[..start] + wanted + text[end..]);
            return;
        }

        Assert.Equal(wanted, section);
    }
}
