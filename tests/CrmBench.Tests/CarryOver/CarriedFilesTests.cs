using CrmBench.CarryOver;

namespace CrmBench.Tests.CarryOver;

public sealed class CarriedFilesTests
{
    [Fact]
    public void Committed_data_is_what_the_programs_make_of_the_sources()
    {
        var files = CarriedFiles.Produce(CarriedData.Source(), CarriedData.Inputs);

        CarriedData.AssertCommitted(files);
    }

    [Fact]
    public void Boards_whose_sources_lie_in_the_repository_need_nothing_else()
    {
        var files = CarriedFiles.ProduceFromInputs(CarriedData.Inputs);

        Assert.Contains(files, file => file.Path.StartsWith("benchmarks/summary-coverage/", StringComparison.Ordinal));
        CarriedData.AssertCommitted(files);
    }

    [Theory]
    [InlineData("service-agents")]
    [InlineData("voice-agents")]
    [InlineData("crm-llm")]
    [InlineData("summary-coverage")]
    [InlineData("call-summaries")]
    [InlineData("crmarena")]
    [InlineData("rated-outputs")]
    [InlineData("demonstration")]
    public void No_submission_is_there_that_no_program_made(string benchmark)
    {
        var files = CarriedFiles.Produce(CarriedData.Source(), CarriedData.Inputs);

        var produced = files.Select(file => file.Path)
            .Where(path => path.StartsWith($"benchmarks/{benchmark}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(produced, CarriedData.CommittedSubmissions(benchmark));
    }
}
