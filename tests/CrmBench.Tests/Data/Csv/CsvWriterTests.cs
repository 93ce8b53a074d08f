using CrmBench.Data.Csv;

namespace CrmBench.Tests.Data.Csv;

public sealed class CsvWriterTests
{
    [Fact]
    public void Lines_end_in_a_line_feed_and_plain_fields_have_no_quotes()
    {
        Assert.Equal("id,name\ngpt-5.2,GPT-5.2 high\n", CsvWriter.Write(["id", "name"], [["gpt-5.2", "GPT-5.2 high"]]));
    }

    // RFC 4180, section 2, rules 6 and 7.
    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData(" kept ", " kept ")]
    public void A_field_is_quoted_only_where_it_must_be(string field, string written)
    {
        Assert.Equal($"x,y\n{written},\n", CsvWriter.Write(["x", "y"], [[field, ""]]));
    }

    [Fact]
    public void A_row_of_one_empty_field_stays_a_row()
    {
        Assert.Equal("x\n\"\"\n", CsvWriter.Write(["x"], [[""]]));
    }

    [Fact]
    public void A_row_of_another_length_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => CsvWriter.Write(["x", "y"], [["1"]]));
    }
}
