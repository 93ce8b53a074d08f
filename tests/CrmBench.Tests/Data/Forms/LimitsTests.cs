using CrmBench.Data.Files;
using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Forms;

/// <summary>Whatever people write has an end that its form states.</summary>
public class LimitsTests
{
    public static TheoryData<string> Files => [.. DataForms.Files.Select(form => form.Name)];

    public static TheoryData<string> Tables => [.. DataForms.Tables.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_and_every_list_of_a_file_has_a_greatest_length(string file)
    {
        var values = DataForms.Files.Single(form => form.Name == file).Whole.Properties.SelectMany(property => Values(property.Value)).ToList();

        Assert.All(values.Where(IsText), value => Assert.InRange(value.MostCharacters, 1, 2000));
        Assert.All(values.Where(value => value.Kind is ValueKind.List or ValueKind.Map), value => Assert.InRange(value.MostEntries, 1, 1000));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_table_has_a_greatest_size_number_of_rows_and_length_of_texts(string table)
    {
        var form = DataForms.Tables.Single(form => form.Name == table);

        Assert.InRange(form.Largest, 1, LargestFile.Results);
        Assert.InRange(form.MostRows, 1, 5_000_000);
        Assert.All(form.Columns.Select(column => column.Value).Where(IsText), value => Assert.InRange(value.MostCharacters, 1, 2000));
    }

    // All others have a form of their own that bounds them: an identifier, a word, a date, a number.
    private static bool IsText(ValueForm value) =>
        value.Kind is ValueKind.Text or ValueKind.AnyText or ValueKind.Address or ValueKind.BaseAddress or ValueKind.Identifiers;

    private static IEnumerable<ValueForm> Values(ValueForm value) =>
        new[] { value.Item, value.Names }.OfType<ValueForm>()
            .Concat(value.Properties?.Properties.Select(property => property.Value) ?? [])
            .SelectMany(Values)
            .Prepend(value);
}
