using System.Text;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import;

/// <summary>What is proposed of tables that nobody described.</summary>
public class ProposedTableTests
{
    [Theory]
    [InlineData("Accuracy,90,80.5", Unit.Percent, false)]
    [InlineData("Pass rate,97.5 %,80%", Unit.Percent, false)]
    [InlineData("win_rate,0.91,0.5", Unit.Percent, false)]
    [InlineData("AMI WER,5.4,11", Unit.Percent, true)]
    [InlineData("Hallucination rate,3.3,1.8", Unit.Percent, true)]
    [InlineData("Total Cost ($),86.55,0.4", Unit.Usd, true)]
    [InlineData("price,$1.2,$0.4", Unit.Usd, true)]
    [InlineData("Latency Mean (s),4.38,12", Unit.Seconds, true)]
    [InlineData("duration,350 ms,1200 ms", Unit.Seconds, true)]
    [InlineData("Quality (1-5),4.5,3.25", Unit.Grade, false)]
    [InlineData("Style rating,4.5,3.25", Unit.Grade, false)]
    [InlineData("Elo,1312,1287", Unit.Number, false)]
    [InlineData("Correlation,-0.2,0.6", Unit.Number, false)]
    [InlineData("Output tokens,80,95", Unit.Number, true)]
    [InlineData("Tokens per second,80,95", Unit.Number, false)]
    [InlineData("tokens_per_sec,80,95", Unit.Number, false)]
    [InlineData("Pass/success,80,95", Unit.Percent, false)]
    public void A_column_of_figures_has_a_unit_and_a_direction(string column, Unit unit, bool isLower)
    {
        var metric = Assert.Single(Assert.Single(Propose(Table(column)).Measures.Dimensions).Metrics);

        Assert.Equal((unit, isLower), (metric.Unit, metric.LowerIsBetter));
    }

    [Theory]
    [InlineData("Elo,1312,1287", "Elo", "Elo")]
    [InlineData("RTFx,132,1280", "RTFx", "RTFx")]
    [InlineData("Throughput (tokens/s),132,80", "Throughput (tokens/s)", "tokens/s")]
    [InlineData("output_tokens,132,80", "Output tokens", "tokens")]
    public void A_number_of_no_other_unit_has_a_dimension_of_its_own_and_says_what_it_is_of(string column, string name, string unitName)
    {
        var measures = Propose(Table("Accuracy,90,80", column)).Measures;

        Assert.Equal(["Accuracy", name], measures.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal(unitName, Assert.Single(measures.Dimensions[1].Metrics).UnitName);
    }

    [Theory]
    [InlineData("Rank,1,2", "'Rank': its name says that it is no measure")]
    [InlineData("Model size (B),70,8", "'Model size (B)': its name says that it is no measure")]
    [InlineData("Errors,-20 %,60 %", "'Errors': its numbers go from -20 to 60")]
    [InlineData("Accuracy std,2.5,3.1", "'Accuracy std': it is the spread")]
    [InlineData("Notes,fast,slow", "'Notes': it holds no numbers")]
    [InlineData("Empty,N/A,-", "'Empty': it holds no numbers")]
    public void A_column_that_no_board_can_show_is_left_out_with_the_reason(string column, string reason)
    {
        var proposal = Propose(Table("Accuracy,90,80", column));

        Assert.Equal("accuracy", Assert.Single(Assert.Single(proposal.Measures.Dimensions).Metrics).Id);
        Assert.Contains(proposal.ToReview, line => line.StartsWith($"Left out is {reason}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Bug fixes,72,61", "Refactoring,65,57")]
    [InlineData(false, "Precision,72,61", "Recall,65,57")]
    [InlineData(false, "Safety,72,61", "Privacy,65,57")]
    public void Names_of_columns_tell_tasks_from_measures(bool areTasks, params string[] columns) =>
        Assert.Equal(areTasks, Read(Table(columns)).LookLikeTasks);

    [Fact]
    public void Tasks_share_a_metric_that_is_called_by_the_end_of_their_names()
    {
        var proposal = Propose(Table("AMI WER,8,10", "LS Clean WER,1.2,1.6", "Avg. WER,4.6,5.8"));

        Assert.Equal(["ami: AMI", "ls-clean: LS Clean"], proposal.UseCases.Select(useCase => $"{useCase.Id}: {useCase.Name}"));
        var dimension = Assert.Single(proposal.Measures.Dimensions);
        Assert.Equal(("score", "WER", true), (dimension.Id, dimension.Name, Assert.Single(dimension.Metrics).LowerIsBetter));
        Assert.Contains(proposal.ToReview, line => line.StartsWith("Left out is 'Avg. WER': its name says that it sums up", StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_of_one_task_point_one_way_in_a_dimension_and_money_and_time_have_their_own()
    {
        var proposal = Propose(Table("Safety,90,80", "Toxicity,4,3", "Cost ($),0.1,0.2", "p50 latency,1,2", "p95 latency,3,4"));

        Assert.Equal(
            ["score: safety", "errors: toxicity", "cost: cost", "speed: p50-latency p95-latency"],
            proposal.Measures.Dimensions.Select(dimension => $"{dimension.Id}: {string.Join(' ', dimension.Metrics.Select(metric => metric.Id))}"));
        Assert.Equal([true, false], proposal.Measures.Dimensions[^1].Metrics.Select(metric => metric.IsCounted));
    }

    [Fact]
    public void A_row_a_metric_makes_the_dimensions_that_a_column_names_with_the_directions_of_another()
    {
        var proposal = Propose(
            """
            dimension,model,metric,value,direction
            truth,a,Factual,0.9,higher
            truth,a,Sycophancy,0.2,lower
            safety,a,Refusals,85,higher
            truth,b,Factual,0.8,higher
            truth,b,Sycophancy,0.3,lower
            safety,b,Refusals,70,higher
            """);

        Assert.Equal(["truth", "safety"], proposal.Measures.Dimensions.Select(dimension => dimension.Id));
        Assert.Equal([(false, true), (true, false)], proposal.Measures.Dimensions[0].Metrics.Select(metric => (metric.LowerIsBetter, metric.IsCounted)));
        using var mapping = JsonDocument.Parse(proposal.Mapping());
        Assert.Equal(
            ["Factual Sycophancy: True", "Refusals: False"],
            mapping.RootElement.GetProperty("tables").EnumerateArray().Select(table =>
                $"{string.Join(' ', table.GetProperty("where").GetProperty("metric").GetProperty("one_of").EnumerateArray())}: {table.TryGetProperty("shares_are_percent", out _)}"));
    }

    [Theory]
    [InlineData("Model;Score;Cost ($)\na;87,5 %;1.234,50\nb;n/a;0,25\n", ";", ",", ".")]
    [InlineData("Model\tScore\tCost ($)\na\t87.5\t1,234.50\nb\t-\t0.25\n", "tab", ".", ",")]
    [InlineData("Model,Score,Cost ($)\na,87.5,1.5\nb,N/A,0.25\n", ",", ".", null)]
    [InlineData("Model,Score,Cost ($)\n\"a, large\",\"87,5\",\"1,5\"\nb,N/A,\"0,25\"\n", ",", ",", null)]
    public void How_the_table_is_written_is_seen(string text, string delimiter, string sign, string? thousands)
    {
        using var mapping = JsonDocument.Parse(Propose(text).Mapping());

        Assert.Equal(delimiter, mapping.RootElement.GetProperty("delimiter").GetString());
        Assert.Equal(sign, mapping.RootElement.GetProperty("decimal").GetString());
        Assert.Equal(thousands, mapping.RootElement.TryGetProperty("thousands", out var grouped) ? grouped.GetString() : null);
        Assert.Single(mapping.RootElement.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public void A_negative_one_among_positive_figures_stands_for_nothing_measured()
    {
        using var mapping = JsonDocument.Parse(Propose(Table("Accuracy,90,80", "Latency (s),-1,2.5")).Mapping());

        Assert.Equal("-1", Assert.Single(mapping.RootElement.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("acc_stderr")]
    [InlineData("Acc SE")]
    [InlineData("Standard error acc")]
    public void A_column_of_standard_errors_belongs_to_the_figures_that_it_is_called_by(string column)
    {
        var proposal = Propose(Table("acc,0.9,0.8", $"{column},0.02,0.03"));

        using var mapping = JsonDocument.Parse(proposal.Mapping());
        var figures = Assert.Single(mapping.RootElement.GetProperty("tables").EnumerateArray()).GetProperty("metric_columns").GetProperty("acc");
        Assert.Equal(("acc", column, true), (figures.GetProperty("column").GetString(), figures.GetProperty("se").GetString(), figures.GetProperty("share").GetBoolean()));
        Assert.DoesNotContain(proposal.ToReview, line => line.Contains(column, StringComparison.Ordinal));
    }

    [Fact]
    public void Models_and_their_providers_are_those_of_the_table()
    {
        var files = Propose("model,Accuracy\nlab-a/Swift 2,90\nlab-b/Swift 2,80\nlab-b/Slow,70\n").Catalogue(null, CrmBench.Data.Files.MemoryTree.Empty, invented: false);

        Assert.Equal(
            ["providers.csv id,name,url|lab-a,lab-a,|lab-b,lab-b,", "models.csv id,name,provider,released,openness|lab-a-swift-2,lab-a/Swift 2,lab-a,,|lab-b-swift-2,lab-b/Swift 2,lab-b,,|slow,Slow,lab-b,,"],
            files.Select(file => $"{file.Path} {file.Text.TrimEnd('\n').Replace('\n', '|')}"));
    }

    [Theory]
    [InlineData("CB1150", "day,price\n2026-01-04,12\n")]
    [InlineData("CB1151", "model,rank\na,1\nb,2\n")]
    [InlineData("CB0304", "model,score\na,1\nb,1,2\n")]
    public void A_table_of_which_nothing_can_be_made_is_reported(string code, string text)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(ProposedTable.Read(File(text), null, diagnostics));

        Assert.Equal(code, Assert.Single(diagnostics.ToSorted()).Code);
    }

    // Two models, and for each column its name and its two cells.
    private static string Table(params string[] columns)
    {
        var cells = columns.Select(column => column.Split(',')).ToList();
        return string.Join('\n', Enumerable.Range(0, 3).Select(row => string.Join(',', cells.Select(column => column[row]).Prepend(row == 0 ? "Model" : $"Model {row}")))) + "\n";
    }

    private static ImportFile File(string text) => new("results.csv", Encoding.UTF8.GetBytes(text));

    private static ProposedTable Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var table = ProposedTable.Read(File(text), null, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return table!;
    }

    private static BoardProposal Propose(string text)
    {
        var table = Read(text);
        return new BoardProposal(table, new ProposalChoices(table.LookLikeTasks, table.Lower, "Not stated", "Evaluators"));
    }
}
