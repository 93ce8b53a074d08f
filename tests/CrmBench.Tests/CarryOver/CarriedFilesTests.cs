using CrmBench.CarryOver;

namespace CrmBench.Tests.CarryOver;

public sealed class CarriedFilesTests
{
    [Fact]
    public void Committed_data_is_what_the_programs_make_of_the_sources()
    {
        var files = CarriedFiles.Produce(CarriedData.Source());

        CarriedData.AssertCommitted(files);
    }

    [Theory]
    [InlineData("service-agents")]
    [InlineData("voice-agents")]
    [InlineData("crm-llm")]
    [InlineData("crmarena")]
    [InlineData("rated-outputs")]
    [InlineData("demonstration")]
    public void No_submission_is_there_that_no_program_made(string benchmark)
    {
        var files = CarriedFiles.Produce(CarriedData.Source());

        var produced = files.Select(file => file.Path)
            .Where(path => path.StartsWith($"benchmarks/{benchmark}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(produced, CarriedData.CommittedSubmissions(benchmark));
    }
}
